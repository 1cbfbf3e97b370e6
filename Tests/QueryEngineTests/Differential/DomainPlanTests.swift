import GraphModel
import Testing

@testable import QueryEngine

/// The queries that this domain lives on, in graphs that are large enough for indexes and joins.
@Suite("Plans of domain queries give what the plainest plan gives")
struct DomainPlanTests {
  private static let queries = [
    "MATCH (x:P {id: $x})-[:T]->(m:M)<-[:T]-(p:P) WHERE p.id <> $x RETURN p.id, count(*), max(m.d)",
    """
    MATCH (x:P {id: $x})-[r:T]->(m:M)<-[s:T]-(p:P)
    WHERE p.id <> $x AND r.s = 1 AND s.s = 1 AND m.d >= 3 RETURN p.id, count(*), max(m.d)
    """,
    """
    MATCH (x:P {id: $x})-[:T]->(:M)<-[:T]-(a:P) WITH DISTINCT a
    MATCH (a)-[:T]->(m:M) WITH DISTINCT m MATCH (m)<-[:T]-(p:P)
    WHERE p.id <> $x RETURN count(DISTINCT p.id)
    """,
    """
    MATCH (a:P {id: $x})-[:T]->(:M)<-[:T]-(c:P) WHERE c.id <> $x AND c.id <> $y WITH DISTINCT c
    MATCH (c)-[:T]->(:M)<-[:T]-(b:P {id: $y}) RETURN DISTINCT c.id
    """,
    "MATCH (c:P) MATCH (c)-[:T]->(m)<-[:T]-(b:P {id: $y}) RETURN c.id, b.id, m.id",
    """
    MATCH (c:P)-[:T]->(m) OPTIONAL MATCH (m)<-[:T]-(b:P {id: $y}) WHERE b.id <> c.id
    RETURN c.id, b.id
    """,
    "MATCH (a:P), (b:P) WHERE a.id = b.boss RETURN a.id, b.id",
    "MATCH (p:P) WHERE p.id IN [$x, $y, null, 'a'] RETURN p.id",
    "MATCH (p:P) WHERE EXISTS { (p)-[:T]->(:M {d: 2}) } RETURN count(*), min(p.id)",
    """
    MATCH (p:P)-[:T]->(m) WITH m, count(*) AS n WHERE n > 1
    RETURN m.id, n ORDER BY n, m.id SKIP 1 LIMIT 5
    """,
    """
    MATCH (a:P)-[:T]->(m:M)<-[:T]-(b:P) WHERE a.id < b.id
    WITH a.id AS a, b.id AS b, count(*) AS n RETURN a, b, n ORDER BY n DESC, a, b LIMIT 20
    """,
    "MATCH (n:P) RETURN count(*)",
    "MATCH ()<-[r:T]-() RETURN count(r)",
    """
    MATCH (a:P {id: $x}), (b:P {id: $y}) MATCH p = shortestPath((a)-[:T*..6]-(b))
    RETURN length(p)
    """,
    "UNWIND [$x, $y, $x] AS i MATCH (p:P {id: i}) RETURN i, p.id",
  ]

  private static func session(_ random: inout Seeded, isNaive: Bool) throws -> QuerySession {
    let session = QuerySession()
    let (people, meetings) = (Int.random(in: 66...70, using: &random), 10)
    _ = try session.run(
      "UNWIND range(0, \(people - 1)) AS i CREATE (:P {id: i, boss: i / 3})"
    )
    _ = try session.run("UNWIND range(0, \(meetings - 1)) AS i CREATE (:M {id: i, d: i % 7})")
    for _ in 0..<90 {
      let (person, meeting) = (
        Int.random(in: 0..<people, using: &random),
        Int.random(in: 0..<meetings, using: &random)
      )
      _ = try session.run(
        """
        MATCH (p:P {id: \(person)}), (m:M {id: \(meeting)})
        CREATE (p)-[:T {s: \(person % 2)}]->(m)
        """
      )
    }
    session.isNaive = isNaive
    return session
  }

  @Test("Rows are the same", arguments: 0..<3)
  func sameRows(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let planned = try Self.session(&random, isNaive: false)
    random = Seeded(UInt64(seed))
    let naive = try Self.session(&random, isNaive: true)
    var filled = 0
    for query in Self.queries {
      let parameters: [String: Value] = [
        "x": .integer(Int64.random(in: 0..<66, using: &random)),
        "y": .integer(Int64.random(in: 0..<66, using: &random)),
      ]
      let expected = try naive.run(query, parameters: parameters).rows
      let found = try planned.run(query, parameters: parameters).rows
      #expect(Rows.counted(found) == Rows.counted(expected), "seed \(seed): \(query)")
      filled += found.isEmpty ? 0 : 1
    }
    #expect(filled * 2 > Self.queries.count, "only \(filled) queries gave rows")
  }

  /// Patterns that can be cut in two at a node.
  private static let halves = [
    """
    MATCH (k:M)<-[f:T]-(x:P)-[:U]->(m:M)<-[r:U]-(q:P)-[g:T]->(l:M)
    WHERE k.id < l.id AND f.s <= m.d AND g.s <= m.d AND x.id <> q.id
    RETURN k.id, l.id, m.d, count(DISTINCT m.id), count(r)
    """,
    """
    MATCH (x:P {id: $x}) MATCH (x)-[f:T]->(k)<-[:T]-(p:P)-[g]->(l), (p)-[h]->(m {d: 2})
    RETURN p.id, k.id, l.id, m.id, x.boss
    """,
    // Few of the pairs fulfil what is asked of both halves.
    """
    MATCH (a:P)-[:T]->(m:M)<-[:T]-(b:P)-[:U]->(c) WHERE a.id > c.id AND c.d < m.d AND a.id <> b.boss
    RETURN a.id, m.id, b.id, c.id
    """,
    // The relationships at the shared node may not be the same one.
    "MATCH (a)-[:T]->(m)<-[:T]-(b)-[:U]->(c) RETURN a.id, m.id, b.id, c.id",
    "MATCH (a)-[:T]->(m)-[:U]-(b)-[r]-(c) RETURN a.id, m.id, b.id, type(r), c.id",
    """
    MATCH (a:P)-[:T]->(m)<-[:U]-(b)-[:T]->(c) WHERE b.id > $y OR c.d IS NULL
    OPTIONAL MATCH (c)<-[:T]-(e:P)-[:U]->(f)<-[:T]-(g:P {id: $x}) RETURN a.id, c.id, e.id, g.id
    """,
    "MATCH (a:P)-[:T]->(m)<-[:U]-(b)-[:T]->(c), (e:M {id: 3}) RETURN count(*), max(c.d - e.d)",
  ]

  @Test("Parts joined at a node give what going on from each row gives", arguments: halves)
  func joinedParts(query: String) throws {
    var random = Seeded(7)
    let session = try Self.session(&random, isNaive: false)
    _ = try session.run(
      "MATCH (p:P), (m:M) WHERE (p.id * 7 + m.id) % 6 = 0 CREATE (p)-[:U]->(m)"
    )
    let parameters: [String: Value] = ["x": 4, "y": 30]
    session.joinAdvantage = .infinity
    let nested = try session.run(query, parameters: parameters).rows
    session.joinAdvantage = 0
    let plan = try #require(try session.run("EXPLAIN " + query, parameters: parameters).plan)
    #expect(plan.contains("NodeHashJoin"), "\(plan)")
    let joined = try session.run(query, parameters: parameters).rows
    #expect(!nested.isEmpty && Rows.counted(joined) == Rows.counted(nested), "\(plan)")
    let again = try session.run("PROFILE " + query, parameters: parameters).rows
    #expect(Rows.counted(again) == Rows.counted(nested))
  }

  @Test(
    "A part is not looked for by itself where that may fail for what nothing leads to",
    arguments: [
      ("a.id > 1 AND c.d > 1", true),
      ("1 / a.id = 1 AND 1 / c.d = 1", false),
      ("toInteger(a.id) = 1 AND toInteger(c.d) = 1", false),
    ]
  )
  func failingPart(condition: String, isJoined: Bool) throws {
    var random = Seeded(7)
    let session = try Self.session(&random, isNaive: false)
    session.joinAdvantage = 0
    let query = "EXPLAIN MATCH (a)-[:T]->(m:M)<-[:T]-(:P)-[:U]->(c) WHERE \(condition) RETURN c.d"
    let plan = try #require(try session.run(query).plan)
    #expect(plan.contains("NodeHashJoin") == isJoined, "\(plan)")
  }

  @Test("A join in a subquery keeps what the rows around it rest on")
  func joinedEvidence() throws {
    let query = """
      MATCH (x:P {id: 3}) CALL {
        MATCH (c:P) MATCH (c)-[:T]->(m)<-[:T]-(:P {id: 10}) RETURN c.id AS c
      } RETURN x.id, c
      """
    var random = Seeded(2)
    let planned = try Self.session(&random, isNaive: false)
    _ = try planned.run("MATCH (p:P), (m:M) CREATE (p)-[:T]->(m)")
    let plan = try #require(try planned.run("EXPLAIN " + query).plan)
    #expect(plan.contains("NodeHashJoin"), "\(plan)")
    let joined = try planned.run(query, evidence: .witnesses)
    planned.isNaive = true
    let nested = try planned.run(query, evidence: .witnesses)
    func counted(_ result: QueryResult) -> [[Value]: Int] {
      Rows.counted(zip(result.rows, result.witnesses).map { $0 + $1.map(Value.list) })
    }
    #expect(!joined.rows.isEmpty && counted(joined) == counted(nested))
  }

  @Test("Relationships that all lead to a rare label are not taken for few")
  func rareLabel() throws {
    let session = QuerySession()
    _ = try session.run("UNWIND range(0, 399) AS i CREATE (:P {id: i})")
    _ = try session.run("UNWIND range(0, 19) AS i CREATE (:M {id: i})")
    _ = try session.run(
      """
      MATCH (p:P) UNWIND [1, 3, 7, 13] AS k
      MATCH (m:M {id: (p.id * k + p.id / 20) % 20}) CREATE (p)-[:T]->(m)
      """
    )
    let query = """
      MATCH (a:P {id: 5})-[:T]->(:M)<-[:T]-(c:P) WITH DISTINCT c
      MATCH (c)-[:T]->(:M)<-[:T]-(b:P {id: 7}) RETURN DISTINCT c.id
      """
    let plan = try #require(try session.run("EXPLAIN " + query).plan)
    #expect(plan.contains("NodeHashJoin"), "\(plan)")
  }

  @Test("Values that change while an index is there are found where they are now")
  func changes() throws {
    var random = Seeded(1)
    let session = try Self.session(&random, isNaive: false)
    func ids(_ value: Int) throws -> Int {
      try session.run("MATCH (p:P {id: \(value)}) RETURN p").rows.count
    }
    #expect(try (ids(5), ids(5), ids(500)) == (1, 1, 0))
    _ = try session.run("MATCH (p:P {id: 5}) SET p.id = 500")
    #expect(try (ids(5), ids(500)) == (0, 1))
    _ = try session.run("CREATE (:P {id: 500})")
    #expect(try ids(500) == 2)
    _ = try session.run("MATCH (p:P {id: 500}) REMOVE p:P")
    #expect(try ids(500) == 0)
    _ = try session.run("MATCH (p {id: 500}) SET p:P")
    #expect(try ids(500) == 2)
    #expect(throws: QueryFailure.self) {
      try session.run("MATCH (p:P {id: 500}) SET p.id = 5 WITH p RETURN p.id / 0")
    }
    #expect(try (ids(5), ids(500)) == (0, 2))
    _ = try session.run("MATCH (p:P {id: 500}) DETACH DELETE p")
    #expect(try ids(500) == 0)
    #expect(try session.run("MATCH (p:P) WHERE p.id = 6.0 RETURN p").rows.count == 1)
  }
}
