import GRDB
import GraphModel

extension GraphTransaction {
  /// Appends one change to the log, after the entry it belongs to if it is the first.
  mutating func record(
    _ kind: ElementKind,
    _ id: Int64,
    _ key: String,
    before: String?,
    after: String?
  ) throws {
    if entry.changeCount == 0 { try beginEntry() }
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

  private mutating func beginEntry() throws {
    let last = try Int64.fetchOne(
      database,
      cachedSQL: "SELECT max(position) FROM transaction_log",
      []
    )
    let (position, isFull) = (last ?? 0).addingReportingOverflow(1)
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

  func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension Int64 {
  /// Returns the first column of the first row, if that is an integer.
  static func fetchOne(
    _ db: Database,
    cachedSQL sql: String,
    _ arguments: StatementArguments
  ) throws -> Int64? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)?.integer(0)
  }
}
