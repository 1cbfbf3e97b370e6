import Dispatch
import GraphModel
import Synchronization

/// Makes the columns of a chunk, each on a thread of its own where there are many rows.
enum ColumnRun {
  /// Below so many rows nothing is gained.
  private static let fewestRows = 65_536

  /// Returns what `make` makes of each number below `count`.
  static func columns(
    _ count: Int,
    rows: Int,
    make: @Sendable (Int) -> Column?
  ) -> [Column?] {
    guard rows >= fewestRows else { return (0..<count).map(make) }
    let columns = Mutex([Column?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let column = make(index)
      columns.withLock { $0[index] = column }
    }
    return columns.withLock { $0 }
  }
}
