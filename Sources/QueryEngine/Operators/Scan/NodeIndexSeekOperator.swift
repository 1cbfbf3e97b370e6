import GraphModel

/// Fills a slot with the nodes whose property equals a value or one of a list of values, begins with
/// a text, is like a text, or has the words of a text.
///
/// ```
/// for row in child:
///   for node in index(label, key)[value(row)]:
///     emit row + node                        (few at first: a LIMIT may want no more)
/// ```
final class NodeIndexSeekOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let seek: LogicalPlan.NodeIndexSeek
  private let value: any ExpressionEvaluator
  private let limit: (any ExpressionEvaluator)?
  /// The slots that somebody above reads; all where it is `nil`.
  private let kept: [Slot]?
  private let keepsNode: Bool
  private var input: DataChunk?
  private var values = Column.nulls(count: 0)
  private var limits = Column.nulls(count: 0)
  private var row = 0
  private var found = Found()
  /// How many rows the next chunk has.
  private var size = DataChunk.capacityRows

  /// Holds nodes that were found, the rows of the input that they are for, and which come next.
  private struct Found {
    var rows: ContiguousArray<Int32> = []
    var nodes: ContiguousArray<UInt32> = []
    var next = 0
    /// Those for the only row of the input, which are read when they are wanted.
    var matches: TextMatches?
    /// How many there are for the only row of the input, where nobody asks which.
    var count = 0
  }

  init(
    _ child: any PhysicalOperator,
    _ seek: LogicalPlan.NodeIndexSeek,
    value: any ExpressionEvaluator,
    limit: (any ExpressionEvaluator)?,
    keeping kept: Set<Slot>? = nil
  ) {
    self.child = child
    self.seek = seek
    self.value = value
    self.limit = limit
    self.kept = kept.map(Array.init)
    keepsNode = kept?.contains(seek.node) ?? true
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    found = Found()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let input, let chunk = output(input) { return chunk }
      if let input, row < input.count {
        seekRows(input, context.graph)
      } else {
        guard let chunk = try child.next(context) else { return nil }
        input = chunk
        values = try value.evaluate(chunk, context)
        limits = try limit?.evaluate(chunk, context) ?? .nulls(count: 0)
        row = 0
      }
    }
  }

  private func seekRows(_ input: DataChunk, _ graph: PropertyGraph) {
    // Nodes in order may be wanted for a LIMIT alone.
    size = seek.comparison == .prefix ? Self.firstRows : DataChunk.capacityRows
    guard input.count > 1 else { return seekOnlyRow(graph) }
    var rows: ContiguousArray<Int32> = []
    var nodes: ContiguousArray<UInt32> = []
    while row < input.count, nodes.count < DataChunk.capacityRows {
      let found = seekRow(graph)
      nodes.append(contentsOf: found)
      rows.append(contentsOf: repeatElement(Int32(row), count: found.count))
      row += 1
    }
    found = Found(rows: rows, nodes: nodes)
  }

  private func seekOnlyRow(_ graph: PropertyGraph) {
    if seek.comparison == .prefix, case .string(let prefix) = values.value(at: row) {
      let matches = graph.matches(seek.property, prefix: prefix)
      found = keepsNode ? Found(matches: matches) : Found(count: matches.count)
    } else {
      let nodes = seekRow(graph)
      found = Found(rows: ContiguousArray(repeating: 0, count: nodes.count), nodes: nodes)
    }
    row += 1
  }

  /// Returns the next rows of those found; `nil` where there are none.
  private func output(_ input: DataChunk) -> DataChunk? {
    if found.count > 0 {
      let count = min(found.count, DataChunk.capacityRows)
      found.count -= count
      return input.gathered(ContiguousArray(repeating: 0, count: count), keeping: kept)
    }
    if found.matches != nil {
      let nodes = found.matches?.next(size) ?? []
      size = min(size * 4, DataChunk.capacityRows)
      guard !nodes.isEmpty else {
        found.matches = nil
        return nil
      }
      return chunk(input, ContiguousArray(repeating: 0, count: nodes.count), nodes)
    }
    guard found.next < found.nodes.count else { return nil }
    let range = found.next..<min(found.next + size, found.nodes.count)
    found.next = range.upperBound
    size = min(size * 4, DataChunk.capacityRows)
    guard range.count < found.nodes.count else { return chunk(input, found.rows, found.nodes) }
    return chunk(
      input,
      ContiguousArray(found.rows[range]),
      ContiguousArray(found.nodes[range])
    )
  }

  private func chunk(
    _ input: DataChunk,
    _ rows: ContiguousArray<Int32>,
    _ nodes: ContiguousArray<UInt32>
  ) -> DataChunk {
    var chunk = input.gathered(rows, keeping: kept)
    chunk.fill(seek.node, with: .nodes(nodes))
    return chunk
  }

  /// The rows of the first chunk where few may be wanted; each further one has four times as many.
  private static let firstRows = 32

  /// Returns the nodes for one row; all nodes where the filter which follows has to decide: where the
  /// value should be a list and is none, and where many edits are allowed.
  private func seekRow(_ graph: PropertyGraph) -> ContiguousArray<UInt32> {
    switch (seek.comparison, values.value(at: row)) {
    case (.equal, let value): graph.nodes(seek.property, equalTo: value)
    case (.oneOf, .list(let values)): graph.nodes(seek.property, equalTo: values)
    case (.oneOf, .null): []
    case (.oneOf, _): graph.members(seek.property.label)
    case (.prefix, .string(let prefix)): graph.nodes(seek.property, matching: .prefix(prefix))
    case (.withinDistance, .string(let text)): nodes(like: text, graph)
    case (.words, .string(let text)): graph.nodes(seek.property, matching: .words(text))
    case (.prefix, _), (.withinDistance, _), (.words, _): []
    }
  }

  private func nodes(like text: String, _ graph: PropertyGraph) -> ContiguousArray<UInt32> {
    guard case .integer(let limit) = limits.value(at: row), limit <= 1 else {
      return graph.members(seek.property.label)
    }
    return graph.nodes(seek.property, matching: .oneEdit(text))
  }
}
