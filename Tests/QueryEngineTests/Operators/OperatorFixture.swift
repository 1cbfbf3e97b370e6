import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

/// The numbers of rows at which chunks begin and end.
let chunkBorders = [0, 1, 1_023, 1_024, 1_025, 5_000]

/// Computes a value from a row.
struct Compute: ExpressionEvaluator {
  let value: (DataChunk, Int) throws(QueryError) -> Value

  init(_ value: @escaping (DataChunk, Int) throws(QueryError) -> Value) { self.value = value }

  init(constant: Value) { value = { _, _ in constant } }

  init(slot: Int) { value = { chunk, row in chunk.value(Slot(slot), at: row) } }

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var values: ContiguousArray<Value> = []
    for row in 0..<chunk.count { values.append(try value(chunk, row)) }
    return Column(typing: values)
  }
}

/// Gives the rows of its argument, each `copies` times, and so shows that its parents need no
/// argument operator.
final class Numbers: PhysicalOperator {
  let count: Int
  let slot: Slot
  private var next = 0
  private(set) var handedOn = 0

  init(_ count: Int, slot: Int = 0) {
    self.count = count
    self.slot = Slot(slot)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) { next = 0 }

  func next(_ context: ExecutionContext) -> DataChunk? {
    guard next < count else { return nil }
    let end = min(count, next + DataChunk.capacityRows)
    var chunk = DataChunk(slotCount: context.slotCount, count: end - next)
    chunk.fill(slot, with: .integers(ContiguousArray(Int64(next)..<Int64(end)), isNull: []))
    next = end
    handedOn = end
    return chunk
  }
}

/// Gives rows that are written out.
final class Rows: PhysicalOperator {
  let chunk: DataChunk
  private var queue = ChunkQueue()

  init(_ columns: [Column], slotCount: Int = 12) {
    var chunk = DataChunk(slotCount: slotCount, count: columns.first?.count ?? 1)
    for (index, column) in columns.enumerated() { chunk.fill(Slot(index), with: column) }
    self.chunk = chunk
  }

  func open(_ context: ExecutionContext, argument: DataChunk) { queue = ChunkQueue([chunk]) }

  func next(_ context: ExecutionContext) -> DataChunk? { queue.popFirst() }
}

/// Makes a context.
func makeContext(
  _ graph: PropertyGraph = PropertyGraph(),
  limits: QueryLimits = QueryLimits(),
  procedures: ProcedureCatalog = ProcedureCatalog(),
  loadFolder: String? = nil
) -> ExecutionContext {
  ExecutionContext(
    graph: graph,
    parameters: [:],
    functions: FunctionContext(graph: graph, clock: .now(), random: RandomSource(seed: 1)),
    procedures: procedures,
    slotCount: 12,
    limits: limits,
    loadFolder: loadFolder
  )
}

/// Runs an operator for one empty row and returns some slots of its rows; checks the chunks.
func run(
  _ root: any PhysicalOperator,
  _ context: ExecutionContext,
  slots: [Int],
  argument: DataChunk? = nil
) throws -> [[Value]] {
  var rows: [[Value]] = []
  try root.open(context, argument: argument ?? DataChunk(slotCount: context.slotCount, count: 1))
  while let chunk = try root.next(context) {
    #expect((1...DataChunk.capacityRows).contains(chunk.count))
    for column in chunk.columns { if let column { #expect(column.count == chunk.count) } }
    for row in 0..<chunk.count { rows.append(slots.map { chunk.value(Slot($0), at: row) }) }
  }
  return rows
}

/// Makes the same random numbers every time.
struct Seeded: RandomNumberGenerator {
  let source: RandomSource

  init(_ seed: UInt64) { source = RandomSource(seed: seed) }

  func next() -> UInt64 { source.next() }
}

/// Makes a small graph with loops, parallel relationships and two types.
func randomGraph(_ seed: UInt64, nodes: Int, relationships: Int) -> PropertyGraph {
  var generator = Seeded(seed)
  let graph = PropertyGraph()
  for index in 0..<nodes {
    graph.createNode(
      labels: index.isMultiple(of: 2) ? ["A"] : ["B"],
      properties: ["n": .integer(Int64(index))]
    )
  }
  for index in 0..<relationships {
    graph.createRelationship(
      type: Bool.random(using: &generator) ? "R" : "S",
      from: UInt32.random(in: 0..<UInt32(nodes), using: &generator),
      to: UInt32.random(in: 0..<UInt32(nodes), using: &generator),
      properties: ["w": .integer(Int64(index))]
    )
  }
  return graph
}

/// Steps over one relationship in the plainest way: all relationships are looked at.
func naiveSteps(
  _ graph: PropertyGraph,
  from node: UInt32,
  _ types: [String],
  _ direction: RelationshipPattern.Direction
) -> [(relationship: UInt32, end: UInt32)] {
  let table = graph.relationships
  var steps: [(relationship: UInt32, end: UInt32)] = []
  for index in 0..<UInt32(table.capacity) {
    guard !table.isDeleted[Int(index)], types.isEmpty || types.contains(table.typeName(of: index))
    else { continue }
    let (source, target) = (table.sources[Int(index)], table.targets[Int(index)])
    if direction != .incoming, source == node { steps.append((index, target)) }
    if direction != .outgoing, target == node, direction == .incoming || source != target {
      steps.append((index, source))
    }
  }
  return steps
}

/// Finds all trails in the plainest way.
func naiveTrails(
  _ graph: PropertyGraph,
  from node: UInt32,
  _ types: [String],
  _ direction: RelationshipPattern.Direction,
  lower: Int,
  upper: Int,
  where isAllowed: (UInt32) -> Bool = { _ in true }
) -> [(trail: [UInt32], end: UInt32)] {
  var found: [(trail: [UInt32], end: UInt32)] = []
  func visit(_ node: UInt32, _ trail: [UInt32]) {
    if trail.count >= lower { found.append((trail, node)) }
    guard trail.count < upper else { return }
    for step in naiveSteps(graph, from: node, types, direction)
    where !trail.contains(step.relationship) && isAllowed(step.relationship) {
      visit(step.end, trail + [step.relationship])
    }
  }
  visit(node, [])
  return found
}

let directions: [RelationshipPattern.Direction] = [.outgoing, .incoming, .either]

extension LogicalPlan.Expand {
  /// From slot 0 over slot 1 to slot 2.
  static func sample(
    _ direction: RelationshipPattern.Direction,
    types: [String] = [],
    isInto: Bool = false,
    isRelationshipBound: Bool = false,
    distinctFrom: [Int] = []
  ) -> LogicalPlan.Expand {
    LogicalPlan.Expand(
      from: Slot(0),
      to: Slot(2),
      isInto: isInto,
      relationship: Slot(1),
      isRelationshipBound: isRelationshipBound,
      types: types,
      direction: direction,
      distinctFrom: distinctFrom.map { Slot($0) }
    )
  }
}

/// Makes relationship values.
func relationship(_ index: UInt32) -> Value {
  .relationship(RelationshipID(rawValue: Int64(index)))
}

/// Makes node values.
func node(_ index: UInt32) -> Value { .node(NodeID(rawValue: Int64(index))) }
