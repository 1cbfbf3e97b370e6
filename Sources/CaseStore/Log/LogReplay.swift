import GRDB
import GraphModel

/// Compares the log with the graph that it should have led to.
struct LogReplay {
  private let database: Database
  private let coder: ElementCoder
  private let ranges: [BulkRange]

  init(_ db: Database) throws {
    database = db
    coder = ElementCoder(db)
    ranges = try BulkRange.all(in: db)
  }

  /// One row of `change_log`.
  private struct Step {
    let kind: ElementKind
    let key: String
    let id: Int64
    let position: Int64
    let before: String?
    let after: String?
  }

  /// Throws unless each change of an element begins where the one before it ended, and the last has
  /// left what is there.
  func checkSteps() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT kind, element_key, element_id, position, before, after FROM change_log
        ORDER BY kind, element_key, position, ordinal
        """
    )
    var last: Step?
    while let row = try rows.next() {
      guard let kind = ElementKind(rawValue: try row.requiredText(0)) else {
        throw StorageError(.caseDamaged, "the log holds an element of no known kind")
      }
      let step = Step(
        kind: kind,
        key: try row.requiredText(1),
        id: try row.requiredInteger(2),
        position: try row.requiredInteger(3),
        before: row.text(4),
        after: row.text(5)
      )
      let previous = last.flatMap { $0.kind == kind && $0.key == step.key ? $0 : nil }
      if previous == nil, let last { try checkEnd(last) }
      guard follows(step, previous) else {
        throw StorageError(
          .caseDamaged,
          "the log lacks a change of '\(step.key)' before entry \(step.position)",
          record: step.key
        )
      }
      last = step
    }
    if let last { try checkEnd(last) }
  }

  private func follows(_ step: Step, _ previous: Step?) -> Bool {
    let since = previous?.position ?? 0
    if let range = latest(step.kind, step.id, after: since, before: step.position) {
      // What a table brought in is known by its digest alone.
      return range.isAdded == (step.before != nil)
    }
    guard let previous else { return step.before == nil }
    if latest(step.kind, previous.id, after: since, before: step.position)?.isAdded == false {
      return step.before == nil
    }
    return step.before == previous.after
  }

  private func checkEnd(_ step: Step) throws {
    let range = latest(step.kind, step.id, after: step.position, before: .max)
    let expected = range?.isAdded == false ? nil : step.after
    let transaction = try GraphTransaction(
      database,
      by: LogAuthor(who: "", why: "", verb: ""),
      at: ""
    )
    let found = try transaction.element(step.kind, step.id)
    guard found?.text == expected, found == nil || found?.key == step.key else {
      throw Self.unlike(step.kind, step.key)
    }
  }

  private func latest(
    _ kind: ElementKind,
    _ id: Int64,
    after: Int64,
    before: Int64
  ) -> BulkRange? {
    ranges.last {
      $0.kind == kind && $0.ids.contains(id) && $0.position > after && $0.position < before
    }
  }

  /// Throws when there is an element that neither a change nor a range of the log tells of.
  func checkUnlogged(_ kind: ElementKind) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, key FROM \(kind.rawValue) AS e WHERE NOT EXISTS (
          SELECT 1 FROM bulk_log AS b
          WHERE b.kind = ?1 AND e.id BETWEEN b.first_id AND b.last_id)
        """,
      arguments: [kind.rawValue]
    )
    let sql = """
      SELECT element_id, after FROM change_log WHERE kind = ? AND element_key = ?
      ORDER BY position DESC, ordinal DESC LIMIT 1
      """
    while let row = try rows.next() {
      let id = try row.requiredInteger(0)
      let key = try coder.key(kind, id, own: row.text(1))
      let last = try Row.fetchOne(
        database.cachedStatement(sql: sql),
        arguments: [kind.rawValue, key]
      )
      guard last?.optionalInteger(0) == id, last?.text(1) != nil else {
        throw Self.unlike(kind, key)
      }
    }
  }

  /// Throws unless the rows of each range are those that were added or removed together, but for
  /// those that later changes tell of.
  func checkRanges() throws {
    for range in ranges
    where !ranges.contains(where: {
      $0.kind == range.kind && $0.ids == range.ids && $0.position > range.position
    }) {
      let changes = try Row.fetchAll(
        database,
        sql: """
          SELECT element_id, digest FROM bulk_change
          WHERE kind = ? AND element_id BETWEEN ? AND ? AND position > ?
          """,
        arguments: [
          range.kind.rawValue, range.ids.lowerBound, range.ids.upperBound, range.position,
        ]
      )
      var (digest, count) = try RowDigest.sum(
        range.kind,
        in: (range.isAdded ? "" : "removed_") + range.kind.rawValue,
        range.ids,
        skipping: Set(changes.compactMap { $0.optionalInteger(0) }),
        database
      )
      for change in changes { digest &+= try change.requiredInteger(1) }
      count += Int64(changes.count)
      guard digest == range.digest, count == range.rowCount else {
        throw Self.unlike(range.kind, range.name)
      }
    }
  }

  private static func unlike(_ kind: ElementKind, _ name: String) -> StorageError {
    StorageError(
      .caseDamaged,
      "\(kind) '\(name)' is not what the log says",
      record: name,
      remedy: "another program has changed the file; restore a copy, or export the case "
        + "as JSON and import it anew"
    )
  }
}
