import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct ComparisonEvaluatorTests {
  private static let comparisons: [ComparisonOperator] = [
    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]

  @Test(arguments: comparisons)
  func typedColumnsAgreeWithBoxedOnes(comparison: ComparisonOperator) throws {
    var random = RandomColumns(seed: 11)
    let count = DataChunk.capacityRows
    let columns = [
      random.integers(count: count), random.integers(count: count, withNulls: false),
      random.floats(count: count), random.floats(count: count, withNulls: false),
      random.nodes(count: count, of: 4), random.nodes(count: count, of: 4),
      random.booleans(count: count), .constant(.integer(1), count: count),
      .constant(.float(0.5), count: count), .constant(.null, count: count),
      .constant(.string("a"), count: count),
    ]
    for left in columns {
      for right in columns {
        let compared = Expression.compared(.variable("a"), comparison, .variable("b"))
        let typed = try ExpressionFixture().values(compared, ["a": left, "b": right])
        let boxed = try ExpressionFixture().values(
          compared,
          ["a": left.untyped, "b": right.untyped]
        )
        #expect(typed == boxed)
      }
    }
  }

  @Test func constantTextAgreesWithSingleRows() throws {
    let column = Column.values([
      .string("a"), .string("b"), .string("\u{e4}"), .string("a\u{308}"), .null, .integer(1),
      .list([.string("a")]), .boolean(true), .float(.nan),
    ])
    for comparison in Self.comparisons {
      for text in ["a", "\u{e4}", ""] {
        let literal = Expression(.literal(.string(text)))
        for (left, right) in [(Expression.variable("x"), literal), (literal, .variable("x"))] {
          let compared = Expression.compared(left, comparison, right)
          let fast = try ExpressionFixture().values(compared, ["x": column])
          let slow = try column.boxed.map { value in
            try ExpressionFixture().values(compared, ["x": .constant(value, count: 1)])[0]
          }
          #expect(fast == slow)
        }
      }
    }
  }

  @Test func chainsAreTrueWhereAllComparisonsAre() throws {
    let chain = Expression(.comparison([1, .variable("x"), 3], [.less, .lessOrEqual]))
    let column = Column.integers([1, 2, 3, 4, 0], isNull: [false, false, false, false, true])
    let values = try ExpressionFixture().values(chain, ["x": column])
    #expect(values == [.boolean(false), .boolean(true), .boolean(true), .boolean(false), .null])
  }

  @Test func aFalseComparisonDecidesAChain() throws {
    let chain = Expression(.comparison([.null, 2, 1], [.less, .less]))
    #expect(try ExpressionFixture().value(chain) == .boolean(false))
  }

  @Test func nullsInListsMakeEqualityUnknown() throws {
    let fixture = ExpressionFixture()
    let different = Expression.compared(.list(1, 2), .equal, .list(.null, "foo"))
    #expect(try fixture.value(different) == .boolean(false))
    let unknown = Expression.compared(.list(1, 2), .equal, .list(.null, 2))
    #expect(try fixture.value(unknown) == .null)
  }

  @Test func differentTypesHaveNoOrder() throws {
    let column = Column.values([.integer(1), .string("b"), .null, .string("")])
    let compared = Expression.compared(.variable("x"), .less, "a")
    let values = try ExpressionFixture().values(compared, ["x": column])
    #expect(values == [.null, .boolean(false), .null, .boolean(true)])
  }
}
