import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct AccessEvaluatorTests {
  private let n = Expression.variable("n")

  /// A graph of so many nodes; every third has no age, and their labels differ.
  private func people(_ count: Int) -> ExpressionFixture {
    let fixture = ExpressionFixture()
    for index in 0..<count {
      var properties: Properties = ["name": .string("p\(index)")]
      if index % 3 != 0 { properties["age"] = .integer(Int64(index)) }
      fixture.graph.createNode(
        labels: index % 2 == 0 ? ["Person"] : ["Person", "Spy"],
        properties: properties
      )
    }
    return fixture
  }

  private func labelled(_ labels: LabelExpression) -> Expression {
    Expression(.hasLabels(n, labels))
  }

  @Test(arguments: ["age", "name", "nothing"])
  func propertiesOfNodeColumnsAgreeWithBoxedNodes(key: String) throws {
    let fixture = people(40)
    var random = RandomColumns(seed: 3)
    let nodes = random.nodes(count: DataChunk.capacityRows, of: 40)
    let typed = try fixture.values(.property(n, key), ["n": nodes])
    let boxed = try fixture.values(.property(n, key), ["n": nodes.untyped])
    #expect(typed.isIdentical(to: boxed))
    #expect(try fixture.values(.property(n, key), ["n": .nodes([])]).isEmpty)
  }

  @Test(arguments: [
    "year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "quarterDay", "day",
    "ordinalDay", "dayOfYear", "dayOfWeek", "weekDay",
  ])
  func componentsOfDayColumnsAgreeWithBoxedDays(key: String) throws {
    let fixture = ExpressionFixture()
    let days = ContiguousArray((0..<900).map { Int64($0 * 397 - 200_000) })
    for nulls in [[], ContiguousArray(days.map { $0 % 5 == 0 })] {
      let column = Column.dates(days, isNull: nulls)
      let typed = try fixture.column(.property(n, key), ["n": column])
      guard case .integers = typed else {
        Issue.record("the column has boxes")
        continue
      }
      let boxed = try fixture.values(.property(n, key), ["n": column.untyped])
      #expect(try fixture.values(.property(n, key), ["n": column]).isIdentical(to: boxed))
    }
  }

  @Test func daysHaveNoOtherComponents() throws {
    let fixture = ExpressionFixture()
    #expect(throws: QueryError.self) {
      _ = try fixture.values(.property(n, "hour"), ["n": .dates([3], isNull: [])])
    }
  }

  @Test func integerPropertiesOfNodesAreTyped() throws {
    let fixture = people(100)
    let ages = try fixture.column(.property(n, "age"), ["n": .nodes([1, 2, 3, Column.null])])
    guard case .integers = ages else {
      Issue.record("the ages are boxed")
      return
    }
    #expect(Array(ages.boxed) == [.integer(1), .integer(2), .null, .null])
  }

  @Test func relationshipsAndMapsHaveProperties() throws {
    let fixture = people(2)
    fixture.graph.createRelationship(
      type: "KNOWS",
      from: 0,
      to: 1,
      properties: ["since": .integer(1987)]
    )
    let since = Expression.property(n, "since")
    #expect(
      try fixture.values(since, ["n": .relationships([0, Column.null])]) == [.integer(1987), .null]
    )
    let maps = Column.values([.map(["since": .string("ever")]), .map([:]), .null])
    #expect(try fixture.values(since, ["n": maps]) == [.string("ever"), .null, .null])
  }

  @Test func whatHasNoPropertiesIsAnError() {
    let column = Column.values([.integer(1)])
    #expect(ExpressionFixture().failure(.property(n, "a"), ["n": column]) != nil)
  }

  @Test func deletedElementsHaveNoPropertiesAndLabels() {
    let fixture = people(3)
    fixture.graph.deleteNode(1)
    let spies = labelled(.label(Identifier("Spy")))
    for column in [Column.nodes([0, 1]), Column.nodes([1]).untyped] {
      #expect(fixture.failure(.property(n, "name"), ["n": column]) == .deletedEntityAccess)
      #expect(fixture.failure(spies, ["n": column]) == .deletedEntityAccess)
    }
    #expect(fixture.failure(.property(n, "name"), ["n": .nodes([0, 2])]) == nil)
  }

  @Test func foreignElementsAreNoCrash() {
    let foreign = Column.values([.node(NodeID(rawValue: 99)), .node(NodeID(rawValue: -1))])
    #expect(people(1).failure(.property(n, "name"), ["n": foreign]) == .deletedEntityAccess)
  }

  @Test func foreignElementsInListsAreNoCrash() {
    let fixture = people(1)
    let foreign = Column.values([.list([.relationship(RelationshipID(rawValue: 7))])])
    let types = Expression(
      .listComprehension(
        variable: Identifier("r"),
        list: n,
        condition: nil,
        result: .call("type", .variable("r"))
      )
    )
    #expect(fixture.failure(types, ["n": foreign]) == .deletedEntityAccess)
  }

  @Test func labelExpressionsHoldOnTypedAndBoxedNodes() throws {
    let fixture = people(2)
    fixture.graph.createNode(labels: [])
    let (person, spy) = (
      LabelExpression.label(Identifier("Person")), LabelExpression.label(Identifier("Spy"))
    )
    let cases: [(LabelExpression, [Bool])] = [
      (person, [true, true, false]),
      (.conjunction([person, spy], isColonForm: true), [false, true, false]),
      (.disjunction([spy, .label(Identifier("None"))]), [false, true, false]),
      (.negation(spy), [true, false, true]),
      (.wildcard(SourceRange(0, 1)), [true, true, false]),
    ]
    for (labels, expected) in cases {
      let column = Column.nodes([0, 1, 2, Column.null])
      let truths = expected.map(Value.boolean) + [.null]
      #expect(try fixture.values(labelled(labels), ["n": column]) == truths)
      #expect(try fixture.values(labelled(labels), ["n": column.untyped]) == truths)
    }
  }

  @Test func labelsOfRelationshipsAreTheirTypes() throws {
    let fixture = people(2)
    fixture.graph.createRelationship(type: "KNOWS", from: 0, to: 1)
    fixture.graph.createRelationship(type: "HATES", from: 0, to: 1)
    let knows = labelled(.label(Identifier("KNOWS")))
    let column = Column.relationships([0, 1, Column.null])
    let expected: [Value] = [.boolean(true), .boolean(false), .null]
    #expect(try fixture.values(knows, ["n": column]) == expected)
    #expect(try fixture.values(knows, ["n": column.untyped]) == expected)
  }

  @Test func subscriptsReadListsMapsAndElements() throws {
    let fixture = people(2)
    let subjects = Column.values([
      .list([.integer(5), .integer(6)]), .map(["name": .integer(7)]),
      .node(NodeID(rawValue: 1)), .null,
    ])
    let indices = Column.values([.integer(-1), .string("name"), .string("name"), .integer(0)])
    let subscripted = Expression(.subscripted(n, index: .variable("i")))
    let values = try fixture.values(subscripted, ["n": subjects, "i": indices])
    #expect(values == [.integer(6), .integer(7), .string("p1"), .null])
  }

  @Test func slicesClampAndNullsSpread() throws {
    let lists = Column.values([
      .list([.integer(1), .integer(2), .integer(3)]), .list([.integer(1)]), .null,
    ])
    func slice(_ lower: Expression?, _ upper: Expression?) throws -> [Value] {
      try ExpressionFixture().values(
        Expression(.slice(n, from: lower, to: upper)),
        ["n": lists]
      )
    }
    #expect(try slice(1, nil) == [.list([.integer(2), .integer(3)]), .list([]), .null])
    #expect(try slice(nil, 1) == [.list([.integer(1)]), .list([.integer(1)]), .null])
    #expect(try slice(nil, .null) == [.null, .null, .null])
  }
}
