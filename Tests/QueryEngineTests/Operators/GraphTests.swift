import GraphModel
import Testing

@testable import QueryEngine

@Suite("The property graph")
struct GraphTests {
  @Test("Label lists hold each node once, in ascending order, whatever was added and removed")
  func labels() {
    let graph = PropertyGraph()
    for _ in 0..<4 { graph.createNode(labels: ["A"]) }
    graph.removeLabels(["A"], from: 2)
    graph.addLabels(["A", "B"], to: 2)
    graph.deleteNode(1)
    #expect(graph.nodes(labelled: "A") == [0, 2, 3])
    #expect(graph.nodes(labelled: "B") == [2])
    #expect(graph.nodes.count(labelled: "A") == 3)
    #expect(graph.nodes.labelNames(of: 2) == ["A", "B"])
    #expect(graph.hasLabel("B", [0, 2, Column.null]) == [.no, .yes, .unknown])
  }

  @Test("Taking a statement back leaves everything as it was")
  func rollback() throws {
    let graph = randomGraph(7, nodes: 6, relationships: 12)
    let before = images(graph)
    graph.beginStatement()
    let node = graph.createNode(labels: ["C"], properties: ["n": 9])
    graph.createRelationship(type: "T", from: node, to: 0)
    graph.setNodeProperty("n", of: 0, to: .string("x"))
    graph.setNodeProperty("new", of: 1, to: .float(1.5))
    graph.setRelationshipProperty("w", of: 3, to: .null)
    graph.addLabels(["B", "C"], to: 0)
    graph.removeLabels(["B"], from: 1)
    graph.deleteRelationship(2)
    graph.deleteNode(4)
    graph.rollback()
    #expect(images(graph) == before)
    #expect(graph.commit().isEmpty)
    #expect(graph.nodes(labelled: "C").isEmpty)
    #expect(graph.exists(NodeID(rawValue: 4)))
    #expect(graph.relationships.count == 12)
  }

  @Test("A commit tells what became of each element in the end")
  func commit() {
    let graph = PropertyGraph()
    let old = graph.createNode(labels: ["A"], key: "old")
    let gone = graph.createNode(labels: ["A"], key: "gone")
    graph.beginStatement()
    let new = graph.createNode(labels: ["B"])
    let brief = graph.createNode(labels: [])
    let link = graph.createRelationship(type: "R", from: old, to: new)
    graph.setNodeProperty("x", of: old, to: 1)
    graph.setNodeProperty("x", of: old, to: 2)
    graph.deleteNode(gone)
    graph.deleteNode(brief)
    let changes = graph.commit()
    #expect(
      changes == [
        .nodeDeleted(NodeID(rawValue: 1), key: "gone"),
        .nodeChanged(graph.nodeImage(old)), .nodeCreated(graph.nodeImage(new)),
        .relationshipCreated(graph.relationshipImage(link)),
      ]
    )
    #expect(graph.nodeImage(old).properties == ["x": 2])
  }

  @Test("An inner statement is taken back by itself, and else belongs to the outer one")
  func nesting() {
    let graph = PropertyGraph()
    graph.beginStatement()
    graph.createNode(labels: ["A"])
    graph.beginStatement()
    graph.createNode(labels: ["B"])
    #expect(graph.commit().isEmpty)
    graph.beginStatement()
    graph.createNode(labels: ["C"])
    graph.rollback()
    #expect(graph.nodes.count == 2)
    #expect(graph.commit().count == 2)
  }

  @Test("Deleted elements are known as deleted; a relationship keeps its type")
  func deleted() throws {
    let graph = randomGraph(1, nodes: 2, relationships: 1)
    graph.beginStatement()
    graph.deleteNode(0)
    let dangling = graph.relationships.sources[0] == 0 || graph.relationships.targets[0] == 0
    #expect((graph.danglingNode() != nil) == dangling)
    graph.deleteRelationship(0)
    #expect(graph.danglingNode() == nil)
    #expect(["R", "S"].contains(try graph.type(of: RelationshipID(rawValue: 0))))
    let error = #expect(throws: QueryError.self) {
      try graph.property("n", of: NodeID(rawValue: 0))
    }
    #expect(error?.code == .deletedEntityAccess)
    #expect(throws: QueryError.self) { try graph.labels(of: NodeID(rawValue: 99)) }
  }

  @Test("A property column keeps its values through all its forms", arguments: [1, 2, 3, 4])
  func properties(seed: UInt64) {
    var generator = Seeded(seed)
    var column = PropertyColumn()
    var expected: [UInt32: Value] = [:]
    for step in 0..<4_000 {
      let range: UInt32 = step < 1_000 ? 200 : step < 2_000 ? 3_000 : 400_000
      let element = UInt32.random(in: 0..<range, using: &generator)
      let value: Value =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: .null
        case 1 where step > 500: seed == 4 ? .string("s\(step)") : .integer(Int64(step))
        default: seed == 2 ? .float(Double(step)) : .integer(Int64(step))
        }
      let old = column.set(value, element)
      #expect(old.isIdentical(to: expected[element] ?? .null))
      expected[element] = value == .null ? nil : value
    }
    let elements = ContiguousArray(UInt32(0)..<3_100) + [Column.null]
    let read = column.column(elements)
    for (row, element) in elements.enumerated() {
      #expect(read.value(at: row).isIdentical(to: expected[element] ?? .null))
    }
    #expect(column.count == expected.count)
  }

  @Test("Adjacency is the same before and after it is built anew, without what was deleted")
  func adjacency() {
    let graph = randomGraph(3, nodes: 40, relationships: 1_500)
    for index in stride(from: UInt32(0), to: 1_500, by: 7) { graph.deleteRelationship(index) }
    let before = neighbours(graph)
    #expect(before == naiveNeighbours(graph))
    graph.prepareAdjacency()
    for _ in 0..<20 { graph.createRelationship(type: "R", from: 0, to: 39) }
    #expect(neighbours(graph) == naiveNeighbours(graph))
  }

  private func neighbours(_ graph: PropertyGraph) -> [[UInt32]] {
    var lists: [[UInt32]] = []
    for node in 0..<UInt32(graph.nodes.capacity) {
      for direction in directions {
        for types in [[], ["R"], ["S", "R"], ["X"]] {
          let found = NeighbourBuffer()
          let selection = graph.relationships.selection(of: types)
          NeighbourReader(graph, selection, direction).read(node, to: found)
          let relationships = (0..<found.count).map { found[$0].relationship }
          let nodes = (0..<found.count).map { found[$0].node }
          lists.append(relationships.sorted() + nodes.sorted())
        }
      }
    }
    return lists
  }

  private func naiveNeighbours(_ graph: PropertyGraph) -> [[UInt32]] {
    var lists: [[UInt32]] = []
    for node in 0..<UInt32(graph.nodes.capacity) {
      for direction in directions {
        for types in [[], ["R"], ["S", "R"], ["X"]] {
          let steps = naiveSteps(graph, from: node, types, direction)
          lists.append(steps.map(\.relationship).sorted() + steps.map(\.end).sorted())
        }
      }
    }
    return lists
  }

  private func images(_ graph: PropertyGraph) -> [GraphChange] {
    (0..<UInt32(6)).map { .nodeCreated(graph.nodeImage($0)) }
      + (0..<UInt32(12)).map { .relationshipCreated(graph.relationshipImage($0)) }
  }
}
