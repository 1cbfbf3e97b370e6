import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct PatternEvaluatorTests {
  private static let counts: [Int64] = [2, 0, 3, 0, 1]
  private let path = PathPattern(elements: [], range: SourceRange(0, 0))
  private let query = Query(statements: [], range: SourceRange(0, 0))

  /// A fixture whose nested plans give as many rows as the variable `count` says, numbered.
  private func fixture(
    isStreaming: Bool,
    rowsPerChunk: Int
  ) -> (ExpressionFixture, NumberedRowsOperator) {
    let fixture = ExpressionFixture()
    let rows = NumberedRowsOperator(
      count: fixture.slot("count"),
      number: fixture.slot("number"),
      rowsPerChunk: rowsPerChunk
    )
    fixture.nestedOperator = rows
    fixture.nestedPlan = isStreaming ? .argument : .eager(.argument)
    return (fixture, rows)
  }

  private func subquery(_ kind: SubqueryKind) -> Expression {
    Expression(.subquery(kind, .query(query)))
  }

  private var countColumn: Column { .integers(ContiguousArray(Self.counts), isNull: []) }

  private func list(_ count: Int64) -> Value { .list((0..<count).map(Value.integer)) }

  @Test(arguments: [true, false], [1, 2, 1_024])
  func existenceIsToldForEveryRow(isStreaming: Bool, rowsPerChunk: Int) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: rowsPerChunk)
    let values = try fixture.values(Expression(.pattern(path)), ["count": countColumn])
    #expect(values == Self.counts.map { .boolean($0 > 0) })
  }

  @Test(arguments: [true, false], [1, 2, 1_024])
  func rowsAreCounted(isStreaming: Bool, rowsPerChunk: Int) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: rowsPerChunk)
    let values = try fixture.values(subquery(.count), ["count": countColumn])
    #expect(values == Self.counts.map(Value.integer))
  }

  @Test(arguments: [true, false], [1, 2, 1_024])
  func valuesAreCollectedByRow(isStreaming: Bool, rowsPerChunk: Int) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: rowsPerChunk)
    let values = try fixture.values(subquery(.collect), ["count": countColumn])
    #expect(values == Self.counts.map(list))
  }

  @Test(arguments: [true, false])
  func patternComprehensionsSeeInnerAndOuterVariables(isStreaming: Bool) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: 2)
    var named = path
    named.variable = Identifier("p")
    let comprehension = Expression(
      .patternComprehension(
        path: named,
        condition: nil,
        result: .binary(.variable("p"), .add, .variable("count"))
      )
    )
    let values = try fixture.values(comprehension, ["count": countColumn])
    let expected = Self.counts.map { count in
      Value.list((0..<count).map { Value.integer($0 + count) })
    }
    #expect(values == expected)
  }

  @Test(arguments: [true, false])
  func shortestPathIsTheFirstOrNull(isStreaming: Bool) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: 1)
    var shortest = path
    shortest.prefix = .shortestPath
    let values = try fixture.values(Expression(.shortestPath(shortest)), ["count": countColumn])
    #expect(values == [.integer(0), .null, .integer(0), .null, .integer(0)])
    shortest.prefix = .allShortestPaths
    let all = try fixture.values(Expression(.shortestPath(shortest)), ["count": countColumn])
    #expect(all == Self.counts.map(list))
  }

  @Test(arguments: [true, false])
  func existenceDoesNotReadEverything(isStreaming: Bool) throws {
    let (fixture, rows) = fixture(isStreaming: isStreaming, rowsPerChunk: 100)
    let column = Column.integers([50_000, 0, 50_000], isNull: [])
    let values = try fixture.values(subquery(.exists), ["count": column])
    #expect(values == [.boolean(true), .boolean(false), .boolean(true)])
    #expect(rows.rowCount < 2_500)
  }

  @Test func oneRunServesAllRowsOfAStreamingPlan() throws {
    let (fixture, rows) = fixture(isStreaming: true, rowsPerChunk: 1_024)
    _ = try fixture.values(subquery(.count), ["count": countColumn])
    #expect(rows.openCount == 1)
  }

  @Test(arguments: [true, false])
  func comprehensionsMayContainPatterns(isStreaming: Bool) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: 2)
    let filtered = Expression(
      .listComprehension(
        variable: Identifier("x"),
        list: .list(1, 2),
        condition: Expression(.pattern(path)),
        result: .binary(.variable("x"), .add, subquery(.count))
      )
    )
    let values = try fixture.values(filtered, ["count": .integers([2, 0], isNull: [])])
    #expect(values == [.list([.integer(3), .integer(4)]), .list([])])
  }

  @Test func noRowsAskForNoRows() throws {
    let (fixture, _) = fixture(isStreaming: true, rowsPerChunk: 2)
    let values = try fixture.values(subquery(.exists), ["count": .integers([], isNull: [])])
    #expect(values.isEmpty)
  }

  @Test func queriesWithoutReturnHaveRowsHere() throws {
    let (fixture, rows) = fixture(isStreaming: true, rowsPerChunk: 2)
    fixture.nestedPlan = .emptyResult(.argument)
    let values = try fixture.values(subquery(.exists), ["count": countColumn])
    #expect(values == Self.counts.map { .boolean($0 > 0) })
    #expect(fixture.builtPlans == [.argument])
    #expect(rows.openCount == 1)
  }

  @Test func existsOfAPatternIsThePattern() throws {
    let (fixture, _) = fixture(isStreaming: true, rowsPerChunk: 2)
    let exists = Expression.call("exists", Expression(.pattern(path)))
    let values = try fixture.values(exists, ["count": countColumn])
    #expect(values == Self.counts.map { .boolean($0 > 0) })
  }

  @Test(arguments: [true, false])
  func listsThatTakeTooMuchMemoryAreErrors(isStreaming: Bool) throws {
    let (fixture, _) = fixture(isStreaming: isStreaming, rowsPerChunk: 100)
    fixture.limits.memoryBytes = 10_000
    let column = Column.integers([1_000], isNull: [])
    #expect(fixture.failure(subquery(.collect), ["count": column]) == .memoryLimit)
    #expect(fixture.failure(subquery(.count), ["count": column]) == nil)
  }

  @Test func existenceNeedsNeitherOrderNorLimit() throws {
    func limited(_ limit: Expression) -> LogicalPlan {
      .limit(.sort(.distinct(.argument, []), []), ScopedExpression(limit, in: Scope()))
    }
    let plans: [(LogicalPlan, LogicalPlan)] = [
      (limited(1), .argument), (.projection(limited(3), []), .projection(.argument, [])),
      (limited(0), limited(0)), (limited(.parameter("p")), limited(.parameter("p"))),
    ]
    for (plan, expected) in plans { #expect(plan.forExistence == expected) }
  }
}
