import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct CaseEvaluatorTests {
  private let x = Expression.variable("x")

  @Test func theFirstTrueConditionChooses() throws {
    let choice = Expression(
      .caseExpression(
        operand: nil,
        branches: [
          CaseBranch(conditions: [.compared(x, .less, 2)], result: "low"),
          CaseBranch(conditions: [.compared(x, .less, 4)], result: "middle"),
        ],
        otherwise: "high"
      )
    )
    let column = Column.integers([1, 3, 5, 0], isNull: [false, false, false, true])
    let values = try ExpressionFixture().values(choice, ["x": column])
    #expect(values == [.string("low"), .string("middle"), .string("high"), .string("high")])
  }

  @Test func theSimpleFormComparesWithAnyOfSeveralValues() throws {
    let choice = Expression(
      .caseExpression(
        operand: x,
        branches: [
          CaseBranch(conditions: [1, 3], result: "odd"),
          CaseBranch(conditions: [.null], result: "never"),
        ],
        otherwise: nil
      )
    )
    let column = Column.values([.integer(3), .integer(2), .null, .integer(1)])
    let values = try ExpressionFixture().values(choice, ["x": column])
    #expect(values == [.string("odd"), .null, .null, .string("odd")])
  }

  @Test func aBranchIsEvaluatedOnlyWhereItIsChosen() throws {
    let choice = Expression(
      .caseExpression(
        operand: nil,
        branches: [CaseBranch(conditions: [.compared(x, .equal, 0)], result: 0)],
        otherwise: .binary(12, .divide, x)
      )
    )
    let column = Column.integers([0, 3, 4], isNull: [])
    let chosen = try ExpressionFixture().column(choice, ["x": column])
    #expect(Array(chosen.boxed) == [.integer(0), .integer(4), .integer(3)])
    guard case .integers = chosen else {
      Issue.record("typed branches give a boxed column")
      return
    }
  }

  @Test func branchesMayHaveDifferentTypes() throws {
    let choice = Expression(
      .caseExpression(
        operand: x,
        branches: [
          CaseBranch(conditions: [1], result: 1.5), CaseBranch(conditions: [2], result: "b"),
        ],
        otherwise: true
      )
    )
    let column = Column.integers([2, 1, 3], isNull: [])
    let values = try ExpressionFixture().values(choice, ["x": column])
    #expect(values == [.string("b"), .float(1.5), .boolean(true)])
  }

  @Test(arguments: [0, 1, 1_024])
  func everyNumberOfRowsWorks(count: Int) throws {
    let choice = Expression(
      .caseExpression(
        operand: nil,
        branches: [CaseBranch(conditions: [.compared(x, .less, 500)], result: x)],
        otherwise: nil
      )
    )
    let column = Column.integers(ContiguousArray((0..<Int64(count))), isNull: [])
    let values = try ExpressionFixture().values(choice, ["x": column])
    let expected = (0..<count).map { $0 < 500 ? Value.integer(Int64($0)) : .null }
    #expect(values == expected)
  }

  @Test func coalesceEvaluatesLaterValuesOnlyWhereNeeded() throws {
    let first = Expression.call("coalesce", x, .binary(12, .divide, .variable("y")))
    let values = try ExpressionFixture().values(
      first,
      [
        "x": .integers([1, 0], isNull: [false, true]),
        "y": .integers([0, 4], isNull: []),
      ]
    )
    #expect(values == [.integer(1), .integer(3)])
  }
}
