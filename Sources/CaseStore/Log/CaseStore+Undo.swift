import GRDB
import GraphModel

extension CaseStore {
  /// Takes a transaction back by a new log entry that does the opposite.
  ///
  /// - Parameter position: The entry to undo, which may be an undo or a redo; by default the
  ///   latest that is neither and is in force.
  /// - Parameter isDryRun: Whether to change nothing in the end.
  /// - Throws: `nothingToUndo`; `logConflict`, naming the later entries, when an element is no
  ///   longer as the entry left it; what `write` throws.
  @discardableResult
  public func undo(
    _ position: Int64? = nil,
    by author: LogAuthor,
    isDryRun: Bool = false
  ) throws(StorageError) -> LogEntry {
    try reverse(by: author, isDryRun) { history, entry in
      let target = try history.entryToUndo(position)
      entry.undoes = target
      return target
    }
  }

  /// Takes an undo back by a new log entry.
  ///
  /// - Parameter position: The undo, or the entry it undid; by default the latest undo in force. A
  ///   change after an undo leaves nothing to redo by default, as in an editor.
  /// - Throws: `nothingToRedo`, otherwise as `undo`.
  @discardableResult
  public func redo(
    _ position: Int64? = nil,
    by author: LogAuthor,
    isDryRun: Bool = false
  ) throws(StorageError) -> LogEntry {
    try reverse(by: author, isDryRun) { history, entry in
      let target = try history.entryToRedo(position)
      entry.redoes = target
      return target
    }
  }

  private func reverse(
    by author: LogAuthor,
    _ isDryRun: Bool,
    choose: (UndoHistory, inout LogEntry) throws -> Int64
  ) throws(StorageError) -> LogEntry {
    guard try hasLargeRanges() else { return try reverseInPlace(by: author, isDryRun, choose) }
    var entry: LogEntry?
    try withRollbackJournal { () throws(StorageError) in
      entry = try reverseInPlace(by: author, isDryRun, choose)
    }
    return entry ?? LogEntry(author, at: now())
  }

  /// Whether a reversal may move so many rows that they should be written once and not twice.
  private func hasLargeRanges() throws(StorageError) -> Bool {
    try read { db in
      let most = try Int64.fetchOne(db, cachedSQL: "SELECT max(row_count) FROM bulk_log", [])
      return most ?? 0 >= 100_000
    }
  }

  private func reverseInPlace(
    by author: LogAuthor,
    _ isDryRun: Bool,
    _ choose: (UndoHistory, inout LogEntry) throws -> Int64
  ) throws(StorageError) -> LogEntry {
    var reversal = LogEntry(author, at: now())
    try transact { db in
      var transaction = try GraphTransaction(db, by: author, at: reversal.at)
      let target = try choose(UndoHistory(db), &transaction.entry)
      try transaction.reverse(target)
      guard let entry = try transaction.finish() else {
        throw StorageError(.nothingToUndo, "entry \(target) has changed nothing")
      }
      reversal = entry
      return isDryRun ? .rollback : .commit
    }
    return reversal
  }
}

extension GraphTransaction {
  /// Puts every element back that the entry at `position` changed.
  fileprivate mutating func reverse(_ position: Int64) throws {
    let ranges = try BulkRange.all(of: position, in: database)
    let changes = Self.netChanges(try ChangeRow.all(of: position, in: database))
    for change in changes where try logText(change.kind, change.key) != change.after {
      throw try conflict(position, at: (change.kind, change.key))
    }
    try reverse(ranges) { transaction throws in
      try transaction.restore(changes, of: position)
      if let (_, relationship) = try transaction.danglingEnd() {
        throw try transaction.conflict(position, at: (.relationship, relationship))
      }
    }
  }

  private mutating func restore(_ changes: [ChangeRow], of position: Int64) throws {
    // Relationships need their nodes, in the old state as in the new one.
    for change in changes where change.kind == .node && change.before != nil {
      try restore(change, of: position)
    }
    for change in changes where change.kind == .relationship {
      try restore(change, of: position)
    }
    for change in changes where change.kind == .node && change.before == nil {
      try restore(change, of: position)
    }
  }

  private mutating func restore(_ change: ChangeRow, of position: Int64) throws {
    switch try change.element(change.before) {
    case .node(let node)?: _ = try write(node, id: change.id)
    case .relationship(let relationship)?:
      for end in [relationship.source, relationship.target] where try nodeRow(end) == nil {
        throw try conflict(position, at: (.node, end))
      }
      _ = try write(relationship, id: change.id)
    case nil:
      _ = try change.kind == .node ? deleteNode(change.key) : deleteRelationship(change.key)
    }
  }

  /// Joins the steps of each element into one, from its first state to its last.
  private static func netChanges(_ rows: [ChangeRow]) -> [ChangeRow] {
    var indices: [[String]: Int] = [:]
    var changes: [ChangeRow] = []
    for row in rows {
      let index = indices[[row.kind.rawValue, row.key], default: changes.count]
      if index == changes.count {
        indices[[row.kind.rawValue, row.key]] = index
        changes.append(row)
      } else {
        changes[index].after = row.after
      }
    }
    return changes.filter { $0.before != $0.after }
  }

  /// Says why an entry cannot be reversed: which later entries changed its elements, or the one
  /// given, which stands in the way.
  private func conflict(
    _ position: Int64,
    at element: (kind: ElementKind, key: String)
  ) throws -> StorageError {
    let sql = """
      SELECT DISTINCT later.position FROM change_log AS later WHERE later.position > ?1 AND (
        (later.kind = ?2 AND later.element_key = ?3) OR EXISTS
        (SELECT 1 FROM change_log AS own WHERE own.position = ?1
          AND own.kind = later.kind AND own.element_key = later.element_key))
      ORDER BY later.position
      """
    let later = try Row.fetchAll(
      database,
      sql: sql,
      arguments: [position, element.kind.rawValue, element.key]
    ).map { try $0.requiredInteger(0) }
    let name = "\(element.kind) '\(element.key)'"
    guard let last = later.last else {
      return StorageError(
        .logConflict,
        "entry \(position) cannot be reversed: \(name) was changed outside the log",
        record: element.key,
        remedy: "put it right by a new change"
      )
    }
    let list = later.suffix(5).map(String.init).joined(separator: ", ")
    let more = later.count > 5 ? " and \(later.count - 5) before" : ""
    return StorageError(
      .logConflict,
      "entry \(position) cannot be reversed: \(name) was changed later, see \(list)\(more)",
      record: element.key,
      remedy: "undo entry \(last) first"
    )
  }
}
