import GRDB
import GraphModel

/// One row of `change_log`.
struct ChangeRow {
  static let columns = "kind, element_id, element_key, before, after"

  let kind: ElementKind
  let id: Int64
  let key: String
  let before: String?
  var after: String?

  init(_ row: Row) throws(StorageError) {
    guard let kind = ElementKind(rawValue: try row.requiredText(0)) else {
      throw StorageError(.caseDamaged, "the log holds an element of no known kind")
    }
    self.kind = kind
    id = try row.requiredInteger(1)
    key = try row.requiredText(2)
    before = row.text(3)
    after = row.text(4)
  }

  static func all(of position: Int64, in db: Database) throws -> [ChangeRow] {
    let sql = "SELECT \(columns) FROM change_log WHERE position = ? ORDER BY ordinal"
    return try Row.fetchAll(db, sql: sql, arguments: [position]).map(ChangeRow.init)
  }

  func element(_ text: String?) throws(StorageError) -> GraphElement? {
    guard let text else { return nil }
    guard let element = GraphElement(kind, key: key, logText: text) else {
      throw StorageError(
        .caseDamaged,
        "the log entry of \(kind) '\(key)' cannot be read",
        record: key
      )
    }
    return element
  }
}
