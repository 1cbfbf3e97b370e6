import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct LogicEvaluatorTests {
  private let all: [Ternary] = [.yes, .no, .unknown]

  /// All pairs of truth values, typed and boxed.
  private var pairs: [(left: Column, right: Column)] {
    let left = Column.booleans(ContiguousArray(all.flatMap { [$0, $0, $0] }))
    let right = Column.booleans(ContiguousArray(all + all + all))
    return [(left, right), (left.untyped, right), (left, right.untyped)]
  }

  private func truths(_ binary: BinaryOperator) throws -> [[Value]] {
    try pairs.map { pair in
      try ExpressionFixture().values(
        .binary(.variable("a"), binary, .variable("b")),
        ["a": pair.left, "b": pair.right]
      )
    }
  }

  private func boxed(_ truths: [Bool?]) -> [Value] {
    truths.map { $0.map(Value.boolean) ?? .null }
  }

  @Test func andIsFalseWhereOneIsFalse() throws {
    let expected = boxed([true, false, nil, false, false, false, nil, false, nil])
    for truths in try truths(.and) { #expect(truths == expected) }
  }

  @Test func orIsTrueWhereOneIsTrue() throws {
    let expected = boxed([true, true, true, true, false, nil, true, nil, nil])
    for truths in try truths(.or) { #expect(truths == expected) }
  }

  @Test func xorIsUnknownWhereOneIsUnknown() throws {
    let expected = boxed([false, true, nil, true, false, nil, nil, nil, nil])
    for truths in try truths(.xor) { #expect(truths == expected) }
  }

  @Test func notKeepsTheUnknown() throws {
    let column = Column.booleans([.yes, .no, .unknown])
    let values = try ExpressionFixture().values(.not(.variable("a")), ["a": column])
    #expect(values == [.boolean(false), .boolean(true), .null])
  }

  @Test func whatIsDecidedGuardsWhatFollows() throws {
    let x = Expression.variable("x")
    let guarded = Expression.binary(
      .compared(x, .notEqual, 0),
      .and,
      .compared(.binary(10, .divide, x), .greater, 4)
    )
    let column = Column.integers([0, 2, 5], isNull: [])
    let values = try ExpressionFixture().values(guarded, ["x": column])
    #expect(values == [.boolean(false), .boolean(true), .boolean(false)])
  }

  @Test func longChainsAreOneEvaluator() throws {
    var chain = Expression.compared(.variable("x"), .equal, 0)
    for number in 1..<2_000 {
      let next = Expression.compared(
        .variable("x"),
        .equal,
        Expression(.literal(.integer(Int64(number))))
      )
      chain = .binary(chain, .or, next)
    }
    let column = Column.integers([1_999, 2_000], isNull: [])
    let values = try ExpressionFixture().values(chain, ["x": column])
    #expect(values == [.boolean(true), .boolean(false)])
  }

  @Test func onlyTruthValuesCanBeJoined() {
    let column = Column.values([.integer(1)])
    for binary in [BinaryOperator.and, .or, .xor] {
      let joined = Expression.binary(.variable("x"), binary, true)
      #expect(ExpressionFixture().failure(joined, ["x": column]) == .invalidArgumentType)
    }
  }

  @Test func isNullReadsEveryKindOfColumn() throws {
    let columns: [Column] = [
      .nodes([0, Column.null]), .relationships([0, Column.null]),
      .integers([1, 0], isNull: [false, true]), .floats([1, 0], isNull: [false, true]),
      .booleans([.no, .unknown]), .values([.string(""), .null]),
    ]
    for column in columns {
      let isNull = Expression(.isNull(.variable("x"), isNegated: false))
      let isNotNull = Expression(.isNull(.variable("x"), isNegated: true))
      #expect(
        try ExpressionFixture().values(isNull, ["x": column]) == [.boolean(false), .boolean(true)]
      )
      #expect(
        try ExpressionFixture().values(isNotNull, ["x": column])
          == [.boolean(true), .boolean(false)]
      )
    }
  }
}
