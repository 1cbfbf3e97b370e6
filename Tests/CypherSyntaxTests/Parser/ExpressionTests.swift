import CypherSyntax
import GraphModel
import Testing

@Suite("Expressions")
struct ExpressionTests {
  private let x = Expression.variable("x")
  private let xs = Expression.variable("xs")
  private let name = Identifier("x")

  @Test("hold lists, maps and slices")
  func containers() throws {
    #expect(try value("[]") == .of(.list([])))
    #expect(try value("[1, x]") == .of(.list([.integer(1), x])))
    #expect(try value("{x: 1}") == .of(.map([MapEntry(key: name, value: .integer(1))])))
    #expect(try value("xs[1..]") == .of(.slice(xs, from: .integer(1), to: nil)))
    #expect(try value("xs[..x]") == .of(.slice(xs, from: nil, to: x)))
    #expect(try value("xs[..]") == .of(.slice(xs, from: nil, to: nil)))
    #expect(try value("xs[1..2]") == .of(.slice(xs, from: .integer(1), to: .integer(2))))
    #expect(try value("xs[x]") == .of(.subscripted(xs, index: x)))
  }

  @Test("hold list comprehensions, and lists that look like one")
  func comprehensions() throws {
    let whole = Expression.Kind.listComprehension(
      variable: name,
      list: xs,
      condition: x,
      result: .integer(1)
    )
    #expect(try value("[x IN xs WHERE x | 1]") == .of(whole))
    let bare = Expression.Kind.listComprehension(
      variable: name,
      list: xs,
      condition: nil,
      result: nil
    )
    #expect(try value("[x IN xs]") == .of(bare))
    let isIn = Expression.of(.binary(.in, x, xs))
    #expect(try value("[x IN xs, 1]") == .of(.list([isIn, .integer(1)])))
    #expect(try value("[(x IN xs)]") == .of(.list([.of(.parenthesized(isIn))])))
  }

  @Test("end labels at the bar of a comprehension")
  func bars() throws {
    let expression = try value("[x IN xs WHERE x:A | x]")
    guard case .listComprehension(_, _, let condition?, let result?) = expression.kind else {
      throw Mistake("comprehension")
    }
    #expect(condition == .of(.hasLabels(x, .label(Identifier("A")))))
    #expect(result == x)
    let text = "[x IN xs WHERE x:(A|B) AND (x:A|B) AND f(x:A|B) | x]"
    #expect(try value(text).text == text)
  }

  @Test("hold pattern comprehensions")
  func patternComprehensions() throws {
    guard
      case .patternComprehension(let path, let condition, let result) =
        try value("[p = (a)-[:T]->(b) WHERE b.y | p]").kind
    else { throw Mistake("comprehension") }
    #expect(path.variable == Identifier("p"))
    #expect(path.elements.count == 3)
    #expect(condition != nil)
    #expect(result == .variable("p"))
  }

  @Test("hold quantifiers, and functions of the same name")
  func quantifiers() throws {
    for kind in QuantifierKind.allCases {
      let expected = Expression.Kind.quantifier(kind, variable: name, list: xs, condition: x)
      #expect(try value("\(kind.rawValue)(x IN xs WHERE x)") == .of(expected))
    }
    let function = Expression.Kind.function(
      name: [Identifier("any")],
      isDistinct: false,
      arguments: [xs]
    )
    #expect(try value("any(xs)") == .of(function))
  }

  @Test("hold reduce and CASE")
  func constructs() throws {
    let reduce = Expression.Kind.reduce(
      accumulator: Identifier("a"),
      start: .integer(0),
      variable: name,
      list: xs,
      step: x
    )
    #expect(try value("reduce(a = 0, x IN xs | x)") == .of(reduce))
    let branch = CaseBranch(conditions: [.integer(1), .integer(2)], result: x)
    let simple = Expression.Kind.caseExpression(operand: x, branches: [branch], otherwise: xs)
    #expect(try value("CASE x WHEN 1, 2 THEN x ELSE xs END") == .of(simple))
    let other = CaseBranch(conditions: [x], result: .integer(1))
    let searched = Expression.Kind.caseExpression(operand: nil, branches: [other], otherwise: nil)
    #expect(try value("CASE WHEN x THEN 1 END") == .of(searched))
  }

  @Test("hold functions with names of several parts")
  func functions() throws {
    #expect(try value("cOuNt( * )") == .of(.countAll))
    let parts = ["a", "b", "c"].map { Identifier($0) }
    #expect(
      try value("a.b.c(DISTINCT x)")
        == .of(.function(name: parts, isDistinct: true, arguments: [x]))
    )
    #expect(
      try value("f()") == .of(.function(name: [Identifier("f")], isDistinct: false, arguments: []))
    )
  }

  @Test("hold map projections")
  func projections() throws {
    let items: [MapProjectionItem] = [
      .allProperties, .property(Identifier("a")), .entry(MapEntry(key: Identifier("b"), value: x)),
      .variable(Identifier("c")),
    ]
    #expect(try value("x {.*, .a, b: x, c}") == .of(.mapProjection(variable: name, items: items)))
  }

  @Test(
    "hold subqueries of both forms",
    arguments: [
      ("EXISTS { (x)-->() }", SubqueryKind.exists, true),
      ("EXISTS { p = (x)-->() WHERE x.y }", .exists, true),
      ("EXISTS { MATCH (x) }", .exists, false),
      ("count { SHORTEST 1 (x)-->+(y) }", .count, true),
      ("COUNT { CALL { RETURN 1 AS x } RETURN x UNION MATCH (x) RETURN x }", .count, false),
      ("COLLECT { UNWIND xs AS x RETURN x }", .collect, false),
    ]
  )
  func subqueries(text: String, kind: SubqueryKind, isPattern: Bool) throws {
    guard case .subquery(let found, let body) = try value(text).kind else { throw Mistake(text) }
    #expect(found == kind)
    if case .pattern = body { #expect(isPattern) } else { #expect(!isPattern) }
  }

  @Test(
    "in brackets are told from patterns",
    arguments: [
      ("(a)-->(b)", true), ("()--()", true), ("(a:A)<-[:T]-(b)", true), ("(a {x: 1})--(b)", true),
      ("(a)-[r]-(b)", true), ("(a)-->+(b)", true), ("(a) ((x)-->(y))+ (b)", true),
      ("(a WHERE a.x)--(b)", true), ("(a) - (b)", false), ("(a)-b", false), ("(a)-[b]", false),
      ("(a)<-b", false), ("(1)--(b)", false), ("(a.x)--(b)", false), ("(a)-[b]+c", false),
      ("(a)<(b)", false),
    ]
  )
  func patterns(text: String, isPattern: Bool) throws {
    guard case .match(let match) = try clause("MATCH (n) WHERE \(text) RETURN 1") else {
      throw Mistake(text)
    }
    if case .pattern? = match.condition?.kind { #expect(isPattern) } else { #expect(!isPattern) }
  }

  @Test(
    "may be patterns where a condition is wanted",
    arguments: [
      "MATCH (n) WHERE (n)-->() RETURN n", "MATCH (n) WHERE NOT ((n)-->() OR (n)--(:A)) RETURN n",
      "RETURN exists((n)-->())", "RETURN CASE WHEN (n)-->() THEN 1 END",
      "RETURN all(x IN xs WHERE (x)-->())", "RETURN NOT (n)-->()", "RETURN (n)-->() AND true",
      "WITH n WHERE (n)-->() RETURN n", "RETURN [x IN xs WHERE (x)--()]",
    ]
  )
  func conditions(text: String) throws {
    #expect(try CypherParser.parse(text).statements.count == 1)
  }

  @Test("know where they stand, with their brackets")
  func ranges() throws {
    let text = "RETURN  cOuNt( * ) , ( a + b.c ) AS x,n {.y},-1"
    guard case .return(let clause) = try clause(text) else { throw Mistake(text) }
    let parts = clause.projection?.items.map { item -> String in
      let range = item.expression.range
      return String(
        decoding: Array(text.utf8)[Int(range.lowerBound)..<Int(range.upperBound)],
        as: UTF8.self
      )
    }
    #expect(parts == ["cOuNt( * )", "( a + b.c )", "n {.y}", "-1"])
  }

  @Test("can be parsed alone")
  func alone() throws {
    #expect(try CypherParser.parseExpression(" 1 + x ") == value("1 + x"))
    #expect(throws: CypherSyntaxError.self) { try CypherParser.parseExpression("1 2") }
    #expect(throws: CypherSyntaxError.self) { try CypherParser.parseExpression("") }
  }
}
