import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Plans that are kept")
struct PlanCacheTests {
  private func filled(_ count: Int) throws -> QuerySession {
    let session = QuerySession()
    _ = try session.run(
      "UNWIND range(1, $n) AS i CREATE (:Person {id: i})-[:KNOWS]->(:Person {id: -i})",
      parameters: ["n": .integer(Int64(count))]
    )
    return session
  }

  @Test("A text run again with other parameters gives the rows of these")
  func parameters() throws {
    let session = try filled(20)
    for id in [3, 7, 21, 3] as [Int64] {
      let rows = try session.run(
        "MATCH (a:Person {id: $id})-[:KNOWS]->(b) WHERE EXISTS { (b) } RETURN [x IN [b.id] | x + $id]",
        parameters: ["id": .integer(id)]
      ).rows
      #expect(rows == (id > 20 ? [] : [[.list([.integer(0)])]]))
    }
  }

  @Test("A parameter may have another type, or be missing, the next time")
  func types() throws {
    let session = QuerySession()
    let text = "RETURN $a + 1 AS sum"
    #expect(try session.run(text, parameters: ["a": .integer(1)]).rows == [[.integer(2)]])
    #expect(try session.run(text, parameters: ["a": .float(0.5)]).rows == [[.float(1.5)]])
    #expect(throws: QueryFailure.self) { try session.run(text) }
    #expect(throws: QueryFailure.self) {
      try session.run(text, parameters: ["a": .boolean(true)])
    }
    #expect(try session.run(text, parameters: ["a": .integer(5)]).rows == [[.integer(6)]])
  }

  @Test("Labels and types that come into the graph after a plan was made are found")
  func newNames() throws {
    let session = QuerySession()
    let text = "MATCH (a:City)-[:NEAR]->(b) RETURN count(*)"
    #expect(try session.run(text).rows == [[.integer(0)]])
    _ = try session.run("CREATE (:City)-[:NEAR]->(:City)")
    #expect(try session.run(text).rows == [[.integer(1)]])
    _ = try session.run("CREATE (:City)-[:NEAR]->(:City)")
    #expect(try session.run(text).rows == [[.integer(2)]])
  }

  @Test(
    "A plan is made anew when the graph has grown by half",
    arguments: [(140, true), (300, false)]
  )
  func growth(elements: Int, isKept: Bool) throws {
    var cache = PlanCache()
    let key = PlanCache.Key(text: "RETURN 1", parameters: [], evidence: .none)
    let planner = QueryPlanner(
      text: key.text,
      catalog: .standard,
      procedures: ProcedureCatalog(),
      statistics: GraphStatistics()
    )
    let query = try CypherParser.parse(key.text)
    let entry = PlanCache.Entry(query: query, planner: planner, plan: try planner.plan(query))
    cache.insert(entry, for: key, elements: 100)
    #expect((cache.entry(for: key, elements: elements) != nil) == isKept)
  }

  @Test("Many texts, one after the other, stay right")
  func many() throws {
    let session = QuerySession()
    for number in 0..<300 {
      let rows = try session.run("RETURN \(number % 150)").rows
      #expect(rows == [[.integer(Int64(number % 150))]])
    }
  }
}
