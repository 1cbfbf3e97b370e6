import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct CollectionEvaluatorTests {
  private let x = Expression.variable("x")
  private let list = Expression.variable("list")

  private func comprehension(_ condition: Expression?, _ result: Expression?) -> Expression {
    Expression(
      .listComprehension(
        variable: Identifier("x"),
        list: list,
        condition: condition,
        result: result
      )
    )
  }

  private func numbers(_ range: Range<Int>) -> Value {
    .list(range.map { .integer(Int64($0)) })
  }

  @Test func comprehensionsFilterAndMapEveryRow() throws {
    let even = Expression.compared(.binary(x, .modulo, 2), .equal, 0)
    let doubled = Expression.binary(x, .multiply, .variable("factor"))
    let values = try ExpressionFixture().values(
      comprehension(even, doubled),
      [
        "list": .values([numbers(0..<5), .list([]), .null, numbers(3..<7)]),
        "factor": .integers([1, 2, 3, 10], isNull: []),
      ]
    )
    #expect(
      values == [
        .list([.integer(0), .integer(2), .integer(4)]), .list([]), .null,
        .list([.integer(40), .integer(60)]),
      ]
    )
  }

  @Test func listsMayBeLongerThanAChunk() throws {
    let lists = Column.values([numbers(0..<1_500), numbers(0..<1), numbers(0..<3_000)])
    let values = try ExpressionFixture().values(
      comprehension(nil, .binary(x, .add, 1)),
      ["list": lists]
    )
    #expect(values == [numbers(1..<1_501), numbers(1..<2), numbers(1..<3_001)])
  }

  @Test func comprehensionsCanBeNested() throws {
    let inner = Expression(
      .listComprehension(
        variable: Identifier("y"),
        list: x,
        condition: .compared(.variable("y"), .greater, .variable("least")),
        result: nil
      )
    )
    let values = try ExpressionFixture().values(
      comprehension(nil, inner),
      [
        "list": .values([.list([numbers(0..<3), numbers(2..<5)]), .list([.null])]),
        "least": .integers([1, 0], isNull: []),
      ]
    )
    #expect(values == [.list([numbers(2..<3), numbers(2..<5)]), .list([.null])])
  }

  @Test func onlyListsCanBeTakenApart() {
    let column = Column.values([.integer(1)])
    #expect(
      ExpressionFixture().failure(comprehension(nil, nil), ["list": column])
        == .invalidArgumentType
    )
  }

  @Test(arguments: QuantifierKind.allCases)
  func quantifiersKnowWhatNullsLeaveOpen(kind: QuantifierKind) throws {
    let quantifier = Expression(
      .quantifier(kind, variable: Identifier("x"), list: list, condition: x)
    )
    let (yes, no, unknown) = (Value.boolean(true), Value.boolean(false), Value.null)
    let lists: [[Value]] = [
      [], [yes], [no], [unknown], [yes, yes], [yes, no], [yes, unknown], [no, unknown],
      [yes, yes, unknown],
    ]
    let expected: [QuantifierKind: [Bool?]] = [
      .all: [true, true, false, nil, true, false, nil, false, nil],
      .any: [false, true, false, nil, true, true, true, nil, true],
      .none: [true, false, true, nil, false, false, false, nil, false],
      .single: [false, true, false, nil, false, true, nil, nil, false],
    ]
    let column = Column.values(ContiguousArray(lists.map(Value.list) + [.null]))
    let values = try ExpressionFixture().values(quantifier, ["list": column])
    let truths: [Bool?] = (expected[kind] ?? []) + [nil]
    #expect(values == truths.map { $0.map(Value.boolean) ?? .null })
  }

  @Test func reduceAdvancesAllRowsTogether() throws {
    let sum = Expression(
      .reduce(
        accumulator: Identifier("sum"),
        start: .variable("start"),
        variable: Identifier("x"),
        list: list,
        step: .binary(.variable("sum"), .add, .binary(x, .multiply, .variable("start")))
      )
    )
    let values = try ExpressionFixture().values(
      sum,
      [
        "list": .values([numbers(1..<4), .list([]), .null, numbers(1..<1_101), numbers(5..<6)]),
        "start": .integers([1, 2, 3, 1, 10], isNull: []),
      ]
    )
    #expect(values == [.integer(7), .integer(2), .null, .integer(605_551), .integer(60)])
  }

  @Test func listsAndMapsAreMadeRowByRow() throws {
    let made = Expression.list(
      x,
      Expression(.map([MapEntry(key: Identifier("k"), value: x)]))
    )
    let column = Column.integers([1, 0], isNull: [false, true])
    let values = try ExpressionFixture().values(made, ["x": column])
    #expect(
      values == [
        .list([.integer(1), .map(["k": .integer(1)])]), .list([.null, .map(["k": .null])]),
      ]
    )
  }

  @Test func mapProjectionsReadElementsAndMaps() throws {
    let fixture = ExpressionFixture()
    fixture.graph.createNode(labels: [], properties: ["a": .integer(1), "b": .integer(2)])
    func projected(_ items: MapProjectionItem...) -> Expression {
      Expression(.mapProjection(variable: Identifier("n"), items: items))
    }
    let nodes = Column.nodes([0, Column.null])
    let some = projected(
      .property(Identifier("a")),
      .property(Identifier("c")),
      .entry(MapEntry(key: Identifier("d"), value: 4))
    )
    #expect(
      try fixture.values(some, ["n": nodes])
        == [.map(["a": .integer(1), "c": .null, "d": .integer(4)]), .null]
    )
    let all = projected(.allProperties, .variable(Identifier("x")))
    #expect(
      try fixture.values(all, ["n": nodes, "x": .constant(.integer(9), count: 2)])
        == [.map(["a": .integer(1), "b": .integer(2), "x": .integer(9)]), .null]
    )
    let map = Column.values([.map(["a": .integer(5)])])
    #expect(try fixture.values(projected(.allProperties), ["n": map]) == [.map(["a": .integer(5)])])
  }
}
