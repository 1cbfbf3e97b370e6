import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct BasicEvaluatorTests {
  @Test(arguments: [0, 1, 1_024])
  func literalsAreConstantColumns(count: Int) throws {
    let column = try ExpressionFixture().column("a", count: count)
    #expect(column.count == count)
    #expect(column.isConstant)
  }

  @Test func listsAndMapsOfLiteralsAreConstants() throws {
    let map = Expression(.map([MapEntry(key: Identifier("k"), value: .list(1, 2.5, .null))]))
    let column = try ExpressionFixture().column(map, count: 3)
    #expect(column.isConstant)
    #expect(column.value(at: 2) == .map(["k": .list([.integer(1), .float(2.5), .null])]))
  }

  @Test func parametersAreConstantColumns() throws {
    let fixture = ExpressionFixture()
    fixture.parameters = ["p": .integer(7)]
    #expect(try fixture.values(.parameter("p"), count: 2) == [.integer(7), .integer(7)])
  }

  @Test func aMissingParameterIsAnError() {
    #expect(ExpressionFixture().failure(.parameter("p")) == .missingParameter)
  }

  @Test func aVariableIsItsColumn() throws {
    let column = Column.integers([1, 2], isNull: [false, true])
    #expect(try ExpressionFixture().values(.variable("x"), ["x": column]) == [.integer(1), .null])
  }

  @Test func anUnknownVariableIsAnError() {
    #expect(ExpressionFixture().failure(.variable("nobody")) == .undefinedVariable)
  }

  @Test func errorsTellWhereTheInnermostExpressionStands() throws {
    let quotient = Expression(.binary(.divide, 1, 0), at: SourceRange(4, 9))
    let whole = Expression(.binary(.add, 1, quotient), at: SourceRange(0, 9))
    let error = #expect(throws: QueryError.self) { try ExpressionFixture().value(whole) }
    #expect(error?.code == .divisionByZero)
    #expect(error?.range == 4..<9)
  }

  @Test func nothingIsComputedWithoutRows() throws {
    let quotient = Expression.binary(1, .divide, 0)
    #expect(try ExpressionFixture().values(quotient, count: 0).isEmpty)
  }

  @Test func aConstantExpressionNeedsNoRows() throws {
    let fixture = ExpressionFixture()
    fixture.parameters = ["p": .integer(7)]
    let compiler = ExpressionCompiler(planner: fixture, catalog: FunctionCatalog.standard) {
      (_) throws(QueryError) in throw QueryError(.storage, .compileTime, "no operator")
    }
    let sum = ScopedExpression(.binary(.parameter("p"), .add, 1), in: Scope())
    let constant = try ConstantExpression(sum, compiler)
    #expect(try constant.value(fixture.context()) == .integer(8))
  }
}
