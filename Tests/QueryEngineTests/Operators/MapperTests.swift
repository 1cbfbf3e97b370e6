import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Plans become operators")
struct MapperTests {
  /// Plans nothing inside expressions.
  private final class NoPlanner: NestedPlanner {
    func newSlot() -> Slot { Slot(11) }

    func plan(_ pattern: GraphPattern, condition: Expression?, in scope: Scope) throws(QueryError)
      -> NestedPlan
    {
      throw QueryError(.storage, .compileTime, "nothing is planned here")
    }

    func plan(_ query: Query, in scope: Scope) throws(QueryError) -> NestedPlan {
      throw QueryError(.storage, .compileTime, "nothing is planned here")
    }
  }

  private func mapper(evidenceSlot: Slot? = nil) -> PhysicalMapper {
    let compiler = ExpressionCompiler(planner: NoPlanner(), catalog: .standard) {
      (_) throws(QueryError) in ArgumentOperator()
    }
    return PhysicalMapper(compiler: compiler, evidenceSlot: evidenceSlot)
  }

  private func scoped(_ expression: Expression) -> ScopedExpression {
    ScopedExpression(
      expression,
      in: Scope(["a": Slot(0), "r": Slot(1), "b": Slot(2), "x": Slot(3)])
    )
  }

  private var expand: LogicalPlan {
    .expand(.nodeByLabelScan(.argument, node: Slot(0), label: "A"), .sample(.either, types: ["R"]))
  }

  @Test("A whole query runs: match, filter, group, sort and cut")
  func query() throws {
    let graph = randomGraph(4, nodes: 20, relationships: 60)
    let isLarge = Expression.compared(.property(.variable("a"), "n"), .greater, 3)
    let plan = LogicalPlan.top(
      .aggregation(
        .filter(expand, [scoped(isLarge)]),
        keys: [LogicalPlan.ProjectedSlot(Slot(3), scoped(.property(.variable("a"), "n")))],
        aggregates: [
          LogicalPlan.Aggregate(
            slot: Slot(4),
            function: "count",
            isDistinct: true,
            arguments: [scoped(.variable("b"))]
          ),
          LogicalPlan.Aggregate(slot: Slot(5), function: "count", isDistinct: false, arguments: []),
        ]
      ),
      [LogicalPlan.SortItem(value: scoped(.variable("x")), isDescending: true)],
      limit: scoped(4)
    )
    let found = try run(try mapper().build(plan), makeContext(graph), slots: [3, 4, 5])
    let expected = [18, 16, 14, 12, 10, 8, 6, 4].compactMap { (index: UInt32) -> [Value]? in
      let steps = naiveSteps(graph, from: index, ["R"], .either)
      guard !steps.isEmpty else { return nil }
      return [
        .integer(Int64(index)), .integer(Int64(Set(steps.map(\.end)).count)),
        .integer(Int64(steps.count)),
      ]
    }
    #expect(found == Array(expected.prefix(4)))
  }

  @Test("UNWIND range() makes no list, and other lists are what they are")
  func ranges() throws {
    let range = scoped(.call("Range", 1, 3_000_000_000_000))
    let lazy = LogicalPlan.limit(
      .unwind(.argument, list: range, variable: Slot(0)),
      scoped(2)
    )
    #expect(try run(try mapper().build(lazy), makeContext(), slots: [0]) == [[1], [2]])
    let plain = LogicalPlan.unwind(.argument, list: scoped(.list(1, "a")), variable: Slot(0))
    #expect(try run(try mapper().build(plain), makeContext(), slots: [0]) == [[1], [.string("a")]])
  }

  @Test("A query that writes does so under LIMIT 0, and profiles tell what was done")
  func writing() throws {
    let graph = PropertyGraph()
    let numbers = LogicalPlan.unwind(
      .argument,
      list: scoped(.call("range", 1, 1_500)),
      variable: Slot(3)
    )
    let map = Expression(.map([MapEntry(key: Identifier("n"), value: .variable("x"))]))
    let create = LogicalPlan.create(
      numbers,
      [.node(Slot(0), labels: ["A"], properties: scoped(map))]
    )
    let set = LogicalPlan.set(
      create,
      [
        .property(
          of: scoped(.variable("a")),
          key: .fixed("twice"),
          value: scoped(.binary(.property(.variable("a"), "n"), .multiply, 2))
        ), .labels(of: Slot(0), ["B"]),
      ]
    )
    let plan = LogicalPlan.limit(.projection(set, []), scoped(0))
    let (root, profile) = try mapper().buildProfiled(plan)
    #expect(try run(root, makeContext(graph), slots: []).isEmpty)
    #expect(graph.nodes.count(labelled: "B") == 1_500)
    #expect(graph.nodeProperties.value("twice", of: 1_499) == 3_000)
    #expect(profile.rows == 0 && profile.plan == plan)
    let projection = try #require(profile.inputs.first)
    #expect(projection.rows == 1_500 && projection.chunks == 2 && projection.starts == 1)
    #expect(projection.inputs[0].inputs[0].inputs[0].inputs[0].rows == 1)
    #expect(projection.time >= projection.inputs[0].time)
  }

  @Test("Evidence goes through grouping and DISTINCT")
  func evidence() throws {
    let graph = randomGraph(6, nodes: 4, relationships: 6)
    let collected = LogicalPlan.collectEvidence(expand, [Slot(1)])
    let evidence = mapper(evidenceSlot: Slot(10))
    let grouped = LogicalPlan.aggregation(
      collected,
      keys: [LogicalPlan.ProjectedSlot(Slot(0), scoped(.variable("a")))],
      aggregates: []
    )
    let distinct = LogicalPlan.distinct(collected, [Slot(0)])
    let expected = [0, 2].compactMap { (index: UInt32) -> [Value]? in
      let steps = naiveSteps(graph, from: index, ["R"], .either).map(\.relationship)
      guard !steps.isEmpty else { return nil }
      return [node(index), .list(Set(steps).sorted().map { relationship($0) })]
    }
    let context = makeContext(graph)
    #expect(try run(try evidence.build(grouped), context, slots: [0, 10]) == expected)
    #expect(try run(try evidence.build(distinct), context, slots: [0, 10]) == expected)
    #expect(
      try run(try mapper().build(distinct), context, slots: [0, 10]).allSatisfy { $0[1] == .null }
    )
  }

  @Test("Every group of several keys is one, whatever kinds of columns they have")
  func severalKeys() throws {
    let remainder = scoped(.binary(.variable("x"), .modulo, 3))
    let text = scoped(.call("toString", .binary(.variable("x"), .modulo, 2)))
    let plan = LogicalPlan.aggregation(
      .unwind(.argument, list: scoped(.call("range", 0, 4_999)), variable: Slot(3)),
      keys: [
        LogicalPlan.ProjectedSlot(Slot(4), remainder), LogicalPlan.ProjectedSlot(Slot(5), text),
        LogicalPlan.ProjectedSlot(Slot(6), scoped(.null)),
      ],
      aggregates: [
        LogicalPlan.Aggregate(
          slot: Slot(7),
          function: "min",
          isDistinct: false,
          arguments: [scoped(.variable("x"))]
        )
      ]
    )
    let rows = try run(try mapper().build(plan), makeContext(), slots: [4, 5, 7])
    #expect(
      rows == (0..<6).map { [.integer($0 % 3), .string("\($0 % 2)"), .integer($0)] }
    )
  }
}
