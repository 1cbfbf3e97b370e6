import GRDB
import GraphModel

extension GraphTransaction {
  /// Takes back what one entry did to whole ranges of elements, and by `others` what it did to
  /// others.
  ///
  /// What is removed is kept, and comes back with its old ids.
  mutating func reverse(
    _ ranges: [BulkRange],
    others: (inout GraphTransaction) throws -> Void
  ) throws {
    let nodes = ranges.filter { $0.kind == .node }
    let links = ranges.filter { $0.kind == .relationship }
    for range in ranges { try checkUnchanged(range) }
    if !ranges.isEmpty { try beginEntry() }
    // Relationships need their nodes.
    let removes = ranges.first?.isAdded == true
    var ordinal = 0
    try move(removes ? links : nodes, &ordinal)
    try others(&self)
    try move(removes ? nodes : links, &ordinal)
    if removes { try checkNothingLeads(to: nodes) } else { try checkEnds(of: links) }
    coder.forgetRanges()
  }

  private mutating func move(_ ranges: [BulkRange], _ ordinal: inout Int) throws {
    for range in ranges {
      if !range.isAdded { try checkFree(range) }
      try move(range, ordinal: ordinal)
      ordinal += 1
    }
  }

  /// Moves the rows of a range out of or into the graph.
  private mutating func move(_ range: BulkRange, ordinal: Int) throws {
    let table = range.kind.rawValue
    let (from, to) = range.isAdded ? (table, "removed_" + table) : ("removed_" + table, table)
    let digest = try RowDigest.sum(range.kind, in: from, range.ids, database)
    guard digest.count == range.rowCount,
      try !range.isAdded || isTouched(range) || digest.digest == range.digest
    else { throw Self.outside(range) }
    let bounds: StatementArguments = [range.ids.lowerBound, range.ids.upperBound]
    let columns =
      range.kind == .node
      ? "id, shape, key, value" : "id, shape, source, target, key, value"
    try database.execute(
      sql: """
        INSERT INTO \(to) (\(columns)) SELECT \(columns) FROM \(from)
        WHERE id BETWEEN ? AND ? ORDER BY id
        """,
      arguments: bounds
    )
    try database.execute(sql: "DELETE FROM \(from) WHERE id BETWEEN ? AND ?", arguments: bounds)
    try range.reversed(
      in: database,
      ordinal: ordinal,
      position: entry.position,
      digest: digest.digest
    )
    entry.count(bulk: Int(range.rowCount), isAdded: !range.isAdded)
  }

  // MARK: - Conflicts

  private func isTouched(_ range: BulkRange) throws -> Bool { try !touched(range).isEmpty }

  /// Returns the ids of the elements that normal entries changed since.
  private func touched(_ range: BulkRange) throws -> [Int64] {
    let sql = """
      SELECT element_id FROM bulk_change
      WHERE kind = ? AND element_id BETWEEN ? AND ? AND position > ?
      """
    let arguments: StatementArguments = [
      range.kind.rawValue, range.ids.lowerBound, range.ids.upperBound, range.position,
    ]
    return try Row.fetchAll(database, sql: sql, arguments: arguments).map {
      try $0.requiredInteger(0)
    }
  }

  /// Throws when an element is no longer what the entry left; changes that were taken back are none.
  private func checkUnchanged(_ range: BulkRange) throws {
    guard range.isAdded else { return }
    let sql = """
      SELECT element_key, before FROM change_log WHERE kind = ? AND element_id = ?
      AND position > ? ORDER BY position, ordinal LIMIT 1
      """
    for id in try touched(range) {
      let arguments: StatementArguments = [range.kind.rawValue, id, range.position]
      let row = try Row.fetchOne(database, sql: sql, arguments: arguments)
      let key = try row?.requiredText(0) ?? "?"
      guard try logText(range.kind, key) == row?.text(1) else {
        throw try conflict(range, "\(range.kind) '\(key)'", key)
      }
    }
  }

  /// Throws when a relationship that stays leads to a node that is gone.
  private func checkNothingLeads(to ranges: [BulkRange]) throws {
    for range in ranges {
      let sql = """
        SELECT id, key FROM relationship
        WHERE source BETWEEN ?1 AND ?2 OR target BETWEEN ?1 AND ?2 LIMIT 1
        """
      let bounds: StatementArguments = [range.ids.lowerBound, range.ids.upperBound]
      guard let row = try Row.fetchOne(database, sql: sql, arguments: bounds) else { continue }
      let key = try coder.key(.relationship, try row.requiredInteger(0), own: row.text(1))
      throw StorageError(
        .logConflict,
        "entry \(range.position) cannot be reversed: relationship '\(key)' leads to one of its "
          + "nodes",
        record: key,
        remedy: "remove or undo that relationship first"
      )
    }
  }

  private func checkEnds(of ranges: [BulkRange]) throws {
    for range in ranges {
      let sql = """
        SELECT id, key FROM relationship AS r WHERE id BETWEEN ?1 AND ?2 AND NOT (
          EXISTS (SELECT 1 FROM node WHERE id = r.source)
          AND EXISTS (SELECT 1 FROM node WHERE id = r.target)) LIMIT 1
        """
      let bounds: StatementArguments = [range.ids.lowerBound, range.ids.upperBound]
      guard let row = try Row.fetchOne(database, sql: sql, arguments: bounds) else { continue }
      let key = try coder.key(.relationship, try row.requiredInteger(0), own: row.text(1))
      throw StorageError(
        .logConflict,
        "entry \(range.position) cannot be reversed: a node of relationship '\(key)' is gone",
        record: key,
        remedy: "bring the node back first"
      )
    }
  }

  /// Throws when a key that comes back has been given to another element.
  private func checkFree(_ range: BulkRange) throws {
    let table = range.kind.rawValue
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, key FROM removed_\(table) WHERE id BETWEEN ? AND ?",
      arguments: [range.ids.lowerBound, range.ids.upperBound]
    )
    while let row = try rows.next() {
      let key = try coder.key(range.kind, try row.requiredInteger(0), own: row.text(1))
      guard try storedRow(range.kind, key) != nil else { continue }
      throw StorageError(
        .logConflict,
        "entry \(range.position) cannot be reversed: \(range.kind) '\(key)' exists anew",
        record: key,
        remedy: "remove it, or undo the entry that added it, first"
      )
    }
  }

  private func conflict(_ range: BulkRange, _ name: String, _ key: String) throws -> StorageError {
    let sql = """
      SELECT max(position) FROM change_log WHERE kind = ? AND element_key = ?
      """
    let last = try Int64.fetchOne(database, cachedSQL: sql, [range.kind.rawValue, key]) ?? 0
    return StorageError(
      .logConflict,
      "entry \(range.position) cannot be reversed: \(name) was changed later, see \(last)",
      record: key,
      remedy: "undo entry \(last) first"
    )
  }

  private static func outside(_ range: BulkRange) -> StorageError {
    StorageError(
      .logConflict,
      "entry \(range.position) cannot be reversed: '\(range.name)' was changed outside the log",
      record: range.name,
      remedy: "restore a copy, or put it right by a new change"
    )
  }
}
