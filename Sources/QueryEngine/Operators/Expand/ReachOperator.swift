import GraphModel

/// Goes from bound nodes over one relationship, and arrives at each node only once; for rows of which
/// nothing but that node is wanted.
///
/// Nodes are handed on in ascending order, as far as some were found at a time: what is read of them
/// then lies together. Few are looked for before the first is handed on, and more each time.
///
/// ```
/// for row in child:
///   for node in nodes(row.from, types, direction):
///     if node was not arrived at before: emit node
/// ```
final class ReachOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.Expand
  private let found: NeighbourBuffer
  private var seen = NodeSet()
  /// Nodes that were found and not handed on.
  private var nodes: ContiguousArray<UInt32> = []
  private var position = 0
  /// How many were handed on.
  private var handedOn = 0
  private var memory = MemoryAccount()

  /// So many times as many nodes as were handed on are looked for at a time.
  private static let growth = 4

  init(_ child: any PhysicalOperator, _ plan: LogicalPlan.Expand) {
    self.child = child
    self.plan = plan
    found = NeighbourBuffer(needsRelationships: !plan.distinctFrom.isEmpty)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    seen = NodeSet()
    nodes.removeAll(keepingCapacity: true)
    (position, handedOn) = (0, 0)
    memory.clear(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if position == nodes.count {
      try findMore(context)
      guard !nodes.isEmpty else {
        memory.clear(context)
        return nil
      }
    }
    let end = min(position + DataChunk.capacityRows, nodes.count)
    var chunk = DataChunk(slotCount: context.slotCount, count: end - position)
    chunk.fill(plan.to, with: .nodes(ContiguousArray(nodes[position..<end])))
    handedOn += end - position
    position = end
    return chunk
  }

  private func findMore(_ context: ExecutionContext) throws(QueryError) {
    position = 0
    nodes.removeAll(keepingCapacity: true)
    let wanted = max(DataChunk.capacityRows, Self.growth * handedOn)
    while nodes.count < wanted, let chunk = try child.next(context) {
      try context.check()
      context.graph.prepareAdjacency()
      let before = nodes.count
      try collect(chunk, context.graph)
      try memory.add(4 * (nodes.count - before), context)
    }
    nodes.orderIfMany()
  }

  private func collect(_ chunk: DataChunk, _ graph: PropertyGraph) throws(QueryError) {
    let from = try chunk.column(plan.from).nodeIndices()
    let excluded = try ExcludedRelationships(plan.distinctFrom, of: chunk)
    let types = graph.relationships.selection(of: plan.types)
    let blocks = graph.onlyList(types, plan.direction).map(BlockReader.init)
    let reader = blocks == nil ? NeighbourReader(graph, types, plan.direction) : nil
    seen.reserve(graph.nodes.capacity)
    for row in 0..<chunk.count {
      let start = found.count
      if let blocks {
        blocks.read(from, row, to: found)
      } else if from[row] != Column.null {
        reader?.read(from[row], to: found)
      }
      if !excluded.isEmpty {
        found.keep(from: start) { relationship, _ in !excluded.contains(relationship, row: row) }
      }
      if found.count >= DataChunk.capacityRows { keepNew() }
    }
    keepNew()
  }

  private func keepNew() {
    // Taken out of the object, so that the loop works on memory of its own.
    var seen = NodeSet()
    swap(&seen, &self.seen)
    found.keepNodes(from: 0) { seen.insert($0) }
    swap(&seen, &self.seen)
    unsafe nodes.append(contentsOf: UnsafeBufferPointer(start: found.nodes, count: found.count))
    found.removeAll()
  }
}

extension ContiguousArray<UInt32> {
  /// Brings different nodes into ascending order, where they are so many, and lie so close, that this
  /// takes less time than it saves.
  fileprivate mutating func orderIfMany() {
    guard count > DataChunk.capacityRows, let least = self.min(), let greatest = self.max(),
      Int(greatest - least) >> 6 < 8 * count
    else { return }
    var marks = NodeSet()
    marks.reserve(Int(greatest - least) + 1)
    for node in self { _ = marks.insert(node - least) }
    removeAll(keepingCapacity: true)
    marks.forEach { append($0 + least) }
  }
}
