import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct MembershipAndTextTests {
  private let x = Expression.variable("x")

  @Test func membershipInConstantListsAgreesWithSingleRows() throws {
    let column = Column.values([
      .integer(1), .integer(4), .float(2), .string("a"), .null, .list([.integer(1)]),
      .boolean(true),
    ])
    let lists: [Expression] = [
      .list(1, 2), .list(1, .null), .list("a", "b"), .list(1, "a"), .list(1.0, 2.5), .list(),
      .list(.list(1), .null), .null,
    ]
    for list in lists {
      let isMember = Expression.binary(x, .in, list)
      let fast = try ExpressionFixture().values(isMember, ["x": column])
      let slow = try column.boxed.map { value in
        try ExpressionFixture().values(isMember, ["x": .constant(value, count: 1)])[0]
      }
      #expect(fast == slow)
    }
  }

  @Test func membershipReadsListsOfEachRow() throws {
    let isMember = Expression.binary(x, .in, .variable("list"))
    let values = try ExpressionFixture().values(
      isMember,
      [
        "x": .integers([1, 2, 3], isNull: []),
        "list": .values([.list([.integer(1)]), .list([.null]), .null]),
      ]
    )
    #expect(values == [.boolean(true), .null, .null])
  }

  @Test func onlyListsHaveMembers() {
    let isMember = Expression.binary(x, .in, 5)
    #expect(ExpressionFixture().failure(isMember, ["x": .integers([1], isNull: [])]) != nil)
  }

  @Test func textIsTestedAtBothEndsAndWithin() throws {
    let column = Column.values([.string("abc"), .string("xbx"), .null, .integer(1)])
    func test(_ binary: BinaryOperator, _ text: Expression) throws -> [Value] {
      try ExpressionFixture().values(.binary(x, binary, text), ["x": column])
    }
    let (yes, no) = (Value.boolean(true), Value.boolean(false))
    #expect(try test(.startsWith, "ab") == [yes, no, .null, .null])
    #expect(try test(.endsWith, "bc") == [yes, no, .null, .null])
    #expect(try test(.contains, "b") == [yes, yes, .null, .null])
    #expect(try test(.contains, .null) == [.null, .null, .null, .null])
  }

  @Test func regularExpressionsMatchTheWholeText() throws {
    let column = Column.values([
      .string("Anna"), .string("Hanna"), .string("anna"), .null, .integer(1),
    ])
    func match(_ pattern: Expression) throws -> [Value] {
      try ExpressionFixture().values(.binary(x, .matches, pattern), ["x": column])
    }
    let (yes, no) = (Value.boolean(true), Value.boolean(false))
    #expect(try match("An.*") == [yes, no, no, .null, .null])
    #expect(try match("A|Anna") == [yes, no, no, .null, .null])
    #expect(try match("(?i)anna") == [yes, no, yes, .null, .null])
    #expect(try match(.null) == [.null, .null, .null, .null, .null])
    let wide = try ExpressionFixture().value(.binary("na\u{1F600}", .matches, "na."))
    #expect(wide == yes)
    let wrong = Expression.binary("a", .matches, "(")
    #expect(ExpressionFixture().failure(wrong) == .invalidArgumentValue)
  }

  @Test func aPatternThatTakesForeverEndsAtTheTimeLimit() {
    let fixture = ExpressionFixture()
    fixture.limits.time = .milliseconds(50)
    let text = Expression(.literal(.string(String(repeating: "a", count: 40))))
    let failure = fixture.failure(.binary(text, .matches, "(a+)+b"))
    #expect(failure == .timeLimit)
  }
}
