/// Finds the indices of nodes by their row numbers, which ascend; takes memory only for gaps
/// between them.
struct NodeRows {
  private struct Run {
    let firstRow: Int64
    let firstIndex: Int
    var count: Int
  }

  private var runs: ContiguousArray<Run> = []
  private var count = 0

  /// Adds nodes whose row numbers follow one another.
  mutating func append(_ row: Int64, count added: Int = 1) {
    if let last = runs.last, row - last.firstRow == Int64(last.count) {
      runs[runs.count - 1].count += added
    } else {
      runs.append(Run(firstRow: row, firstIndex: count, count: added))
    }
    count += added
  }

  /// Returns the index of the node with a row number.
  @inline(__always)
  func index(of row: Int64) -> UInt32? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].firstRow <= row { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    let offset = row - run.firstRow
    return offset < Int64(run.count) ? UInt32(run.firstIndex + Int(offset)) : nil
  }
}
