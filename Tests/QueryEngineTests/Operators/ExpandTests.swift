import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Expanding")
struct ExpandTests {
  private func sorted(_ rows: [[Value]]) -> [[Value]] {
    rows.sorted { Value.list($0).ordering(to: .list($1)) == .before }
  }

  @Test(
    "Every relationship is found once from each node, a loop once",
    arguments: 1...12 as ClosedRange<UInt64>
  )
  func all(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 9, relationships: 30)
    let context = makeContext(graph)
    for direction in directions {
      for types in [[], ["R"], ["R", "S"], ["X"]] {
        let scan = AllNodesScanOperator(ArgumentOperator(), node: Slot(0))
        let expand = ExpandOperator(scan, .sample(direction, types: types))
        let expected = (0..<UInt32(9)).flatMap { from in
          naiveSteps(graph, from: from, types, direction).map {
            [node(from), relationship($0.relationship), node($0.end)]
          }
        }
        #expect(sorted(try run(expand, context, slots: [0, 1, 2])) == sorted(expected))
      }
    }
  }

  @Test(
    "Bound ends and relationships filter the same rows",
    arguments: 1...6 as ClosedRange<UInt64>
  )
  func bound(seed: UInt64) throws {
    let graph = randomGraph(seed, nodes: 7, relationships: 25)
    let context = makeContext(graph)
    for direction in directions {
      let expected = sorted(
        (0..<UInt32(7)).flatMap { from in
          naiveSteps(graph, from: from, ["R"], direction).map {
            [node(from), relationship($0.relationship), node($0.end)]
          }
        }
      )
      let pairs = AllNodesScanOperator(
        AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
        node: Slot(2)
      )
      let into = ExpandOperator(pairs, .sample(direction, types: ["R"], isInto: true))
      #expect(sorted(try run(into, context, slots: [0, 1, 2])) == expected)
      let everyRelationship = RelationshipTypeScanOperator(
        AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
        LogicalPlan.RelationshipScan(
          relationship: Slot(1),
          types: [],
          direction: .outgoing,
          from: Slot(5),
          to: Slot(6)
        )
      )
      let boundRelationship = ExpandOperator(
        everyRelationship,
        .sample(direction, types: ["R"], isRelationshipBound: true)
      )
      #expect(sorted(try run(boundRelationship, context, slots: [0, 1, 2])) == expected)
    }
  }

  @Test("Relationships of the same MATCH are different ones, also from lists")
  func uniqueness() throws {
    let graph = PropertyGraph()
    for _ in 0..<2 { graph.createNode(labels: []) }
    for _ in 0..<3 { graph.createRelationship(type: "R", from: 0, to: 1) }
    let context = makeContext(graph)
    let rows = Rows([
      .nodes([0, 0, 0, 0]), .values([.null, .null, .null, .null]),
      .values([.null, .null, .null, .null]),
      .relationships([0, 1, 2, Column.null]),
      .values([
        .list([relationship(1)]), .list([]), .null, .list([relationship(0), relationship(2)]),
      ]),
    ])
    let expand = ExpandOperator(rows, .sample(.outgoing, distinctFrom: [3, 4]))
    let found = try run(expand, context, slots: [1]).map { $0[0] }
    #expect(found == [2, 0, 2, 0, 1, 1].map { relationship($0) })
  }

  @Test("Null leads nowhere, and a node that is no node is an error")
  func null() throws {
    let context = makeContext(randomGraph(1, nodes: 2, relationships: 5))
    let nothing = ExpandOperator(Rows([.constant(.null, count: 3)]), .sample(.either))
    #expect(try run(nothing, context, slots: [0]).isEmpty)
    let wrong = ExpandOperator(Rows([.integers([1], isNull: [])]), .sample(.either))
    #expect(throws: QueryError.self) { try run(wrong, context, slots: [0]) }
  }

  @Test("Many rows and many neighbours come in chunks", arguments: chunkBorders)
  func borders(count: Int) throws {
    let graph = PropertyGraph()
    graph.createNode(labels: [])
    for index in 0..<count {
      graph.createRelationship(type: "R", from: 0, to: graph.createNode(labels: ["L"]))
      #expect(graph.relationships.targets[index] == UInt32(index + 1))
    }
    let context = makeContext(graph)
    let star = ExpandOperator(Rows([.nodes([0, 0])]), .sample(.outgoing))
    #expect(try run(star, context, slots: [2]).count == 2 * count)
    let leaves = ExpandOperator(
      NodeByLabelScanOperator(ArgumentOperator(), node: Slot(0), label: "L"),
      .sample(.either)
    )
    #expect(try run(leaves, context, slots: [2]) == Array(repeating: [node(0)], count: count))
  }

  @Test("Scans of relationships give both ways round where either is asked for")
  func relationshipScan() throws {
    let graph = randomGraph(5, nodes: 6, relationships: 40)
    let context = makeContext(graph)
    for direction in directions {
      for types in [[], ["R"], ["R", "S"], ["X"]] {
        let scan = RelationshipTypeScanOperator(
          ArgumentOperator(),
          LogicalPlan.RelationshipScan(
            relationship: Slot(1),
            types: types,
            direction: direction,
            from: Slot(0),
            to: Slot(2)
          )
        )
        let expand = ExpandOperator(
          AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
          .sample(direction, types: types)
        )
        #expect(
          sorted(try run(scan, context, slots: [0, 1, 2]))
            == sorted(try run(expand, context, slots: [0, 1, 2]))
        )
      }
    }
  }
}
