import GraphModel
import Testing

@testable import QueryEngine

@Suite("Evidence by the kind of clause")
struct EvidenceRuleTests {
  /// A line of four nodes, with a loop at the end: 0 → 1 → 2 → 3 → 3.
  private func evidence(_ query: String) throws -> [[Value]] {
    let graph = PropertyGraph()
    for index in Int64(0)..<4 { graph.createNode(labels: [], properties: ["n": .integer(index)]) }
    for index in UInt32(0)..<3 { graph.createRelationship(type: "R", from: index, to: index + 1) }
    graph.createRelationship(type: "LOOP", from: 3, to: 3)
    return try QuerySession(graph: graph).run(query, evidence: .facts).evidence
  }

  @Test("An optional pattern without a match adds nothing")
  func optional() throws {
    let found = try evidence("MATCH (a {n: 3}) OPTIONAL MATCH (a)-[:NONE]->(b) RETURN a, b")
    #expect(found == [[node(3)]])
  }

  @Test("An optional pattern with a match adds it")
  func optionalMatch() throws {
    let found = try evidence("MATCH (a {n: 0}) OPTIONAL MATCH (a)-[:R]->(b) RETURN a.n")
    #expect(found == [[node(0), node(1), relationship(0)]])
  }

  @Test("A count rests on every row counted")
  func count() throws {
    let found = try evidence("MATCH (a)-[:R]->(b) WHERE a.n < 2 RETURN count(*)")
    #expect(found == [[node(0), node(1), node(2), relationship(0), relationship(1)]])
  }

  @Test("A count of nothing rests on nothing")
  func emptyCount() throws {
    #expect(try evidence("MATCH (a)-[:NONE]->(b) RETURN count(*)") == [[]])
  }

  @Test("EXISTS and COUNT add nothing")
  func exists() throws {
    let exists = "MATCH (a) WHERE EXISTS { (a)-[:LOOP]->(b) } RETURN a.n"
    #expect(try evidence(exists) == [[node(3)]])
    #expect(try evidence("MATCH (a {n: 0}) RETURN COUNT { (a)-->() } AS c") == [[node(0)]])
    #expect(try evidence("MATCH (a {n: 0}) RETURN [(a)-->(b) | b.n] AS c") == [[node(0)]])
  }

  @Test("A path of any length carries all its relationships")
  func varLength() throws {
    let found = try evidence("MATCH (a {n: 0})-[:R*3]->(b) RETURN b.n")
    let links = (0..<3).map { relationship($0) }
    #expect(found.map { Array($0.filter(Self.isRelationship)) } == [links])
    let quantified = try evidence("MATCH (a {n: 0})-[:R]->{3}(b) RETURN b.n")
    #expect(quantified.map { Array($0.filter(Self.isRelationship)) } == [links])
    let group = try evidence("MATCH (a {n: 0}) ((x)-[:R]->(y)){3} (b) RETURN b.n")
    #expect(group.map { Array($0.filter(Self.isRelationship)) } == [links])
  }

  @Test("A shortest path carries all its relationships")
  func shortestPath() throws {
    let found = try evidence("MATCH p = shortestPath((a {n: 0})-[*]->(b {n: 3})) RETURN length(p)")
    #expect(
      found.map { Array($0.filter(Self.isRelationship)) } == [(0..<3).map { relationship($0) }]
    )
  }

  @Test("UNION joins what the same rows of both sides rest on")
  func union() throws {
    let query = "MATCH (a {n: 0}) RETURN 1 AS one UNION MATCH (a {n: 2}) RETURN 1 AS one"
    #expect(try evidence(query) == [[node(0), node(2)]])
  }

  @Test("A subquery adds what its rows rest on")
  func subquery() throws {
    let query = "MATCH (a {n: 0}) CALL { WITH a MATCH (a)-[:R]->(b) RETURN b.n AS m } RETURN m"
    #expect(try evidence(query) == [[node(0), node(1), relationship(0)]])
    let counting = "MATCH (a {n: 0}) CALL { WITH a MATCH (a)-->(b) RETURN count(*) AS m } RETURN m"
    #expect(try evidence(counting) == [[node(0), node(1), relationship(0)]])
  }

  @Test("Evidence is told in WITH, in subqueries, and where rows are chosen and ordered")
  func places() throws {
    let graph = PropertyGraph()
    for _ in 0..<2 { graph.createNode(labels: []) }
    graph.createRelationship(type: "R", from: 0, to: 1)
    let session = QuerySession(graph: graph)
    func rows(_ query: String) throws -> [[Value]] { try session.run(query).rows }
    #expect(
      try rows("MATCH (a)-->(b) CALL { WITH b MATCH (b) RETURN evidence() AS e } RETURN size(e)")
        == [[3]]
    )
    #expect(try rows("MATCH (a)-->(b) CALL (b) { RETURN evidence() AS e } RETURN size(e)") == [[3]])
    let ordered = "MATCH (a) OPTIONAL MATCH (a)-->(b) RETURN id(a) ORDER BY size(evidence())"
    #expect(try rows(ordered) == [[1], [0]])
    let chosen = "MATCH (a) OPTIONAL MATCH (a)-->(b) WITH a WHERE size(evidence()) > 1 RETURN id(a)"
    #expect(try rows(chosen) == [[0]])
  }

  @Test("Evidence is refused where rows are not complete")
  func refused() {
    let graph = PropertyGraph()
    graph.createNode(labels: [])
    let failure = #expect(throws: QueryFailure.self) {
      try QuerySession(graph: graph).run("MATCH (a) WHERE size(evidence()) > 0 RETURN a")
    }
    #expect(failure?.errors.first?.code == .invalidArgumentValue)
    #expect(failure?.errors.first?.remedy != nil)
  }

  private static func isRelationship(_ value: Value) -> Bool {
    if case .relationship = value { true } else { false }
  }
}
