import GRDB
import GraphModel

/// Reads all rows of one kind in ascending order of ids, one at a time.
struct StoredRows {
  private let kind: ElementKind
  private let rows: RawStatement

  init(_ kind: ElementKind, _ db: Database, from first: Int64 = 0, to last: Int64 = .max) throws {
    self.kind = kind
    rows = try RawStatement(
      db,
      "SELECT \(StoredRow.columns(kind)) FROM \(kind.rawValue) WHERE id BETWEEN ? AND ? ORDER BY id"
    )
    rows.bind(1, first)
    rows.bind(2, last)
  }

  func next() throws -> StoredRow? { try rows.step() ? StoredRow(checking: kind, rows) : nil }
}
