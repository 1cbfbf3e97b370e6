import GraphModel
import QueryEngine
import Testing

@Suite("Functions of the graph")
struct GraphFunctionTests {
  /// Two nodes and a relationship between them; node 3 and relationship 8 have been deleted.
  private struct SmallGraph: GraphAccess {
    func exists(_ node: NodeID) -> Bool { node.rawValue < 3 }
    func exists(_ relationship: RelationshipID) -> Bool { relationship.rawValue == 7 }
    func labels(of node: NodeID) -> [String] { ["A", "B"] }
    func type(of relationship: RelationshipID) -> String { "T" }
    func properties(of node: NodeID) -> Properties { ["name": "x"] }
    func properties(of relationship: RelationshipID) -> Properties { ["num": 1] }
    func property(_ key: String, of node: NodeID) -> Value { properties(of: node)[key] ?? .null }
    func property(_ key: String, of relationship: RelationshipID) -> Value {
      properties(of: relationship)[key] ?? .null
    }
    func startNode(of relationship: RelationshipID) -> NodeID { NodeID(rawValue: 1) }
    func endNode(of relationship: RelationshipID) -> NodeID { NodeID(rawValue: 2) }
  }

  private static var context: FunctionContext {
    FunctionContext(
      graph: SmallGraph(),
      clock: FunctionContext.fixed.clock,
      random: RandomSource(seed: 1)
    )
  }

  private static var variables: [String: Value] {
    let (one, two) = (NodeID(rawValue: 1), NodeID(rawValue: 2))
    let step = RelationshipID(rawValue: 7)
    return [
      "n": .node(one), "r": .relationship(step), "gone": .node(NodeID(rawValue: 3)),
      "old": .relationship(RelationshipID(rawValue: 8)),
      "p": GraphPath(nodes: [one, two], relationships: [step]).map(Value.path) ?? .null,
    ]
  }

  @Test(
    "read nodes, relationships and paths",
    arguments: [
      ("labels(n)", "['A', 'B']"), ("type(r)", "T"), ("type(old)", "T"), ("keys(n)", "['name']"),
      ("keys(r)", "['num']"), ("properties(n)", "{name: 'x'}"), ("properties(r)", "{num: 1}"),
      ("id(n)", "1"), ("id(r)", "7"), ("elementId(n)", "n1"), ("elementId(r)", "r7"),
      ("startNode(r)", "(n1)"), ("endNode(r)", "(n2)"), ("nodes(p)", "[(n1), (n2)]"),
      ("relationships(p)", "[[r7]]"), ("length(p)", "1"), ("n.name", "x"), ("n.none", "null"),
      ("r.num", "1"), ("n['name']", "x"), ("labels(null)", "null"), ("id(gone)", "3"),
    ]
  )
  func values(expression: String, text: String) throws {
    let value = try KitExpression.evaluate(expression, Self.variables, Self.context)
    #expect(value.text == text)
  }

  @Test(
    "refuse what has been deleted",
    arguments: [
      "labels(gone)", "keys(gone)", "properties(old)", "gone.name", "old.num", "gone['name']",
    ]
  )
  func deleted(expression: String) {
    let error = #expect(throws: QueryError.self) {
      try KitExpression.evaluate(expression, Self.variables, Self.context)
    }
    #expect(error?.code == .deletedEntityAccess)
    #expect(error?.kind == .entityNotFound)
  }

  @Test(
    "refuse other types",
    arguments: ["labels(r)", "type(n)", "length(n)", "nodes(1)", "id(p)"]
  )
  func otherTypes(expression: String) {
    let error = #expect(throws: QueryError.self) {
      try KitExpression.evaluate(expression, Self.variables, Self.context)
    }
    #expect(error?.code == .invalidArgumentValue)
  }
}
