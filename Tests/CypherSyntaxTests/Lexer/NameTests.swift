import CypherSyntax
import GraphModel
import Testing

@Suite("Names")
struct NameTests {
  @Test(
    "may have letters of all scripts, or anything in backquotes",
    arguments: [
      ("a1_", "a1_"), ("_x", "_x"), ("größe", "größe"), ("имя", "имя"), ("会議", "会議"),
      ("`a b`", "a b"), ("`a``b`", "a`b"), ("````", "`"), ("``", ""), ("`RETURN`", "RETURN"),
      ("e\u{301}", "é"),
    ]
  )
  func names(text: String, name: String) throws {
    #expect(try value(text) == .variable(name))
    #expect(try value("x.\(text)") == .of(.property(.variable("x"), key: Identifier(name))))
  }

  @Test(
    "of parameters may be numbers",
    arguments: [
      ("$a", "a"), ("$0", "0"), ("$1a", "1a"), ("$`a b`", "a b"), ("$RETURN", "RETURN"),
    ]
  )
  func parameters(text: String, name: String) throws {
    #expect(try value(text) == .of(.parameter(name)))
  }

  @Test(
    "may be spelt like keywords",
    arguments: [
      "MATCH (match) RETURN match", "MATCH (where:Where) RETURN where.where",
      "MATCH (return {return: 1})-[set:SET*1..2]->() RETURN set",
      "WITH 1 AS limit RETURN limit LIMIT 1", "WITH 1 AS order RETURN order ORDER BY order",
      "UNWIND [1] AS in RETURN in IN [in]", "WITH 1 AS and RETURN and AND and",
      "WITH 1 AS count RETURN count, count + 1, count(count)", "MATCH (is IS A) RETURN is IS A",
      "RETURN {null: 1, case: 2, true: 3}.null", "WITH 1 AS all RETURN all",
      "WITH 1 AS distinct RETURN distinct", "WITH 1 AS case RETURN case.x",
      "MATCH (n:NULL:IN) RETURN n", "MATCH (shortestPath) RETURN shortestPath",
      "WITH {} AS exists RETURN exists {.a, b: 1}",
      "CALL a.match.return() YIELD set AS with RETURN 1",
      "MATCH shortest = (any)--(all) RETURN shortest",
    ]
  )
  func keywords(text: String) throws {
    let tree = try CypherParser.parse(text)
    #expect(try CypherParser.parse(tree.text) == tree)
  }

  @Test("are told from comments and blanks")
  func comments() throws {
    let plain = try CypherParser.parse("MATCH (n) RETURN n.x")
    let text = "\u{FEFF}//a\r\nMATCH/**/(n)\u{A0}/* RETURN \n * / */ RETURN\tn//\n.\u{2003}x // end"
    #expect(try CypherParser.parse(text) == plain)
  }
}
