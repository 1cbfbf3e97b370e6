import CypherSyntax
import GraphModel
import Testing

@Suite("Patterns")
struct PatternTests {
  private func relationship(_ text: String) throws -> RelationshipPattern {
    guard case .relationship(let relationship) = try path("(a)\(text)(b)").elements[1] else {
      throw Mistake(text)
    }
    return relationship
  }

  private func node(_ text: String) throws -> NodePattern {
    guard case .node(let node) = try path(text).elements[0] else { throw Mistake(text) }
    return node
  }

  @Test(
    "point where their arrows point",
    arguments: [
      ("-->", .outgoing, false), ("<--", .incoming, false), ("--", .either, false),
      ("<-->", .either, true), ("-[]->", .outgoing, false), ("<-[r]-", .incoming, false),
      (" < - [ r ] - > ", .either, true), ("-[r]-", .either, false),
    ] as [(String, RelationshipPattern.Direction, Bool)]
  )
  func directions(text: String, direction: RelationshipPattern.Direction, isBoth: Bool) throws {
    let found = try relationship(text)
    #expect(found.direction == direction)
    #expect(found.hasBothArrows == isBoth)
  }

  @Test(
    "have lengths",
    arguments: [
      ("*", nil, nil), ("*2", 2, 2), ("*1..3", 1, 3), ("*..3", nil, 3), ("*2..", 2, nil),
      ("*..", nil, nil), ("*0..0", 0, 0), ("* 1 .. 3", 1, 3), ("*3..1", 3, 1),
    ] as [(String, Int?, Int?)]
  )
  func lengths(text: String, lower: Int?, upper: Int?) throws {
    let found = try relationship("-[:T\(text) {x: 1}]->")
    #expect(found.length?.lower == lower)
    #expect(found.length?.upper == upper)
    #expect(found.properties != nil)
    #expect(try relationship("-[\(text)]-").length == found.length)
  }

  @Test(
    "repeat as their quantifiers say",
    arguments: [
      ("+", 1, nil), ("*", 0, nil), ("{2}", 2, 2), ("{1,3}", 1, 3), ("{,3}", 0, 3),
      ("{2,}", 2, nil), ("{,}", 0, nil), ("{ 1 , 1 }", 1, 1),
    ] as [(String, Int, Int?)]
  )
  func quantifiers(text: String, lower: Int, upper: Int?) throws {
    let expected = Quantifier(lower: lower, upper: upper)
    #expect(try relationship("-[:T]->\(text)").quantifier == expected)
    #expect(try relationship("--\(text)").quantifier == expected)
    guard case .quantified(let group) = try path("((a)-->(b) WHERE a.x)\(text)").elements[0] else {
      throw Mistake(text)
    }
    #expect(group.quantifier == expected)
    #expect(group.condition != nil)
  }

  @Test("have nodes with all parts in brackets")
  func nodes() throws {
    #expect(try node("()") == NodePattern(range: SourceRange(0, 0)))
    let all = try node("(n:A {x: 1} WHERE n.x)")
    #expect(all.variable == Identifier("n"))
    #expect(all.labels == .label(Identifier("A")))
    #expect(all.properties == .of(.map([MapEntry(key: Identifier("x"), value: .integer(1))])))
    #expect(all.condition != nil)
    #expect(try node("(n $p)").properties == .of(.parameter("p")))
    #expect(try node("(WHERE true)").variable == nil)
    #expect(try node("(WHERE true)").condition != nil)
    #expect(try node("(IS A)").labels == .label(Identifier("A")))
    #expect(try node("(is)").variable == Identifier("is"))
  }

  @Test("have relationships with all parts in brackets")
  func relationships() throws {
    let all = try relationship("-[r:A|B*2 $p WHERE r.x]->+")
    #expect(all.variable == Identifier("r"))
    #expect(all.types == .disjunction([.label(Identifier("A")), .label(Identifier("B"))]))
    #expect(all.length?.upper == 2)
    #expect(all.properties == .of(.parameter("p")))
    #expect(all.condition != nil)
    #expect(all.quantifier == Quantifier(lower: 1, upper: nil))
  }

  @Test(
    "say which of the paths are wanted",
    arguments: [
      ("", .all), ("ALL ", .all), ("ALL PATHS ", .all), ("ANY ", .any(count: 1)),
      ("ANY 3 PATHS ", .any(count: 3)), ("ALL SHORTEST ", .allShortest),
      ("all shortest paths ", .allShortest), ("ANY SHORTEST ", .shortest(count: 1)),
      ("SHORTEST 2 ", .shortest(count: 2)), ("SHORTEST 2 PATHS ", .shortest(count: 2)),
      ("SHORTEST GROUP ", .shortestGroups(count: 1)),
      ("SHORTEST 3 PATH GROUPS ", .shortestGroups(count: 3)),
    ] as [(String, PathPatternPrefix)]
  )
  func prefixes(text: String, prefix: PathPatternPrefix) throws {
    #expect(try path("p = \(text)(a)-->+(b)").prefix == prefix)
    #expect(try path("\(text)(a)-->+(b)").prefix == prefix)
  }

  @Test("may be shortest paths in the manner of functions")
  func legacy() throws {
    let found = try path("p = shortestPath((a)-[*]->(b))")
    #expect(found.prefix == .shortestPath)
    #expect(found.variable == Identifier("p"))
    #expect(found.elements.count == 3)
    #expect(try path("ALLSHORTESTPATHS((a)-[*]->(b))").prefix == .allShortestPaths)
  }

  @Test("may have groups between nodes, or nothing but groups")
  func groups() throws {
    let found = try path("(a) ((x)-[r]->(y))+ (b)-->(c) (p = (u)--(v)){2}")
    let kinds = found.elements.map { element in
      switch element {
      case .node: "node"
      case .relationship: "relationship"
      case .quantified: "group"
      }
    }
    #expect(kinds == ["node", "group", "node", "relationship", "node", "group"])
    #expect(try path("((a)-->(b))").elements.count == 1)
    #expect(try path("((a)-->(b))+ ((c)-->(d))+").elements.count == 2)
  }

  @Test(
    "have labels joined by operators",
    arguments: [
      ("A", "A"), ("A:B:C", "A:B:C"), ("A|B|C", "A|B|C"), ("A|:B", "A|B"), ("A&B|C&D", "A&B|C&D"),
      ("A&(B|C)", "A&(B|C)"), ("(A)", "A"), ("!A", "!A"), ("!!A", "!!A"), ("!(A|B)", "!(A|B)"),
      ("!A&%", "!A&%"), ("(A&B)&C", "(A&B)&C"), ("(A|B)|C", "(A|B)|C"), ("`a b`|C", "`a b`|C"),
      ("(A:B)", "A:B"),
    ]
  )
  func labels(text: String, printed: String) throws {
    let found = try #require(try node("(n:\(text))").labels)
    #expect(found.text == printed)
    #expect(try node("(:\(printed))").labels == found)
    #expect(try value("n:\(text)") == .of(.hasLabels(.variable("n"), found)))
    #expect(try value("n IS \(text)") == .of(.hasLabels(.variable("n"), found)))
  }
}
