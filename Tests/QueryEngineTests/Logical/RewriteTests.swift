import GraphModel
import Testing

@testable import QueryEngine

@Suite("Rewrite rules")
struct RewriteTests {
  /// People who meet: 200 persons, 60 events, four of them at each, and two agencies.
  static func session() throws -> QuerySession {
    let session = QuerySession()
    _ = try session.run("UNWIND range(0, 199) AS i CREATE (:Person {id: i, name: 'p' + i})")
    _ = try session.run("UNWIND range(0, 59) AS i CREATE (:Event {id: i, year: 2000 + i % 20})")
    _ = try session.run(
      """
      UNWIND range(0, 239) AS i MATCH (p:Person {id: i * 7 % 200}), (e:Event {id: i % 60})
      CREATE (p)-[:AT {role: i % 3}]->(e)
      """
    )
    _ = try session.run("CREATE (:Agency {id: 1}), (:Agency {id: 2})")
    return session
  }

  private func plan(_ query: String) throws -> String {
    try #require(try Self.session().run("EXPLAIN " + query, parameters: ["x": .integer(3)]).plan)
  }

  @Test(
    "A property that is compared with what is known is looked up",
    arguments: [
      "MATCH (p:Person {id: $x}) RETURN p",
      "MATCH (p:Person) WHERE 3 = p.id RETURN p",
      "MATCH (p:Person) WHERE p.id IN [1, 2] RETURN p",
      "MATCH (p) WHERE p.id = 3 RETURN p",
      "UNWIND [1, 2] AS i MATCH (p:Person {id: i}) RETURN p",
      "MATCH (a:Agency), (p:Person) WHERE p.id = a.id RETURN p",
      "MATCH (p:Person) WITH p WHERE p.id = 3 RETURN p",
    ]
  )
  func seek(query: String) throws {
    let text = try plan(query)
    #expect(text.contains("NodeIndexSeek"), "\(query)\n\(text)")
  }

  @Test(
    "A property that is compared with what may fail, or with itself, is not looked up",
    arguments: [
      "MATCH (p:Person) WHERE p.id = 1 / 0 RETURN p",
      "MATCH (p:Person) WHERE p.id = p.year RETURN p",
      "MATCH (p:Person) WHERE p.id > 3 RETURN p",
      "UNWIND [1, {a: 2}] AS i MATCH (p:Person) WHERE p.id = i.a RETURN p",
    ]
  )
  func noSeek(query: String) throws {
    let text = try plan(query)
    #expect(!text.contains("NodeIndexSeek"), "\(query)\n\(text)")
  }

  @Test(
    "Counts that the graph knows are not counted",
    arguments: [
      ("MATCH (n) RETURN count(*)", "NodeCountFromCountStore", 262),
      ("MATCH (n:Person) RETURN count(n) AS c", "NodeCountFromCountStore", 200),
      ("MATCH ()-[r:AT]->() RETURN count(r)", "RelationshipCountFromCountStore", 240),
      ("MATCH (a)<--(b) RETURN count(b)", "RelationshipCountFromCountStore", 240),
      ("MATCH (a)--(b) RETURN count(*)", "Expand(All)", 480),
      ("MATCH (n:Person) RETURN count(n.nothing)", "NodeByLabelScan", 0),
      ("MATCH (n:Person) RETURN count(DISTINCT n)", "NodeByLabelScan", 200),
    ]
  )
  func count(query: String, operatorName: String, expected: Int) throws {
    let text = try plan(query)
    #expect(text.contains(operatorName), "\(query)\n\(text)")
    let rows = try Self.session().run(query).rows
    #expect(rows == [[.integer(Int64(expected))]], "\(query)")
  }

  @Test("Counts follow changes of the same query")
  func countAfterWriting() throws {
    let rows = try Self.session().run(
      "CREATE (:Person) WITH 1 AS one MATCH (n:Person) RETURN count(*)"
    ).rows
    #expect(rows == [[.integer(201)]])
  }

  @Test(
    "Where only the different nodes matter, each is arrived at once",
    arguments: [
      "MATCH (:Person {id: $x})-[:AT]->(:Event)<-[:AT]-(p:Person) WITH DISTINCT p RETURN p.id",
      "MATCH (:Person)-[:AT]->(e) RETURN count(DISTINCT e.year)",
      "MATCH (:Person)-[:AT]->(e) RETURN max(e.year)",
    ]
  )
  func pruning(query: String) throws {
    let text = try plan(query)
    #expect(text.contains("Expand(Pruning)"), "\(query)\n\(text)")
  }

  @Test(
    "Where repetition matters, nothing is pruned",
    arguments: [
      "MATCH (a:Person)-[:AT]->(e) WITH DISTINCT a, e RETURN count(*)",
      "MATCH (:Person)-[:AT]->(e) RETURN count(e)",
      "MATCH (a:Person)-[:AT]->(e) WHERE e.year > a.id WITH DISTINCT e RETURN count(*)",
    ]
  )
  func noPruning(query: String) throws {
    let text = try plan(query)
    #expect(!text.contains("Pruning"), "\(query)\n\(text)")
  }

  @Test("Rows with what they rest on are neither pruned nor counted from the store")
  func evidence() throws {
    let session = try Self.session()
    let query = "EXPLAIN MATCH (:Person)-[:AT]->(e) WITH DISTINCT e RETURN e.id, evidence()"
    let text = try #require(try session.run(query).plan)
    #expect(!text.contains("Pruning"), "\(text)")
    let counting = "EXPLAIN MATCH (n:Person) RETURN count(*), evidence()"
    let counted = try #require(try session.run(counting).plan)
    #expect(!counted.contains("CountStore"), "\(counted)")
  }

  @Test("Sorting keeps only what a limit lets through")
  func top() throws {
    let text = try plan("MATCH (p:Person) RETURN p.id ORDER BY p.id SKIP 2 LIMIT 3")
    #expect(text.contains("Top") && text.contains("Skip") && !text.contains("Sort"), "\(text)")
    let rows = try Self.session().run(
      "MATCH (p:Person) RETURN p.id ORDER BY p.id SKIP 2 LIMIT 3"
    ).rows
    #expect(rows == [[.integer(2)], [.integer(3)], [.integer(4)]])
  }

  @Test("DISTINCT after grouping by all columns is left out")
  func redundantDistinct() throws {
    let text = try plan("MATCH (p:Person)-->(e) RETURN DISTINCT e.year, count(*)")
    #expect(!text.contains("Distinct"), "\(text)")
    let needed = try plan(
      "MATCH (p:Person)-->(e) WITH e.year AS y, count(*) AS n RETURN DISTINCT n"
    )
    #expect(needed.contains("Distinct"), "\(needed)")
  }

  @Test("A pattern of which one end is known is found from there and joined")
  func join() throws {
    let query = "MATCH (c:Person) MATCH (c)-[:AT]->(:Event)<-[:AT]-(p:Person {id: 10}) RETURN c.id"
    let text = try plan(query)
    #expect(text.contains("NodeHashJoin c"), "\(text)")
    let session = try Self.session()
    let joined = try session.run(query).rows
    let other = try session.run(
      "MATCH (p:Person {id: 10})-[a:AT]->(:Event)<-[b:AT]-(c:Person) WHERE a <> b RETURN c.id"
    ).rows
    #expect(Rows.counted(joined) == Rows.counted(other))
  }

  @Test(
    "A predicate is not decided for rows that an empty list or DISTINCT removes",
    arguments: [
      "MATCH (a:Agency) UNWIND [] AS i WITH a, i WHERE 1 / (a.id - 1) = 1 RETURN a",
      "UNWIND [2, 2.0] AS x WITH DISTINCT x WHERE x / 4 = 0.5 RETURN x",
    ]
  )
  func decidedLate(query: String) throws {
    #expect(try Self.session().run(query).rows.isEmpty, "\(query)")
  }

  @Test(
    "Whatever length a pattern asks for, its rows are estimated",
    arguments: [
      "*9223372036854775807", "*1000000000000..", "*5..2", "*0..0", "*..9223372036854775807",
    ]
  )
  func longPaths(length: String) throws {
    let text = try plan("MATCH (a:Person)-[\(length)]->(b) RETURN b")
    #expect(text.contains("VarLengthExpand(All)"), "\(text)")
  }

  @Test("A plan shows how many rows were expected")
  func estimates() throws {
    let text = try plan("MATCH (p:Person)-[:AT]->(e) RETURN e")
    #expect(text.contains("about 200") && text.contains("about 240"), "\(text)")
  }
}
