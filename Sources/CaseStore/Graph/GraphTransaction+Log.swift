import GRDB
import GraphModel

extension GraphTransaction {
  /// Appends to the log that an element was added.
  mutating func recordAdded(_ row: StoredRow, _ key: String, _ text: String) throws {
    guard added == nil else {
      added?.add(row.kind, row.id, digest: RowDigest.of(row))
      return
    }
    try record(row.kind, row.id, key, before: nil, after: text)
  }

  /// Appends one change to the log, after the entry it belongs to if it is the first.
  private mutating func record(
    _ kind: ElementKind,
    _ id: Int64,
    _ key: String,
    before: String?,
    after: String?
  ) throws {
    try beginEntry()
    try execute(
      """
      INSERT INTO change_log (position, ordinal, kind, element_id, element_key, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [entry.position, entry.changeCount, kind.rawValue, id, key, before, after]
    )
    entry.count(wasThere: before != nil, isThere: after != nil)
  }

  /// Returns an element as the log writes it; `nil` when it does not exist.
  func logText(_ kind: ElementKind, _ key: String) throws -> String? {
    switch kind {
    case .node: try nodeRow(key)?.logText
    case .relationship: try relationshipRow(key)?.logText
    }
  }

  /// Appends a change of an element that is there, and keeps the digest of an imported row that is
  /// changed for the first time.
  mutating func record(
    _ row: StoredRow,
    _ key: String,
    before: String,
    after: (row: StoredRow, text: String)?
  ) throws {
    let kind = row.kind
    if added?.contains(kind, row.id) == true {
      added?.replace(row, by: after?.row)
      return
    }
    try record(kind, row.id, key, before: before, after: after?.text)
    guard let bulk = try BulkRange.covering(kind, row.id, in: database), bulk.isAdded else {
      return
    }
    let sql = """
      SELECT 1 FROM bulk_change WHERE kind = ? AND element_id = ? AND position > ?
      """
    let known: [any StatementValue] = [kind.rawValue, row.id, bulk.position]
    guard try Int64.fetchOne(database, cachedSQL: sql, known) == nil else { return }
    try execute(
      "INSERT INTO bulk_change (kind, element_id, position, digest) VALUES (?, ?, ?, ?)",
      [kind.rawValue, row.id, entry.position, RowDigest.of(row)]
    )
  }

  /// Returns the key of the element with a row number, and the element as the log writes it.
  func element(_ kind: ElementKind, _ id: Int64) throws -> (key: String, text: String?)? {
    let sql = "SELECT key FROM \(kind.rawValue) WHERE id = ?"
    let row = try RawStatement(kept: sql, database, [id])
    guard try row.step() else { return nil }
    let key = try coder.key(kind, id, own: row.text(0))
    return (key, try logText(kind, key))
  }

  /// Writes the entry itself, unless that has been done.
  mutating func beginEntry() throws {
    guard entry.position == 0 else { return }
    let (position, isFull) = try previousPosition().addingReportingOverflow(1)
    guard !isFull else { throw StorageError(.caseDamaged, "the log has no free position left") }
    entry.position = position
    try execute(
      """
      INSERT INTO transaction_log (position, at, who, why, verb, undoes, redoes)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [position, entry.at, entry.who, entry.why, entry.verb, entry.undoes, entry.redoes]
    )
  }

  func execute(_ sql: String, _ values: [any StatementValue]) throws {
    try RawStatement(kept: sql, database, values).run()
  }
}

extension Int64 {
  /// Returns the first column of the first row, if that is an integer.
  static func fetchOne(
    _ db: Database,
    cachedSQL sql: String,
    _ values: [any StatementValue]
  ) throws -> Int64? {
    let row = try RawStatement(kept: sql, db, values)
    return try row.step() ? row.optionalInteger(0) : nil
  }
}
