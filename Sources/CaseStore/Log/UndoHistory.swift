import GRDB
import GraphModel

/// Knows which log entries are in force and which have been taken back.
struct UndoHistory {
  private let database: Database
  /// The entry that took back each entry that is not in force.
  private let reversals: [Int64: Int64]

  init(_ database: Database) throws {
    self.database = database
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT position, coalesce(undoes, redoes) FROM transaction_log
        WHERE undoes IS NOT NULL OR redoes IS NOT NULL ORDER BY position DESC
        """
    )
    // An entry is taken back by later ones only, so newest first decides each in one pass.
    var reversals: [Int64: Int64] = [:]
    for row in rows {
      let position = try row.requiredInteger(0)
      guard reversals[position] == nil else { continue }
      reversals[try row.requiredInteger(1)] = position
    }
    self.reversals = reversals
  }

  /// Returns the entry to undo: the wanted one, or the latest in force that is no undo or redo and
  /// has changed something in the end.
  func entryToUndo(_ wanted: Int64?) throws -> Int64 {
    guard let wanted else {
      // An entry whose steps cancel one another has nothing to take back; it must not bar the way.
      let sql = """
        SELECT position FROM transaction_log AS t WHERE undoes IS NULL AND redoes IS NULL
        AND (EXISTS (SELECT 1 FROM bulk_log AS b WHERE b.position = t.position)
          OR EXISTS (SELECT 1 FROM change_log AS first WHERE first.position = t.position
          AND NOT EXISTS (SELECT 1 FROM change_log AS earlier
            WHERE earlier.kind = first.kind AND earlier.element_key = first.element_key
              AND earlier.position = first.position AND earlier.ordinal < first.ordinal)
          AND first.before IS NOT (SELECT last.after FROM change_log AS last
            WHERE last.kind = first.kind AND last.element_key = first.element_key
              AND last.position = first.position ORDER BY last.ordinal DESC LIMIT 1)))
        ORDER BY position DESC
        """
      guard let latest = try latestInForce(sql) else {
        throw StorageError(.nothingToUndo, "there is nothing to undo")
      }
      return latest
    }
    let sql = "SELECT 1 FROM transaction_log WHERE position = ?"
    guard try Int64.fetchOne(database, cachedSQL: sql, [wanted]) != nil else {
      throw StorageError(.nothingToUndo, "the log has no entry \(wanted)")
    }
    if let reversal = reversals[wanted] {
      throw StorageError(.nothingToUndo, "entry \(reversal) has undone entry \(wanted) already")
    }
    return wanted
  }

  /// Returns the undo to take back: the wanted one, or the one that undid the wanted entry, or the
  /// latest in force since the last change that was no undo or redo.
  func entryToRedo(_ wanted: Int64?) throws -> Int64 {
    guard let wanted else {
      let sql = """
        SELECT position FROM transaction_log WHERE undoes IS NOT NULL AND position >
          (SELECT max(position) FROM transaction_log WHERE undoes IS NULL AND redoes IS NULL)
        ORDER BY position DESC
        """
      guard let latest = try latestInForce(sql) else {
        throw StorageError(.nothingToRedo, "nothing was undone since the last change")
      }
      return latest
    }
    let sql = "SELECT 1 FROM transaction_log WHERE position = ? AND undoes IS NOT NULL"
    for candidate in [wanted, reversals[wanted]].compactMap({ $0 })
    where reversals[candidate] == nil {
      if try Int64.fetchOne(database, cachedSQL: sql, [candidate]) != nil { return candidate }
    }
    throw StorageError(.nothingToRedo, "entry \(wanted) is no undo, nor has one undone it")
  }

  private func latestInForce(_ sql: String) throws -> Int64? {
    let rows = try Row.fetchCursor(database, sql: sql)
    while let position = try rows.next()?.requiredInteger(0) {
      if reversals[position] == nil { return position }
    }
    return nil
  }
}
