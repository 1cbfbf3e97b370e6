import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct FunctionEvaluatorTests {
  private let x = Expression.variable("x")

  @Test func functionsAreCalledForEveryRow() throws {
    let column = Column.values([.string("ab"), .string(""), .null])
    let values = try ExpressionFixture().values(.call("toUpper", x), ["x": column])
    #expect(values == [.string("AB"), .string(""), .null])
  }

  @Test func typedColumnsAreBoxedForFunctions() throws {
    let column = Column.integers([-2, 0], isNull: [false, true])
    let values = try ExpressionFixture().values(.call("abs", x), ["x": column])
    #expect(values == [.integer(2), .null])
  }

  @Test func constantArgumentsAreFolded() throws {
    #expect(try ExpressionFixture().column(.call("toUpper", "a"), count: 5).isConstant)
    #expect(try !ExpressionFixture().column(.call("rand"), count: 5).isConstant)
  }

  @Test func namesIgnoreCase() throws {
    #expect(try ExpressionFixture().value(.call("TOUPPER", "a")) == .string("A"))
  }

  @Test func unknownFunctionsAreErrors() {
    #expect(ExpressionFixture().failure(.call("nothing", 1)) == .unknownFunction)
  }

  @Test func functionsReadTheGraph() throws {
    let fixture = ExpressionFixture()
    fixture.graph.createNode(labels: ["A", "B"], properties: ["k": .integer(1)])
    let nodes = Column.nodes([0, Column.null])
    #expect(
      try fixture.values(.call("labels", x), ["x": nodes])
        == [.list([.string("A"), .string("B")]), .null]
    )
    #expect(
      try fixture.values(.call("properties", x), ["x": nodes]) == [.map(["k": .integer(1)]), .null]
    )
  }

  @Test(arguments: ["id", "type", "startNode", "endNode"])
  func typedRelationshipsAgreeWithBoxedOnes(function: String) throws {
    let fixture = ExpressionFixture()
    for _ in 0..<3 { fixture.graph.createNode(labels: []) }
    fixture.graph.createRelationship(type: "A", from: 0, to: 1)
    fixture.graph.createRelationship(type: "B", from: 2, to: 1)
    let column = Column.relationships([1, Column.null, 0])
    let typed = try fixture.values(.call(function, x), ["x": column])
    let boxed = try fixture.values(.call(function, x), ["x": column.untyped])
    #expect(typed.isIdentical(to: boxed))
    #expect(typed[1] == .null)
  }
}
