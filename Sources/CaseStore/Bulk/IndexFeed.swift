import Dispatch
import GRDB
import GraphModel

/// Builds the index of a case on a thread of its own while tables are written into the case, so that
/// they need not be read again.
///
/// What goes wrong here ends the index and not the import: it is built when it is needed.
final class IndexFeed: @unchecked Sendable {
  // Unchecked because `rows` and `failure` belong to the queue, or, while that is idle, to the
  // thread that writes the tables.

  private let rows: IndexRows
  private var failure: StorageError?
  private let queue = DispatchQueue(label: "backchannel.index")
  /// Counts how many more blocks may wait, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 4)
  private var hasStoredRelationships = false

  /// Begins the index with the nodes that the case has; `nil` where no index can be written.
  init?(casePath: String, _ db: Database, _ words: WordTable) throws {
    guard let builder = try? IndexBuilder(casePath: casePath) else { return nil }
    rows = IndexRows(builder) { word in words.text(of: word) }
    try rows.addStored(.node, db, ElementCoder(db))
  }

  /// Adds the relationships that the case has, once, behind all nodes.
  func addStoredRelationships(_ db: Database) throws {
    guard !hasStoredRelationships else { return }
    hasStoredRelationships = true
    queue.sync {}
    try rows.addStored(.relationship, db, ElementCoder(db))
  }

  /// Adds nodes of a table.
  func addNodes(
    _ block: BulkBlock,
    _ table: BulkTable,
    _ keys: [IndexBuilder.KeyRun],
    firstID: Int64
  ) {
    add(block, table) { [rows] (columns, bytes) throws(StorageError) in
      try rows.addNodes(
        columns,
        of: table.shape,
        bytes,
        labels: StoredText.readLabels(table.shape.name) ?? [],
        prefix: table.prefix,
        keys,
        firstID: firstID
      )
    }
  }

  /// Adds relationships of a table.
  ///
  /// - Parameter sources: The row numbers of the nodes that they leave; `targets` likewise.
  func addRelationships(
    _ block: BulkBlock,
    _ table: BulkTable,
    _ sources: ContiguousArray<Int64>,
    _ targets: ContiguousArray<Int64>,
    firstNumber: Int64
  ) {
    add(block, table) { [rows] (columns, bytes) throws(StorageError) in
      var ends = (sources: ContiguousArray<UInt32>(), targets: ContiguousArray<UInt32>())
      ends.sources.reserveCapacity(sources.count)
      ends.targets.reserveCapacity(targets.count)
      for row in sources.indices {
        guard let source = rows.nodes.index(of: sources[row]),
          let target = rows.nodes.index(of: targets[row])
        else { return false }
        ends.sources.append(source)
        ends.targets.append(target)
      }
      return try rows.addRelationships(
        columns,
        of: table.shape,
        bytes,
        prefix: table.prefix,
        firstNumber: firstNumber,
        ends: ends
      )
    }
  }

  private func add(
    _ block: BulkBlock,
    _ table: BulkTable,
    _ body: @escaping (borrowing RowColumns, Span<UInt8>) throws(StorageError) -> Bool
  ) {
    room.wait()
    let work = DispatchWorkItem { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do throws(StorageError) {
        guard let columns = block.columns ?? Self.columns(block, table.shape),
          columns.count == block.count, try body(columns, block.values.span)
        else { throw StorageError(.caseDamaged, "a table cannot be read") }
      } catch { failure = error }
    }
    queue.async(execute: work)
  }

  private static func columns(_ block: BulkBlock, _ shape: Shape) -> RowColumns? {
    var columns = RowColumns(columnCount: shape.forms.count, capacity: block.count)
    var start = 0
    for end in block.ends {
      guard columns.append(block.values.span, start..<end) else { return nil }
      start = end
    }
    return columns
  }

  /// Begins to write the index of the case as it is after a log entry; `wait` tells when it is done.
  ///
  /// The stamp is that of an entry that may not be committed yet: until then, and if it never is,
  /// nobody takes the index for that of the case.
  func finish(_ stamp: ImageStamp, minimumElements: Int) {
    queue.async { [self] in
      guard failure == nil, rows.elementCount >= minimumElements else { return }
      do throws(StorageError) { try rows.finish(stamp) } catch { failure = error }
    }
  }

  /// Waits until all that was begun is done.
  func wait() { queue.sync {} }
}
