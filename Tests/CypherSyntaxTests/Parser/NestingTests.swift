import CypherSyntax
import GraphModel
import Testing

@Suite("Nesting")
struct NestingTests {
  /// Holds a construct that can hold itself.
  struct Nest: CustomTestStringConvertible {
    let testDescription: String
    let start: String
    let before: String
    let core: String
    let after: String

    /// Makes a construct.
    init(
      _ name: String,
      start: String = "RETURN ",
      _ before: String,
      _ core: String,
      _ after: String
    ) {
      testDescription = name
      self.start = start
      self.before = before
      self.core = core
      self.after = after
    }

    /// Returns a query with a number of them in each other.
    func query(_ depth: Int) -> String {
      start + String(repeating: before, count: depth) + core
        + String(repeating: after, count: depth)
    }
  }

  static let nests = [
    Nest("brackets", "(", "1", ")"),
    Nest("lists", "[", "1", "]"),
    Nest("lists of two", "[1, ", "1", "]"),
    Nest("maps", "{a: ", "1", "}"),
    Nest("CASE", "CASE WHEN true THEN ", "1", " END"),
    Nest("functions", "f(", "1", ")"),
    Nest("indexes", "a[", "1", "]"),
    Nest("comprehensions", "[x IN ", "y", " WHERE x | x]"),
    Nest("lists like comprehensions", "[x IN ", "y", ", 1]"),
    Nest("pattern comprehensions", "[(a)-->(b) | ", "y", "]"),
    Nest("patterns", "[(a {x: ", "y", "})-->(b) | 1]"),
    Nest("subqueries", "EXISTS { MATCH (n) WHERE ", "true", " }"),
    Nest("pattern subqueries", "COUNT { (n) WHERE ", "true", " }"),
    Nest("quantifiers", "all(x IN ", "y", " WHERE x)"),
    Nest("reduce", "reduce(a = 1, x IN ", "y", " | x)"),
    Nest("map projections", "n {a: ", "y", "}"),
    Nest("signs before brackets", "-(", "1", ")"),
    Nest("labels", start: "RETURN n:", "(", "A", ")"),
    Nest("negated labels", start: "RETURN n:", "!(!", "A", ")"),
    Nest("FOREACH", start: "", "FOREACH (x IN y | ", "CREATE ()", ")"),
    Nest("CALL", start: "", "CALL { ", "RETURN 1", " }"),
    Nest("groups", start: "MATCH ", "(", "(a)", ")+"),
  ]

  @Test("of 40 levels is fast", arguments: nests)
  func moderate(nest: Nest) throws {
    let tree = try CypherParser.parse(nest.query(40))
    #expect(try CypherParser.parse(tree.text) == tree)
  }

  @Test("has a limit that is an error and no crash", arguments: nests, [300, 20_000])
  func deep(nest: Nest, depth: Int) throws {
    let error = #expect(throws: CypherSyntaxError.self) {
      try CypherParser.parse(nest.query(depth))
    }
    #expect(error?.first.code == .nestingTooDeep, "\(error?.first.message ?? "")")
  }

  @Test(
    "of operators that lean on each other has a limit",
    arguments: [
      " + 1", " - 1", " * 2", " ^ 2", " IN x", " IS NULL", ":A IS B", ".b", "[0]", " =~ 'a'",
    ]
  )
  func chains(link: String) throws {
    let short = try CypherParser.parse("RETURN a" + String(repeating: link, count: 300))
    #expect(try CypherParser.parse(short.text) == short)
    let error = #expect(throws: CypherSyntaxError.self) {
      try CypherParser.parse("RETURN a" + String(repeating: link, count: 20_000))
    }
    #expect(error?.first.code == .nestingTooDeep)
  }

  @Test("of signs has a limit", arguments: ["NOT ", "- ", "+ "])
  func signs(sign: String) throws {
    let error = #expect(throws: CypherSyntaxError.self) {
      try CypherParser.parse("RETURN " + String(repeating: sign, count: 20_000) + "a")
    }
    #expect(error?.first.code == .nestingTooDeep)
  }

  @Test(
    "does not count conditions, of which a query may have thousands",
    arguments: ["OR", "AND", "XOR"]
  )
  func conditions(word: String) throws {
    let conditions = (0..<5_000).map { "n.x = \($0) + 1" }.joined(separator: " \(word) ")
    let tree = try CypherParser.parse("MATCH (n) WHERE \(conditions) RETURN n")
    #expect(try CypherParser.parse(tree.text) == tree)
  }

  @Test("does not count what stands side by side")
  func sideBySide() throws {
    let paths = (0..<1_000).map { "(n\($0):A {x: [\($0), {y: -1 + 2}]})-[:T]->()" }
    let tree = try CypherParser.parse("CREATE " + paths.joined(separator: ", "))
    #expect(try CypherParser.parse(tree.text) == tree)
  }
}
