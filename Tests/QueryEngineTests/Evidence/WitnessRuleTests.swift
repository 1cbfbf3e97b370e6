import GraphModel
import Testing

@testable import QueryEngine

@Suite("Witnesses by the kind of clause")
struct WitnessRuleTests {
  /// 0 → 1 → 2, and 0 → 2.
  private func graph() -> PropertyGraph {
    let graph = PropertyGraph()
    for index in Int64(0)..<3 { graph.createNode(labels: [], properties: ["n": .integer(index)]) }
    for (start, end) in [(0, 1), (1, 2), (0, 2)] as [(UInt32, UInt32)] {
      graph.createRelationship(type: "R", from: start, to: end)
    }
    return graph
  }

  private func witnesses(_ query: String) throws -> [[[Value]]] {
    try QuerySession(graph: graph()).run(query, evidence: .witnesses).witnesses
  }

  private func failure(_ query: String) -> QueryError? {
    let failure = #expect(throws: QueryFailure.self) { try QuerySession(graph: graph()).run(query) }
    return failure?.errors.first
  }

  @Test("A plain row has one witness, also one that rests on nothing")
  func plain() throws {
    #expect(try witnesses("MATCH (a {n: 1}) RETURN a.n") == [[[node(1)]]])
    #expect(try witnesses("RETURN 1 AS one") == [[[]]])
  }

  @Test("DISTINCT keeps a witness for each row that it merges")
  func distinct() throws {
    let found = try witnesses("MATCH ({n: 0})-[r]->() RETURN DISTINCT 1 AS one")
    #expect(
      found == [[[node(0), node(1), relationship(0)], [node(0), node(2), relationship(2)]]]
    )
  }

  @Test("UNION keeps those of both sides, UNION ALL one for each row")
  func union() throws {
    let query = "MATCH (a {n: 0}) RETURN 1 AS one UNION MATCH (a {n: 2}) RETURN 1 AS one"
    #expect(try witnesses(query) == [[[node(0)], [node(2)]]])
    #expect(
      try witnesses(query.replacing("UNION", with: "UNION ALL")) == [[[node(0)]], [[node(2)]]]
    )
  }

  @Test("A count has a witness for each row counted; a count of no row has none")
  func count() throws {
    #expect(try witnesses("MATCH (a) RETURN count(*)") == [[[node(0)], [node(1)], [node(2)]]])
    #expect(try witnesses("MATCH (a:None) RETURN count(*)") == [[]])
    let later = "MATCH (a:None) WITH count(*) AS c MATCH (b {n: c}) RETURN b.n"
    #expect(try witnesses(later) == [[[node(0)]]])
  }

  @Test("What is matched after grouping is in every witness")
  func afterGrouping() throws {
    let query = "MATCH (a) WHERE a.n > 0 WITH count(*) AS c MATCH (b {n: 0}) RETURN c"
    #expect(try witnesses(query) == [[[node(0), node(1)], [node(0), node(2)]]])
  }

  @Test("Two derivations from the same elements are one witness")
  func same() throws {
    let query = "MATCH (a)--(b) WHERE a.n < 2 AND b.n < 2 RETURN DISTINCT 1 AS one"
    #expect(try witnesses(query) == [[[node(0), node(1), relationship(0)]]])
  }

  @Test("An optional pattern without a match adds nothing")
  func optional() throws {
    let query = "MATCH (a) OPTIONAL MATCH (a)-[:NONE]->(b) RETURN DISTINCT b"
    #expect(try witnesses(query) == [[[node(0)], [node(1)], [node(2)]]])
  }

  @Test("Each path of any length is a witness")
  func varLength() throws {
    let found = try witnesses("MATCH ({n: 0})-[*1..2]->(b {n: 2}) RETURN DISTINCT b.n")
    #expect(found.count == 1)
    #expect(
      Set(found[0].map { Set($0).subtracting([node(0), node(1), node(2)]) })
        == [[relationship(2)], [relationship(0), relationship(1)]]
    )
  }

  @Test("The function gives them as a value, and evidence() beside it gives all facts")
  func function() throws {
    let query = "MATCH (a) RETURN count(*) AS c, evidence('witnesses') AS w, evidence() AS e"
    let nodes = (0..<3).map { node($0) }
    #expect(
      try QuerySession(graph: graph()).run(query).rows
        == [[3, .list(nodes.map { .list([$0]) }), .list(nodes)]]
    )
  }

  @Test("An unknown word is refused with what was meant")
  func unknownWord() {
    let error = failure("MATCH (a) RETURN evidence('witneses')")
    #expect(error?.code == .invalidArgumentValue)
    #expect(error?.phase == .compileTime)
    #expect(error?.candidates == ["witnesses"])
    #expect(error?.range == 26..<36)
  }

  @Test("A word that only the run would know is refused")
  func unknownLater() {
    #expect(failure("WITH 'witnesses' AS w RETURN evidence(w)")?.code == .invalidArgumentType)
  }

  @Test("A row with too many derivations fails, and still has its evidence")
  func limit() throws {
    let graph = PropertyGraph()
    for _ in 0...QuerySession.maximumWitnesses { graph.createNode(labels: []) }
    let session = QuerySession(graph: graph)
    let failure = #expect(throws: QueryFailure.self) {
      try session.run("MATCH (a) RETURN count(*), evidence('witnesses')")
    }
    #expect(failure?.errors.map(\.code) == [.witnessLimit])
    #expect(
      try session.run("MATCH (a) RETURN count(*), size(evidence())").rows == [[10_001, 10_001]]
    )
  }
}
