import GraphModel
import Testing

@Suite("Keyed graphs")
struct KeyedGraphTests {
  @Test("A node sorts its labels, keeps each once and drops properties that are null")
  func node() {
    let node = KeyedNode(
      key: "k",
      labels: ["Person", "Entity", "Person"],
      properties: ["a": .null, "b": .list([.null])]
    )
    #expect(node.labels == ["Entity", "Person"])
    #expect(node.properties == ["b": .list([.null])])
    #expect(node == KeyedNode(key: "k", labels: ["Entity", "Person"], properties: node.properties))
  }

  @Test("A relationship drops properties that are null and keeps its direction")
  func relationship() {
    let one = KeyedRelationship(
      key: "r",
      type: "T",
      source: "a",
      target: "b",
      properties: ["x": .null]
    )
    #expect(one.properties.isEmpty)
    #expect(one == KeyedRelationship(key: "r", type: "T", source: "a", target: "b"))
    #expect(one != KeyedRelationship(key: "r", type: "T", source: "b", target: "a"))
  }

  @Test("A graph is empty until something is put into it")
  func graph() {
    var graph = KeyedGraph()
    #expect(graph.nodes.isEmpty && graph.relationships.isEmpty)
    graph.nodes.append(KeyedNode(key: "k", labels: [], properties: [:]))
    #expect(graph != KeyedGraph())
  }

  @Test("Numbers of elements order and print as numbers")
  func identifiers() {
    #expect(NodeID(rawValue: 2) < NodeID(rawValue: 10))
    #expect(NodeID(rawValue: 12).description == "n12")
    #expect(RelationshipID(rawValue: 2) < RelationshipID(rawValue: 10))
    #expect(RelationshipID(rawValue: 12).description == "r12")
  }
}
