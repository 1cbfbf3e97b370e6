import CypherSyntax
import GraphModel
import Testing

@Suite("Clauses")
struct ClauseTests {
  @Test(
    "of all kinds are told apart and printed one to a line",
    arguments: [
      ("match (n) return n;", "MATCH (n)\nRETURN n"),
      (
        "optional match (n),(m) where n.x=m.x return *",
        "OPTIONAL MATCH (n), (m) WHERE n.x = m.x\nRETURN *"
      ),
      (
        "unwind [1] as x with distinct x order by x asc, -x desc skip 1 limit 2 where x>1 finish",
        "UNWIND [1] AS x\nWITH DISTINCT x ORDER BY x, -x DESC SKIP 1 LIMIT 2 WHERE x > 1\nFINISH"
      ),
      ("return *, 1 as one offset 3", "RETURN *, 1 AS one SKIP 3"),
      ("return all x", "RETURN x"),
      ("create (a)-[:T]->(b), (c)", "CREATE (a)-[:T]->(b), (c)"),
      ("insert (a)", "CREATE (a)"),
      (
        "merge (n:A) on create set n.x=1 on match set n:B, n += {}",
        "MERGE (n:A) ON CREATE SET n.x = 1 ON MATCH SET n:B, n += {}"
      ),
      (
        "set n.a.b=1, n=m, n+=$p, n:A:B, n is C, (n).x=1, n['x']=2",
        "SET n.a.b = 1, n = m, n += $p, n:A:B, n:C, (n).x = 1, n['x'] = 2"
      ),
      ("remove n.x, n:A:B, (n).x, n is C", "REMOVE n.x, n:A:B, (n).x, n:C"),
      (
        "delete n, r nodetach delete m detach delete p.x",
        "DELETE n, r\nDELETE m\nDETACH DELETE p.x"
      ),
      (
        "foreach (x in [1] | create (:A {x: x}) set n.x = x)",
        "FOREACH (x IN [1] | CREATE (:A {x: x}) SET n.x = x)"
      ),
      ("call a.b", "CALL a.b"), ("call a.b()", "CALL a.b()"),
      (
        "call a.b(1, x) yield c, d as e where e return c",
        "CALL a.b(1, x) YIELD c, d AS e WHERE e\nRETURN c"
      ),
      ("call a.b yield *", "CALL a.b YIELD *"),
      (
        "call { return 1 as x union return 2 as x } return x",
        "CALL { RETURN 1 AS x UNION RETURN 2 AS x }\nRETURN x"
      ),
      (
        "optional call (*) { finish } call () { finish } call (a,b) { finish }",
        "OPTIONAL CALL (*) { FINISH }\nCALL () { FINISH }\nCALL (a, b) { FINISH }"
      ),
      (
        "load csv with headers from 'a' as row fieldterminator ';' return row",
        "LOAD CSV WITH HEADERS FROM 'a' AS row FIELDTERMINATOR ';'\nRETURN row"
      ),
      ("load csv from $f as row return row", "LOAD CSV FROM $f AS row\nRETURN row"),
      (
        "explain return 1 union all return 2 union distinct return 3",
        "EXPLAIN\nRETURN 1\nUNION ALL\nRETURN 2\nUNION\nRETURN 3"
      ),
      ("profile return 1", "PROFILE\nRETURN 1"),
      (
        "return exists{(a)-->(b)where a.x},count{match(n)}",
        "RETURN EXISTS { (a)-->(b) WHERE a.x }, COUNT { MATCH (n) }"
      ),
    ]
  )
  func printed(text: String, canonical: String) throws {
    let tree = try CypherParser.parse(text)
    #expect(tree.text == canonical)
    #expect(try CypherParser.parse(canonical) == tree)
  }

  @Test("say what is left out")
  func absent() throws {
    guard case .call(let bare) = try clause("CALL a.b"),
      case .call(let empty) = try clause("CALL a()")
    else { throw Mistake("call") }
    #expect(bare.arguments == nil)
    #expect(bare.yield == .none)
    #expect(empty.arguments == [])
    guard case .return(let finish) = try clause("FINISH"),
      case .return(let all) = try clause("RETURN *")
    else { throw Mistake("return") }
    #expect(finish.projection == nil)
    #expect(all.projection?.includesAll == true)
    #expect(all.projection?.items.isEmpty == true)
    guard case .callSubquery(let old) = try clause("CALL { WITH a RETURN 1 AS x }"),
      case .callSubquery(let none) = try clause("CALL () { RETURN 1 AS x }")
    else { throw Mistake("subquery") }
    #expect(old.imports == .leadingWith)
    #expect(none.imports == .variables([]))
  }

  @Test("know where they stand")
  func ranges() throws {
    let text = " MATCH (n)  WHERE n.x  RETURN n UNION  RETURN 1 ; "
    let query = try CypherParser.parse(text)
    let bytes = Array(text.utf8)
    func part(_ range: SourceRange) -> String {
      String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    }
    #expect(part(query.range) == "MATCH (n)  WHERE n.x  RETURN n UNION  RETURN 1")
    #expect(
      query.statements.map { part($0.range) } == ["MATCH (n)  WHERE n.x  RETURN n", "RETURN 1"]
    )
    #expect(
      query.statements[0].clauses.map { part($0.range) } == ["MATCH (n)  WHERE n.x", "RETURN n"]
    )
  }

  @Test(
    "may follow each other in any order, which semantic analysis checks",
    arguments: [
      "RETURN 1 MATCH (n)", "CREATE (n) MATCH (m)", "MATCH (n)", "WITH 1 AS x", "FINISH FINISH",
    ]
  )
  func order(text: String) throws {
    #expect(try CypherParser.parse(text).statements.count == 1)
  }
}
