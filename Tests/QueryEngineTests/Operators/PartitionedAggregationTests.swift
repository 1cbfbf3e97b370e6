import GraphModel
import Testing

@testable import QueryEngine

@Suite("Grouping by the nodes of a scan")
struct PartitionedAggregationTests {
  private static let personCount = 700

  /// People in meetings; `id` tells people apart, `team` does not.
  private static func makeGraph() -> PropertyGraph {
    let graph = PropertyGraph()
    let people = (0..<personCount).map { number in
      graph.createNode(
        labels: ["Person"],
        properties: ["id": .integer(Int64(number)), "team": .integer(Int64(number % 7))]
      )
    }
    for number in 0..<1_500 {
      let meeting = graph.createNode(
        labels: ["Meeting"],
        properties: ["id": .integer(Int64(number)), "day": .integer(Int64(number % 11))]
      )
      for offset in 0..<(2 + number % 3) {
        let person = people[(number * 37 + offset * offset * 11) % personCount]
        graph.createRelationship(type: "MET_IN", from: person, to: meeting)
      }
    }
    return graph
  }

  @Test(
    "Groups are those that one thread finds",
    arguments: [
      """
      MATCH (a:Person)-[:MET_IN]->(m)<-[:MET_IN]-(b:Person) WHERE a.id < b.id
      RETURN a.id, b.id, count(*) AS n ORDER BY n DESC, a.id, b.id LIMIT 40
      """,
      "MATCH (a:Person)-[:MET_IN]->(m) RETURN a, count(m), min(m.day), max(m.id)",
      "MATCH (a:Person)-[:MET_IN]->(m) RETURN a.team, m.day, count(DISTINCT m.id), sum(m.id)",
      "MATCH (a:Person)-[:MET_IN]->(m)<-[:MET_IN]-(b) RETURN a.id, count(DISTINCT b.team)",
      "MATCH (a:Person) WHERE a.id > 10000 RETURN a.id, count(*)",
    ]
  )
  func sameAsPlain(text: String) throws {
    let session = QuerySession(graph: Self.makeGraph())
    let found = try session.run(text).rows
    // PROFILE counts the rows of the operators, and so has one thread and groups that stay.
    let expected = try session.run("PROFILE " + text).rows
    if text.contains("ORDER BY") {
      #expect(found == expected)
    } else {
      #expect(Set(found) == Set(expected) && found.count == expected.count)
    }
  }

  @Test("Threads share the table of a join, which they make together")
  func sharedTable() throws {
    let session = QuerySession(graph: Self.makeGraph())
    _ = try session.run("UNWIND range(0, 599) AS i CREATE (:Team {id: i})")
    _ = try session.run(
      "MATCH (p:Person) UNWIND [p.id, p.id * 3] AS i MATCH (t:Team {id: i}) CREATE (p)-[:IN]->(t)"
    )
    let text = """
      MATCH (x:Team)<-[:IN]-(p:Person)-[:MET_IN]->(m)<-[:MET_IN]-(q:Person)-[:IN]->(y:Team)
      WHERE x.id < y.id AND p.id <> q.id
      RETURN x.id, y.id, m.day, count(DISTINCT m.id), min(q.team)
      """
    session.joinAdvantage = .infinity
    let nested = try session.run(text).rows
    session.joinAdvantage = 0
    let plan = try #require(try session.run("EXPLAIN " + text).plan)
    #expect(plan.contains("NodeHashJoin"), "\(plan)")
    for _ in 0..<3 {
      let joined = try session.run(text).rows
      #expect(Set(joined) == Set(nested) && joined.count == nested.count)
    }
    session.limits = QueryLimits(memoryBytes: 10_000)
    #expect(throws: QueryFailure.self) { try session.run(text) }
    session.limits = QueryLimits()
    #expect(try session.run(text).rows.count == nested.count)
  }

  @Test("Rows come in the same order every time, whichever thread is faster")
  func order() throws {
    let session = QuerySession(graph: Self.makeGraph())
    let text = "MATCH (a:Person)-[:MET_IN]->(m) RETURN a.id, m.day, count(*)"
    let first = try session.run(text).rows
    for _ in 0..<10 { #expect(try session.run(text).rows == first) }
  }

  @Test("An error on any thread is the error of the query, and the session goes on")
  func failure() throws {
    let session = QuerySession(graph: Self.makeGraph())
    #expect(throws: QueryFailure.self) {
      try session.run("MATCH (a:Person)-[:MET_IN]->(m) RETURN a.id, sum(1 / (a.id - 699))")
    }
    #expect(try session.run("MATCH (a:Person) RETURN count(a)").rows == [[700]])
  }

  @Test("A limit of memory and a cancellation end all threads")
  func limits() throws {
    let session = QuerySession(graph: Self.makeGraph(), limits: QueryLimits(memoryBytes: 64))
    let text = "MATCH (a:Person)-[:MET_IN]->(m) RETURN a.id, collect(m.id)"
    #expect(throws: QueryFailure.self) { try session.run(text) }
    session.limits = QueryLimits()
    let flag = CancellationFlag()
    flag.set()
    #expect(throws: QueryFailure.self) { try session.run(text, cancellation: flag) }
  }

  @Test("Values of several kinds are counted once each, and compared across kinds")
  func kinds() throws {
    let text = """
      UNWIND range(1, 3000) AS i
      WITH CASE WHEN i <= 2000 THEN i % 5 WHEN i % 3 = 0 THEN null WHEN i % 3 = 1 THEN 'x' ELSE 1.0 END
        AS value
      RETURN count(DISTINCT value), count(value), min(value), max(value)
      """
    let rows = try QuerySession().run(text).rows
    #expect(rows == [[6, 2_666, .string("x"), 4]])
  }
}
