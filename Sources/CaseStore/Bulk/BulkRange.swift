import GRDB
import GraphModel

/// One row of `bulk_log`: many elements that were added or removed together.
struct BulkRange {
  static let columns = "position, kind, name, change, first_id, last_id, row_count, digest"

  let position: Int64
  let kind: ElementKind
  /// What the elements are called together: the start of their keys.
  let name: String
  let isAdded: Bool
  let ids: ClosedRange<Int64>
  let rowCount: Int64
  /// The sum of `RowDigest` over the rows as they were added or removed.
  let digest: Int64
}

extension BulkRange {
  init(_ row: Row) throws(StorageError) {
    position = try row.requiredInteger(0)
    name = try row.requiredText(2)
    isAdded = try row.requiredText(3) == "added"
    let (first, last) = (try row.requiredInteger(4), try row.requiredInteger(5))
    guard let kind = ElementKind(rawValue: try row.requiredText(1)), 0 < first, first <= last
    else { throw StorageError(.caseDamaged, "the log holds a range that makes no sense") }
    self.kind = kind
    ids = first...last
    rowCount = try row.requiredInteger(6)
    digest = try row.requiredInteger(7)
  }

  /// Returns what one entry did, in order.
  static func all(of position: Int64, in db: Database) throws -> [BulkRange] {
    let sql = "SELECT \(columns) FROM bulk_log WHERE position = ? ORDER BY ordinal"
    return try Row.fetchAll(db, sql: sql, arguments: [position]).map(BulkRange.init)
  }

  /// Returns what all entries did, in order.
  static func all(in db: Database) throws -> [BulkRange] {
    let sql = "SELECT \(columns) FROM bulk_log ORDER BY position, ordinal"
    return try Row.fetchAll(db, sql: sql).map(BulkRange.init)
  }

  /// Returns the latest range that an element is in.
  static func covering(_ kind: ElementKind, _ id: Int64, in db: Database) throws -> BulkRange? {
    let sql = """
      SELECT \(columns) FROM bulk_log WHERE kind = ?1 AND first_id <= ?2 AND last_id >= ?2
      ORDER BY position DESC LIMIT 1
      """
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchOne(statement, arguments: [kind.rawValue, id]).map(BulkRange.init)
  }

  /// Logs that the same elements were changed the other way by a later entry.
  func reversed(in db: Database, ordinal: Int, position: Int64, digest: Int64) throws {
    try BulkRange(
      position: position,
      kind: kind,
      name: name,
      isAdded: !isAdded,
      ids: ids,
      rowCount: rowCount,
      digest: digest
    ).write(to: db, ordinal: ordinal)
  }

  /// Appends the row to the log.
  func write(to db: Database, ordinal: Int) throws {
    try db.execute(
      sql: "INSERT INTO bulk_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        position, ordinal, kind.rawValue, name, isAdded ? "added" : "removed", ids.lowerBound,
        ids.upperBound, rowCount, digest,
      ]
    )
  }
}
