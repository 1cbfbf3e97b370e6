import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct ArithmeticEvaluatorTests {
  private static let operators: [BinaryOperator] = [
    .add, .subtract, .multiply, .divide, .modulo, .power,
  ]

  @Test(arguments: operators)
  func typedColumnsAgreeWithBoxedOnes(binary: BinaryOperator) throws {
    var random = RandomColumns(seed: 23)
    let count = DataChunk.capacityRows
    let columns = [
      random.smallIntegers(count: count), random.floats(count: count),
      random.floats(count: count, withNulls: false), .constant(.integer(3), count: count),
      .constant(.float(-0.5), count: count), .constant(.null, count: count),
    ]
    let computed = Expression.binary(.variable("a"), binary, .variable("b"))
    for left in columns {
      for right in columns {
        let typed = try ExpressionFixture().values(computed, ["a": left, "b": right])
        let boxed = try ExpressionFixture().values(
          computed,
          ["a": left.untyped, "b": right.untyped]
        )
        #expect(typed.isIdentical(to: boxed))
      }
    }
  }

  @Test(arguments: operators)
  func errorsAreThoseOfBoxedColumns(binary: BinaryOperator) throws {
    var random = RandomColumns(seed: 5)
    let computed = Expression.binary(.variable("a"), binary, .variable("b"))
    for _ in 0..<200 {
      let (left, right) = (random.integers(count: 2), random.integers(count: 2))
      let typed = ExpressionFixture().failure(computed, ["a": left, "b": right])
      let boxed = ExpressionFixture().failure(computed, ["a": left.untyped, "b": right.untyped])
      #expect(typed == boxed)
      guard typed == nil else { continue }
      let values = try ExpressionFixture().values(computed, ["a": left, "b": right])
      let expected = try ExpressionFixture().values(
        computed,
        ["a": left.untyped, "b": right.untyped]
      )
      #expect(values.isIdentical(to: expected))
    }
  }

  @Test func integersStayTyped() throws {
    let column = Column.integers([1, 2], isNull: [])
    let sum = try ExpressionFixture().column(.binary(.variable("x"), .add, 1), ["x": column])
    guard case .integers(let numbers, let isNull) = sum else {
      Issue.record("the sum is boxed")
      return
    }
    #expect(numbers == [2, 3])
    #expect(isNull.isEmpty)
  }

  @Test func overflowAndZeroDivisorsInNullRowsAreNoErrors() throws {
    let left = Column.integers([.max, 1], isNull: [true, false])
    let sum = Expression.binary(.variable("x"), .add, 1)
    #expect(try ExpressionFixture().values(sum, ["x": left]) == [.null, .integer(2)])
    let divisor = Column.integers([0, 2], isNull: [true, false])
    let quotient = Expression.binary(4, .divide, .variable("x"))
    #expect(try ExpressionFixture().values(quotient, ["x": divisor]) == [.null, .integer(2)])
  }

  @Test func textAndListsAreJoined() throws {
    let fixture = ExpressionFixture()
    #expect(try fixture.value(.binary("a", .add, "b")) == .string("ab"))
    #expect(
      try fixture.value(.binary(.list(1), .add, .list(2))) == .list([.integer(1), .integer(2)])
    )
    #expect(try fixture.value(.binary("a", .concatenate, "b")) == .string("ab"))
  }

  @Test func theSignOfNumbersCanBeTurned() throws {
    let minus = Expression(.unary(.minus, .variable("x")))
    let column = Column.values([.integer(1), .float(-2.5), .null])
    let values = try ExpressionFixture().values(minus, ["x": column])
    #expect(values == [.integer(-1), .float(2.5), .null])
    let least = Column.integers([.min], isNull: [])
    #expect(ExpressionFixture().failure(minus, ["x": least]) != nil)
  }
}
