import GRDB
import GraphModel

/// Inserts elements of a block whose keys are new, many in each statement.
///
/// A row whose key is there already is left out, and only the count tells: to look each key up first
/// would cost as much as the insertion.
final class BlockInsert {
  static let batchSize = 32

  private let batch: RawStatement
  private let single: RawStatement
  private let find: RawStatement
  private let kind: ElementKind

  init(_ db: Database, _ kind: ElementKind) throws {
    self.kind = kind
    let (columns, row) =
      kind == .node
      ? ("node (id, shape, key, value)", "(?, ?, ?, ?)")
      : ("relationship (id, shape, source, target, key, value)", "(?, ?, ?, ?, ?, ?)")
    func insert(_ count: Int) throws -> RawStatement {
      let rows = repeatElement(row, count: count).joined(separator: ", ")
      return try RawStatement(db, "INSERT INTO \(columns) VALUES \(rows) ON CONFLICT DO NOTHING")
    }
    single = try insert(1)
    batch = try insert(Self.batchSize)
    find = try RawStatement(db, "SELECT id FROM \(kind.rawValue) WHERE key = ?")
  }

  /// A row to be inserted; its texts are ranges of bytes.
  struct Row {
    let id: Int64
    let shape: Int64
    var source: Int64 = 0
    var target: Int64 = 0
    let key: Range<Int>
    let value: Range<Int>
  }

  /// Inserts rows, and returns whether none was left out.
  ///
  /// - Parameter rows: `batchSize` of them at most.
  func insert(_ rows: Span<Row>, _ bytes: Span<UInt8>) throws -> Bool {
    var inserted = 0
    try unsafe bytes.withUnsafeBufferPointer { bytes in
      try unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        if rows.count == Self.batchSize {
          var column: Int32 = 1
          for index in rows.indices {
            unsafe bind(rows[index], from: &column, of: batch, characters)
          }
          try batch.run()
          inserted = batch.changeCount
        } else {
          for index in rows.indices {
            var column: Int32 = 1
            unsafe bind(rows[index], from: &column, of: single, characters)
            try single.run()
            inserted += single.changeCount
          }
        }
      }
    }
    return inserted == rows.count
  }

  @unsafe
  private func bind(
    _ row: Row,
    from column: inout Int32,
    of statement: RawStatement,
    _ characters: UnsafeBufferPointer<CChar>
  ) {
    statement.bind(column, row.id)
    statement.bind(column + 1, row.shape)
    column += 2
    if kind == .relationship {
      statement.bind(column, row.source)
      statement.bind(column + 1, row.target)
      column += 2
    }
    unsafe statement.bind(column, borrowing: characters, row.key)
    unsafe statement.bind(column + 1, borrowing: characters, row.value)
    column += 2
  }

  /// Returns the id of the element with a key of its own.
  func id(of key: Range<Int>, _ bytes: Span<UInt8>) throws -> Int64? {
    try unsafe bytes.withUnsafeBufferPointer { bytes in
      try unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe find.bind(1, borrowing: characters, key)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
      }
    }
  }
}
