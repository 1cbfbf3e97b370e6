import GraphModel

/// Goes through all pairs of a row of a chunk and a position of a list.
struct RowProduct {
  private let rowCount: Int
  private let listCount: Int
  private var row = 0
  private var position = 0

  init(rowCount: Int, listCount: Int) {
    self.rowCount = listCount == 0 ? 0 : rowCount
    self.listCount = listCount
  }

  /// Returns the next pairs, as many as a chunk holds; `nil` when there are no more.
  mutating func next() -> (rows: ContiguousArray<Int32>, positions: ContiguousArray<Int>)? {
    guard row < rowCount else { return nil }
    var rows: ContiguousArray<Int32> = []
    var positions: ContiguousArray<Int> = []
    rows.reserveCapacity(DataChunk.capacityRows)
    positions.reserveCapacity(DataChunk.capacityRows)
    while row < rowCount, rows.count < DataChunk.capacityRows {
      let end = min(listCount, position + DataChunk.capacityRows - rows.count)
      rows.append(contentsOf: repeatElement(Int32(row), count: end - position))
      positions.append(contentsOf: position..<end)
      position = end
      if end == listCount {
        row += 1
        position = 0
      }
    }
    return (rows, positions)
  }
}

/// Fills a slot with each node of a list, for each row of a child.
struct NodeListScan {
  private let node: Slot
  private var nodes: ContiguousArray<UInt32>?
  private var input = DataChunk(slotCount: 0, count: 0)
  private var product = RowProduct(rowCount: 0, listCount: 0)

  init(node: Slot) { self.node = node }

  /// Starts anew; the list is asked for when the child has given its first rows, and so has done
  /// all that it does to the graph.
  mutating func reset() { self = NodeListScan(node: node) }

  /// Returns the next rows.
  mutating func next(
    _ child: any PhysicalOperator,
    _ context: ExecutionContext,
    list: (PropertyGraph) -> ContiguousArray<UInt32>
  ) throws(QueryError) -> DataChunk? {
    try context.check()
    while true {
      if let (rows, positions) = product.next(), let nodes {
        var chunk = input.gathered(rows)
        chunk.fill(node, with: .nodes(ContiguousArray(positions.lazy.map { nodes[$0] })))
        return chunk
      }
      guard let chunk = try child.next(context) else {
        reset()
        return nil
      }
      input = chunk
      let found = nodes ?? list(context.graph)
      nodes = found
      product = RowProduct(rowCount: chunk.count, listCount: found.count)
    }
  }
}
