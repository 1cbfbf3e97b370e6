import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Shortest paths")
struct ShortestPathTests {
  private func found(
    _ graph: PropertyGraph,
    _ direction: RelationshipPattern.Direction,
    _ prefix: PathPatternPrefix,
    lower: Int,
    upper: Int?,
    condition: [any ExpressionEvaluator] = []
  ) throws -> [[UInt32]: [[UInt32]]] {
    let pairs = AllNodesScanOperator(
      AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
      node: Slot(2)
    )
    let expand = LogicalPlan.VarLengthExpand(
      expand: .sample(direction, isInto: true),
      lower: lower,
      upper: upper,
      isReversed: false,
      element: Slot(9),
      condition: []
    )
    let shortest = ShortestPathOperator(
      pairs,
      LogicalPlan.ShortestPath(expand: expand, prefix: prefix),
      condition: condition
    )
    var paths: [[UInt32]: [[UInt32]]] = [:]
    for row in try run(shortest, makeContext(graph), slots: [0, 1, 2]) {
      guard case .list(let list) = row[1] else { continue }
      let trail = try list.map { try $0.relationshipIndex() }
      paths[[try row[0].nodeIndex(), try row[2].nodeIndex()], default: []].append(trail)
    }
    return paths
  }

  /// Checks against all trails between two nodes.
  private func check(
    _ graph: PropertyGraph,
    _ nodes: UInt32,
    _ direction: RelationshipPattern.Direction,
    lower: Int,
    upper: Int?,
    condition: [any ExpressionEvaluator] = [],
    where isAllowed: (UInt32) -> Bool = { _ in true }
  ) throws {
    func search(_ prefix: PathPatternPrefix) throws -> [[UInt32]: [[UInt32]]] {
      try found(graph, direction, prefix, lower: lower, upper: upper, condition: condition)
    }
    let single = try search(.shortestPath)
    let all = try search(.allShortestPaths)
    let three = try search(.shortest(count: 3))
    let groups = try search(.shortestGroups(count: 2))
    for from in 0..<nodes {
      let trails = naiveTrails(
        graph,
        from: from,
        [],
        direction,
        lower: lower,
        upper: upper ?? .max,
        where: isAllowed
      )
      for to in 0..<nodes {
        let between = trails.filter { $0.end == to }.map(\.trail)
        let lengths = Set(between.map(\.count)).sorted()
        let key = [from, to]
        #expect((single[key] ?? []).map(\.count) == Array(lengths.prefix(1)))
        for trail in single[key] ?? [] { #expect(between.contains(trail)) }
        let shortest = between.filter { $0.count == lengths.first }
        #expect(Set(all[key] ?? []) == Set(shortest) && all[key]?.count ?? 0 == shortest.count)
        let sizes = between.map(\.count).sorted().prefix(3)
        #expect((three[key] ?? []).map(\.count) == Array(sizes))
        let inGroups = between.filter { lengths.prefix(2).contains($0.count) }
        #expect(Set(groups[key] ?? []) == Set(inGroups))
        #expect(groups[key]?.count ?? 0 == inGroups.count)
      }
    }
  }

  @Test("They are the shortest of all trails", arguments: 1...12 as ClosedRange<UInt64>)
  func shortest(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 5, relationships: 8)
    for direction in directions {
      for (lower, upper) in [(1, nil), (0, nil), (1, 2), (0, 0), (3, nil)] as [(Int, Int?)] {
        try check(graph, 5, direction, lower: lower, upper: upper)
      }
    }
  }

  @Test("A condition holds for each relationship of them", arguments: 1...6 as ClosedRange<UInt64>)
  func conditions(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 5, relationships: 9)
    let isSmall = Compute { chunk, row in
      guard case .relationship(let id) = chunk.value(Slot(9), at: row) else { return .null }
      return .boolean(id.rawValue < 6)
    }
    for direction in directions {
      try check(graph, 5, direction, lower: 1, upper: nil, condition: [isSmall]) { $0 < 6 }
    }
  }

  @Test("A long chain is no trouble")
  func chain() throws {
    let graph = PropertyGraph()
    graph.createNode(labels: [])
    for index in 0..<UInt32(20_000) {
      graph.createNode(labels: [])
      graph.createRelationship(type: "R", from: index, to: index + 1)
    }
    let shortest = ShortestPathOperator(
      Rows([.nodes([0]), .values([.null]), .nodes([20_000])]),
      LogicalPlan.ShortestPath(
        expand: LogicalPlan.VarLengthExpand(
          expand: .sample(.either, isInto: true),
          lower: 1,
          upper: nil,
          isReversed: true,
          element: Slot(9),
          condition: []
        ),
        prefix: .shortestPath
      ),
      condition: []
    )
    let rows = try run(shortest, makeContext(graph), slots: [1])
    guard case .list(let list)? = rows.first?[0] else { throw QueryError(.storage, .runtime, "") }
    #expect(list.count == 20_000 && list[0] == relationship(19_999))
  }
}
