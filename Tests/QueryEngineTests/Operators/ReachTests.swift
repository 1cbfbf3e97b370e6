import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Arriving at each node once")
struct ReachTests {
  /// Many nodes, each with relationships to some that lie far apart.
  private static func makeGraph(_ nodes: Int) -> PropertyGraph {
    var generator = Seeded(UInt64(nodes))
    let graph = PropertyGraph()
    for _ in 0..<nodes { graph.createNode(labels: ["A"]) }
    for source in 0..<nodes {
      for _ in 0..<3 {
        graph.createRelationship(
          type: "R",
          from: UInt32(source),
          to: UInt32.random(in: 0..<UInt32(nodes), using: &generator)
        )
      }
    }
    return graph
  }

  @Test("Nodes are those that an expand finds, each once", arguments: [1, 9, 3_000, 20_000])
  func sameNodes(count: Int) throws {
    let graph = Self.makeGraph(count)
    let context = makeContext(graph)
    for direction in directions {
      let scan = AllNodesScanOperator(ArgumentOperator(), node: Slot(0))
      let reach = ReachOperator(scan, .sample(direction, types: ["R"]))
      let rows = try run(reach, context, slots: [2]).map { $0[0] }
      let plain = ExpandOperator(scan, .sample(direction, types: ["R"]))
      let expected = Set(try run(plain, context, slots: [2]).map { $0[0] })
      #expect(Set(rows) == expected && rows.count == expected.count)
      // Opened anew it begins anew.
      #expect(try run(reach, context, slots: [2]).count == expected.count)
    }
  }

  @Test("A relationship that the row has already is not gone over")
  func excluded() throws {
    let graph = PropertyGraph()
    for _ in 0..<3 { graph.createNode(labels: []) }
    let first = graph.createRelationship(type: "R", from: 0, to: 1)
    graph.createRelationship(type: "R", from: 0, to: 2)
    let rows = Rows([
      .nodes([0, Column.null]), .integers([0, 0], isNull: []), .nodes([0, 0]),
      .relationships([first, first]),
    ])
    let reach = ReachOperator(rows, .sample(.outgoing, distinctFrom: [3]))
    #expect(try run(reach, makeContext(graph), slots: [2]) == [[node(2)]])
  }

  @Test("What is found counts against the memory of the query, and is given back")
  func memory() throws {
    let graph = Self.makeGraph(20_000)
    func reach() -> ReachOperator {
      let scan = AllNodesScanOperator(ArgumentOperator(), node: Slot(0))
      return ReachOperator(scan, .sample(.outgoing))
    }
    #expect(throws: QueryError.self) {
      let context = makeContext(graph, limits: QueryLimits(memoryBytes: 1_000))
      _ = try run(reach(), context, slots: [2])
    }
    let context = makeContext(graph, limits: QueryLimits(memoryBytes: 1 << 30))
    _ = try run(reach(), context, slots: [2])
    #expect(context.freeBytes == 1 << 30)
  }

  @Test("A few rows cost few looks, however many there are")
  func limited() throws {
    let numbers = NumberedNodes(20_000)
    let reach = ReachOperator(numbers, .sample(.outgoing))
    let context = makeContext(Self.makeGraph(20_000))
    try reach.open(context, argument: DataChunk(slotCount: context.slotCount, count: 1))
    _ = try reach.next(context)
    #expect(numbers.handedOn <= 2 * DataChunk.capacityRows)
  }
}

/// Gives the first nodes of a graph, and counts them.
private final class NumberedNodes: PhysicalOperator {
  private let count: Int
  private(set) var handedOn = 0

  init(_ count: Int) { self.count = count }

  func open(_ context: ExecutionContext, argument: DataChunk) { handedOn = 0 }

  func next(_ context: ExecutionContext) -> DataChunk? {
    guard handedOn < count else { return nil }
    let end = min(count, handedOn + DataChunk.capacityRows)
    var chunk = DataChunk(slotCount: context.slotCount, count: end - handedOn)
    chunk.fill(Slot(0), with: .nodes(ContiguousArray(UInt32(handedOn)..<UInt32(end))))
    handedOn = end
    return chunk
  }
}
