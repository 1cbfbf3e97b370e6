import CypherSyntax
import QueryEngine
import Testing

@Suite("Queries without errors")
struct ValidQueryTests {
  @Test(
    "Nothing is reported where nothing is certainly wrong",
    arguments: [
      "MATCH (a)-[:T]->(b) WHERE (a)-->(b) AND NOT (b)-->() RETURN a",
      "MATCH (n) RETURN exists((n)-->()) AS e", "MATCH (n) RETURN n.a AS a ORDER BY n.b, a",
      "MATCH (n) RETURN DISTINCT n.a ORDER BY n.a", "MATCH (n) RETURN n.a, count(*) ORDER BY n.a",
      "MATCH (n) RETURN n, n.a + count(*)", "MATCH (n) RETURN n.a, n.a + count(*) + $p",
      "MATCH (n) WITH *, count(*) AS c RETURN n.a, c",
      "MATCH (n) WITH n.a AS a WHERE n.b = 1 RETURN a", "MATCH (n) WITH (n) RETURN n.a",
      "MATCH (n) WITH DISTINCT n.a AS a WHERE n.a = 1 RETURN a",
      "MATCH (a) CREATE (a)-[:T]->(b)-[:T]->(a)", "CREATE (a {v: 1}), (b {v: a.v})",
      "MERGE (a)-[:T]-(b) ON CREATE SET a.v = 1 ON MATCH SET b.v = 2", "CREATE (a $p)",
      "MATCH ()-[r]->() MATCH ()-[r]->() RETURN r",
      "MATCH ()-[r]->() WITH collect(r) AS rs MATCH ()-[rs*]->() RETURN rs",
      "MATCH (n) WITH head(collect(n)) AS m MATCH (m)-->() RETURN m",
      "WITH null AS n OPTIONAL MATCH (n)-->() RETURN n", "WITH $n AS n MATCH (n) RETURN n",
      "UNWIND $rows AS row MATCH (n {id: row.id}) SET n += row",
      "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m WHERE m.a = n.a RETURN m } RETURN n",
      "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) } RETURN COUNT { (n)-->() } AS c",
      "MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.a ORDER BY m.a } AS list",
      "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN m } RETURN n, m",
      "MATCH (n) CALL (n) { MATCH (n)-->(m) WITH m RETURN m.a + n.a AS a } RETURN a",
      "MATCH (n) CALL (*) { RETURN n.a AS a UNION RETURN n.b AS a } RETURN a",
      "MATCH (n) CALL { WITH n CREATE (n)-[:T]->() } RETURN n",
      "CALL { WITH 1 AS x RETURN x } RETURN x",
      "MATCH p = (a)-[rs:T*1..2 {v: 1}]->(b) RETURN nodes(p), [r IN rs | r.v]",
      "MATCH ((a)-[r:T]->(b) WHERE a.v < b.v AND r.w){1,3} RETURN [x IN a | x.v], size(r)",
      "MATCH p = SHORTEST 1 (a)-[r:T]->+(b) RETURN p, [x IN r | x.v]",
      "MATCH (a), (b) RETURN shortestPath((a)-[*]->(b)) AS p",
      "MATCH (n) RETURN [p = (n)-[r]->(m) WHERE r.v | p] AS paths",
      "MATCH (n) RETURN n { .a, .*, b: 1 } AS m", "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS s",
      "MATCH (n) FOREACH (x IN [1] | CREATE (n)-[:T]->(m) SET m.v = x)",
      "MATCH (n) DETACH DELETE n", "MATCH p = ()-->() DELETE p",
      "MATCH (n) WITH [n] AS l DELETE l[0]",
      "RETURN date('2020-01-01').year AS y", "RETURN 'a' + 1 AS s", "RETURN [1] + 'a' AS l",
      "RETURN null + true AS n", "MATCH (n) RETURN coalesce(n.a, n.b, [n.c, [n.d]]) AS c",
      "RETURN [x IN [1, 'a'] WHERE x % 2 = 0 | x] AS l",
      "CALL test.ratio(1, null)", "CALL test.nothing", "MATCH (n) CALL test.nothing() RETURN n",
      "CALL test.pair(1) YIELD *", "CALL test.pair(1) YIELD a, b AS c RETURN a, c",
      "RETURN 1 AS a SKIP $s LIMIT toInteger(rand() * 9) + size([x IN [1] | x])",
      "RETURN range('a', 1) AS l", "MATCH (a) RETURN [a IN [1] | a] AS l",
    ]
  )
  func valid(_ text: String) throws {
    #expect(try AnalysisFixture.errors(text) == [], "\(text)")
  }

  @Test("Very long chains do no harm")
  func longChains() throws {
    let sum = (0..<200).map(String.init).joined(separator: " + ")
    #expect(try AnalysisFixture.errors("RETURN \(sum) AS s") == [])
    let list = (0..<50_000).map(String.init).joined(separator: ", ")
    #expect(try AnalysisFixture.errors("RETURN [\(list)] AS l") == [])
    let chain = (0..<5000).map { "(n\($0))-[r\($0):T {v: \($0)}]->(m\($0))" }
    #expect(try AnalysisFixture.errors("CREATE " + chain.joined(separator: ", ")) == [])
  }

  @Test(
    "Columns are called as written",
    arguments: [
      ("RETURN 1 AS a, 2 AS b", ["a", "b"]), ("MATCH (n) RETURN n.a,  n . b", ["n.a", "n . b"]),
      ("RETURN cOuNt( * ), 1+1", ["cOuNt( * )", "1+1"]), ("MATCH (b), (a) RETURN *", ["a", "b"]),
      ("MATCH (b), (a) RETURN *, 1 AS c", ["a", "b", "c"]), ("MATCH (n) RETURN (n)", ["(n)"]),
      ("MATCH (`a b`) RETURN `a b`", ["a b"]), ("RETURN 'é' + 1, 2", ["'é' + 1", "2"]),
      ("RETURN 1 AS a UNION RETURN 2 AS a", ["a"]), ("CREATE (n)", []),
      ("CALL test.pair(1)", ["a", "b"]), ("CALL test.pair(1) YIELD b AS c", ["c"]),
      ("CALL test.pair(1) YIELD *", ["a", "b"]), ("CALL test.nothing()", []),
    ]
  )
  func columns(_ text: String, _ columns: [String]) throws {
    #expect(try AnalysisFixture.columns(text) == columns)
  }

  @Test(
    "Queries that change the graph are known",
    arguments: [
      ("MATCH (n) RETURN n", false), ("CREATE (n)", true), ("MATCH (n) SET n.a = 1", true),
      ("CALL { CREATE (n) }", true), ("CALL { MATCH (n) RETURN n } RETURN n", false),
      ("RETURN 1 AS a UNION MERGE (a) RETURN a", true), ("FOREACH (x IN [1] | CREATE (n))", true),
      ("MATCH (n) WHERE EXISTS { (n)-->() } RETURN n", false), ("MATCH (n) DELETE n", true),
    ]
  )
  func isWriting(_ text: String, _ isWriting: Bool) throws {
    let query = try CypherParser.parse(text)
    #expect(SemanticAnalyzer.isWriting(query) == isWriting)
  }
}
