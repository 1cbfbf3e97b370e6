import CypherSyntax
import GraphModel
import Testing

@Suite("Printed expressions")
struct PrinterTests {
  @Test(
    "are canonical",
    arguments: [
      ("1+2*-3", "1 + 2 * -3"), ("a  and not(b)or c", "a AND NOT (b) OR c"),
      (#""it's""#, #"'it\'s'"#), (#"'\\ \n \u0001 é 😀'"#, #"'\\ \n \u0001 é 😀'"#),
      ("0x10", "16"), ("1e3", "1000.0"), ("1e100", "1e+100"), (".5", "0.5"), ("NULL", "null"),
      ("-0x8000000000000000", "-9223372036854775808"), ("a<b<=c<>d", "a < b <= c <> d"),
      ("a.b[1][..2].`c d`", "a.b[1][..2].`c d`"), ("`match`.match", "`match`.match"),
      ("`a`", "a"), ("``", "``"), ("`a``b`", "`a``b`"), ("$`a b`+$`c`", "$`a b` + $c"),
      ("{`a b`:1,match:2}", "{`a b`: 1, match: 2}"), ("COUNT( * )", "count(*)"),
      ("Count(distinct  x)", "Count(DISTINCT x)"), ("`all`(x in xs)", "`all`(x IN xs)"),
      ("`not`(x)", "`not`(x)"), ("date . truncate('a')", "date.truncate('a')"),
      ("[x in xs where x|x]", "[x IN xs WHERE x | x]"), ("[x in xs|x]", "[x IN xs | x]"),
      ("[(a)--(b)|a]", "[(a)--(b) | a]"), ("all(x in xs where x)", "all(x IN xs WHERE x)"),
      ("reduce(a=0,x in xs|a)", "reduce(a = 0, x IN xs | a)"),
      ("case a when 1,2 then b else c end", "CASE a WHEN 1, 2 THEN b ELSE c END"),
      ("n{.a,.*,b:1,c}", "n {.a, .*, b: 1, c}"), ("a is not null", "a IS NOT NULL"),
      ("a is B", "a:B"), ("a is B is C", "a:B IS C"), ("a is `NULL`", "a:NULL"),
      ("a is B is `NULL`", "a:B IS `NULL`"), ("a starts with b", "a STARTS WITH b"),
      ("a is::int", "a IS :: INTEGER"), ("a::int64 not null", "a IS :: INTEGER NOT NULL"),
      ("a is not typed list<bool|float>|any map", "a IS NOT :: LIST<BOOLEAN | FLOAT> | MAP"),
      ("[x in xs where x is :: int|x]", "[x IN xs WHERE x IS :: INTEGER | x]"),
      ("[x in xs where (x :: int|date)|x]", "[x IN xs WHERE (x IS :: INTEGER | DATE) | x]"),
      ("a :: timestamp with time zone", "a IS :: ZONED DATETIME"), ("a is typed", "a:typed"),
      ("inf", "INFINITY"), ("-Infinity", "-INFINITY"), ("nan", "NaN"), ("`nan`", "`nan`"),
      ("1_000", "1000"), ("0xF_F", "255"), ("1_0.2_5", "10.25"),
      ("`let` + filter", "`let` + `filter`"),
      ("trim(both 'x' from a)", "btrim(a, 'x')"), ("trim(leading from a)", "ltrim(a)"),
      ("trim(trailing 'x' from a)", "rtrim(a, 'x')"), ("trim(both, a)", "trim(`both`, a)"),
      ("case let when 1 then filter end", "CASE `let` WHEN 1 THEN `filter` END"),
      ("a=~b", "a =~ b"), ("a||b", "a || b"), ("not exists{(a)--(b)}", "NOT EXISTS { (a)--(b) }"),
    ]
  )
  func canonical(text: String, printed: String) throws {
    let tree = try value(text)
    #expect(tree.text == printed)
    #expect(try value(printed) == tree)
  }

  @Test(
    "patterns are canonical",
    arguments: [
      ("( n : A )", "(n:A)"), ("(n IS A&B)", "(n:A&B)"),
      ("(n{x:1}where n.x)", "(n {x: 1} WHERE n.x)"),
      ("({x:1})", "({x: 1})"), ("(where true)", "(WHERE true)"), ("(`where`)", "(`where`)"),
      ("(a)-[]->(b)<-[r]-(c)", "(a)-->(b)<-[r]-(c)"), ("(a)<-[]->(b)", "(a)<-->(b)"),
      ("(a)-[r:A|:B*1..1{x:1}]-(b)", "(a)-[r:A|B*1 {x: 1}]-(b)"), ("(a)-[*..]-(b)", "(a)-[*]-(b)"),
      ("(a)-[{x:1}]-(b)", "(a)-[{x: 1}]-(b)"), ("(a)-[where r]-(b)", "(a)-[WHERE r]-(b)"),
      ("((a)--(b)){1,}", "((a)--(b))+"), ("(a)-->{0,}(b)", "(a)-->*(b)"),
      ("p=any shortest(a)-->{2,2}(b)", "p = SHORTEST 1 (a)-->{2}(b)"),
      ("p=shortestpath((a)-[*]-(b))", "p = shortestPath((a)-[*]-(b))"),
    ]
  )
  func patterns(text: String, printed: String) throws {
    let tree = try path(text)
    #expect(tree.text == printed)
    #expect(try path(printed) == tree)
  }
}

@Suite("Printed clauses")
struct PrintedClauseTests {
  @Test(
    "are canonical",
    arguments: [
      ("let a = 1, b = a return b", "WITH *, 1 AS a, a AS b\nRETURN b"),
      ("match (n) filter where n.x return n", "MATCH (n)\nWITH * WHERE n.x\nRETURN n"),
      ("match (n) filter n.x return n", "MATCH (n)\nWITH * WHERE n.x\nRETURN n"),
      (
        "optional call a.b(1) yield x, y as z return *",
        "OPTIONAL CALL (*) { CALL a.b(1) YIELD x, y AS z RETURN x, z }\nRETURN *"
      ),
      ("match (n) set n['a'] = 1 remove n[b]", "MATCH (n)\nSET n['a'] = 1\nREMOVE n[b]"),
    ]
  )
  func canonical(text: String, printed: String) throws {
    let tree = try CypherParser.parse(text)
    #expect(tree.text == printed)
    #expect(try CypherParser.parse(printed) == tree)
  }
}

@Suite("Printed parts")
struct PrintedPartTests {
  @Test("stand on one line")
  func parts() throws {
    let text = "MATCH (a:A|B)-->(b), (c) WHERE a.x"
    guard case .match(let match) = try clause(text) else { throw Mistake(text) }
    #expect(Clause.match(match).text == text)
    #expect(match.pattern.text == "(a:A|B)-->(b), (c)")
    #expect(match.pattern.paths[1].text == "(c)")
    #expect(match.condition?.text == "a.x")
  }
}
