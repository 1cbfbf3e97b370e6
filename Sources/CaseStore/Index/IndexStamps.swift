import GRDB
import GraphModel

/// Makes the stamps that tie an index to a state of a case.
struct IndexStamps {
  let database: Database

  /// The position of the last entry of the log; 0 before the first.
  func lastPosition() throws -> Int64 {
    try Row.fetchOne(database, sql: "SELECT max(position) FROM transaction_log")?.optionalInteger(0)
      ?? 0
  }

  /// The stamp of the state after a log entry.
  func stamp(_ position: Int64) throws -> ImageStamp {
    ImageStamp(
      logPosition: position,
      entryDigest: try digest(position),
      caseDigest: try digest(1)
    )
  }

  /// A hash of who changed what, when and why in an entry; 0 where there is no such entry.
  ///
  /// It is that of the entry's row, of its first and its last change, and of its ranges.
  private func digest(_ position: Int64) throws -> UInt64 {
    let entry = try Row.fetchOne(
      database,
      sql: "SELECT * FROM transaction_log WHERE position = ?",
      arguments: [position]
    )
    guard let entry else { return 0 }
    var text = entry.databaseValues.map(\.description).joined(separator: "\u{1}")
    for order in ["ASC", "DESC"] {
      let change = try Row.fetchOne(
        database,
        sql: "SELECT * FROM change_log WHERE position = ? ORDER BY ordinal \(order) LIMIT 1",
        arguments: [position]
      )
      text += "\u{2}"
      text += change?.databaseValues.map(\.description).joined(separator: "\u{1}") ?? ""
    }
    let ranges = try Row.fetchAll(
      database,
      sql: "SELECT * FROM bulk_log WHERE position = ? ORDER BY ordinal",
      arguments: [position]
    )
    for range in ranges {
      text += "\u{3}" + range.databaseValues.map(\.description).joined(separator: "\u{1}")
    }
    return ImageChecksum.hash(text)
  }
}
