import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Paths of several relationships")
struct VarLengthTests {
  private let ranges: [(Int, Int?)] = [(0, 0), (0, 2), (1, 1), (1, 3), (2, 3), (0, nil), (2, 1)]

  private func sorted(_ rows: [[Value]]) -> [[Value]] {
    rows.sorted { Value.list($0).ordering(to: .list($1)) == .before }
  }

  private func plan(
    _ expand: LogicalPlan.Expand,
    _ lower: Int,
    _ upper: Int?,
    isReversed: Bool = false
  ) -> LogicalPlan.VarLengthExpand {
    LogicalPlan.VarLengthExpand(
      expand: expand,
      lower: lower,
      upper: upper,
      isReversed: isReversed,
      element: Slot(9),
      condition: []
    )
  }

  private func list(_ trail: [UInt32]) -> Value { .list(trail.map { relationship($0) }) }

  @Test("All trails are found, each once", arguments: 1...10 as ClosedRange<UInt64>)
  func trails(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 5, relationships: 7)
    let context = makeContext(graph)
    for direction in directions {
      for (lower, upper) in ranges {
        let expand = VarLengthExpandOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          plan(.sample(direction), lower, upper),
          condition: []
        )
        let expected = (0..<UInt32(5)).flatMap { from in
          naiveTrails(graph, from: from, [], direction, lower: lower, upper: upper ?? .max).map {
            [node(from), list($0.trail), node($0.end)]
          }
        }
        #expect(sorted(try run(expand, context, slots: [0, 1, 2])) == sorted(expected))
      }
    }
  }

  @Test("A condition holds for each relationship, and excluded ones are left out")
  func conditions() throws {
    let graph = randomGraph(11, nodes: 5, relationships: 9)
    let context = makeContext(graph)
    let isEven = Compute { chunk, row in
      guard case .relationship(let id) = chunk.value(Slot(9), at: row) else { return .null }
      return .boolean(id.rawValue.isMultiple(of: 2))
    }
    for direction in directions {
      let scan = ProjectionOperator(
        AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
        [ProjectionOperator.Item(slot: Slot(3), value: Compute(constant: relationship(4)))]
      )
      let expand = VarLengthExpandOperator(
        scan,
        plan(.sample(direction, types: ["R"], distinctFrom: [3]), 1, nil),
        condition: [isEven]
      )
      let expected = (0..<UInt32(5)).flatMap { from in
        naiveTrails(graph, from: from, ["R"], direction, lower: 1, upper: .max) {
          $0.isMultiple(of: 2) && $0 != 4
        }.map { [node(from), list($0.trail), node($0.end)] }
      }
      #expect(sorted(try run(expand, context, slots: [0, 1, 2])) == sorted(expected))
    }
  }

  @Test("Bound ends and bound lists give the same rows", arguments: 1...5 as ClosedRange<UInt64>)
  func bound(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 4, relationships: 6)
    let context = makeContext(graph)
    for direction in directions {
      for isReversed in [false, true] {
        let free = VarLengthExpandOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          plan(.sample(direction), 0, 3, isReversed: isReversed),
          condition: []
        )
        let rows = try run(free, context, slots: [0, 1, 2])
        let pairs = AllNodesScanOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          node: Slot(2)
        )
        let into = VarLengthExpandOperator(
          pairs,
          plan(.sample(direction, isInto: true), 0, 3, isReversed: isReversed),
          condition: []
        )
        #expect(sorted(try run(into, context, slots: [0, 1, 2])) == sorted(rows))
        let columns = [0, 1].map { column in
          Column.values(ContiguousArray(rows.map { $0[column] }))
        }
        let bound = VarLengthExpandOperator(
          Rows(columns),
          plan(.sample(direction, isRelationshipBound: true), 0, 3, isReversed: isReversed),
          condition: []
        )
        #expect(try run(bound, context, slots: [0, 1, 2]) == rows)
      }
    }
  }

  @Test(
    "A repeated group finds what a variable length finds",
    arguments: 1...6 as ClosedRange<UInt64>
  )
  func groups(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 4, relationships: 6)
    let context = makeContext(graph)
    for direction in directions {
      for (lower, upper) in ranges {
        let expand = LogicalPlan.Expand(
          from: Slot(3),
          to: Slot(5),
          isInto: false,
          relationship: Slot(4),
          isRelationshipBound: false,
          types: [],
          direction: direction,
          distinctFrom: []
        )
        let path = LogicalPlan.RepeatedPath(
          from: Slot(0),
          to: Slot(2),
          isInto: false,
          lower: lower,
          upper: upper,
          body: .expand(.argument, expand),
          start: Slot(3),
          end: Slot(5),
          relationships: [Slot(4)],
          lists: [
            LogicalPlan.GroupList(inner: Slot(4), outer: Slot(1)),
            LogicalPlan.GroupList(inner: Slot(5), outer: Slot(6)),
          ],
          distinctFrom: []
        )
        let repeated = RepeatedPathOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          path,
          body: ExpandOperator(ArgumentOperator(), expand)
        )
        let variable = VarLengthExpandOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          plan(.sample(direction), lower, upper),
          condition: []
        )
        let rows = try run(repeated, context, slots: [0, 1, 2])
        #expect(sorted(rows) == sorted(try run(variable, context, slots: [0, 1, 2])))
        for row in try run(repeated, context, slots: [0, 2, 6]) {
          guard case .list(let nodes) = row[2] else { throw QueryError(.storage, .runtime, "") }
          #expect(row[1] == nodes.last ?? row[0])
        }
      }
    }
  }

  @Test("A path goes over its relationships either way, and is null where a part is null")
  func paths() throws {
    let graph = PropertyGraph()
    for _ in 0..<3 { graph.createNode(labels: []) }
    graph.createRelationship(type: "R", from: 1, to: 0)
    graph.createRelationship(type: "R", from: 1, to: 2)
    let rows = Rows([
      .nodes([0, 0]), .values([list([0, 1]), .null]), .nodes([2, 2]), .relationships([0, 0]),
    ])
    let path = ProjectPathOperator(
      rows,
      LogicalPlan.NamedPath(
        slot: Slot(5),
        elements: [.node(Slot(0)), .relationships(Slot(1)), .node(Slot(2))]
      )
    )
    let expected = GraphPath(
      nodes: [0, 1, 2].map(NodeID.init),
      relationships: [0, 1].map(RelationshipID.init)
    )
    let found = try run(path, makeContext(graph), slots: [5]).map { $0[0] }
    #expect(found == [expected.map(Value.path) ?? .null, .null])
    let single = ProjectPathOperator(
      rows,
      LogicalPlan.NamedPath(
        slot: Slot(5),
        elements: [.node(Slot(0)), .relationship(Slot(3)), .group([])]
      )
    )
    guard case .path(let short) = try run(single, makeContext(graph), slots: [5])[0][0] else {
      Issue.record("no path")
      return
    }
    #expect(short.nodes.map(\.rawValue) == [0, 1])
  }
}
