import GraphModel

/// Fills a slot with the nodes whose property equals a value, or one of a list of values.
///
/// ```
/// for row in child:
///   for node in index(label, key)[value(row)]:
///     emit row + node
/// ```
final class NodeIndexSeekOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let seek: LogicalPlan.NodeIndexSeek
  private let value: any ExpressionEvaluator
  private var input: DataChunk?
  private var values = Column.nulls(count: 0)
  private var row = 0
  private var queue = ChunkQueue()

  init(
    _ child: any PhysicalOperator,
    _ seek: LogicalPlan.NodeIndexSeek,
    value: any ExpressionEvaluator
  ) {
    self.child = child
    self.seek = seek
    self.value = value
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    queue = ChunkQueue()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let chunk = queue.popFirst() { return chunk }
      if let input, row < input.count {
        seekRows(input, context.graph)
      } else {
        guard let chunk = try child.next(context) else { return nil }
        input = chunk
        values = try value.evaluate(chunk, context)
        row = 0
      }
    }
  }

  private func seekRows(_ input: DataChunk, _ graph: PropertyGraph) {
    var rows: ContiguousArray<Int32> = []
    var nodes: ContiguousArray<UInt32> = []
    while row < input.count, nodes.count < DataChunk.capacityRows {
      let found = seekRow(graph)
      nodes.append(contentsOf: found)
      rows.append(contentsOf: repeatElement(Int32(row), count: found.count))
      row += 1
    }
    var chunk = input.gathered(rows)
    chunk.fill(seek.node, with: .nodes(nodes))
    queue.append(chunk)
  }

  /// Returns the nodes for one row; all nodes where the value should be a list and is none, so that
  /// the filter which follows reports it.
  private func seekRow(_ graph: PropertyGraph) -> ContiguousArray<UInt32> {
    let value = values.value(at: row)
    guard seek.isList else { return graph.nodes(seek.property, equalTo: [value]) }
    switch value {
    case .list(let values): return graph.nodes(seek.property, equalTo: values)
    case .null: return []
    default: return graph.members(seek.property.label)
    }
  }
}
