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

  @Test("Texts that look the same keep their own literals")
  func looks() throws {
    let session = QuerySession()
    let texts = ["\u{e9}", "e\u{301}", "K", "\u{212a}", "a\u{323}\u{307}", "a\u{307}\u{323}"]
    for text in texts + texts.reversed() {
      let rows = try session.run("RETURN '\(text)' AS text").rows
      guard case .string(let found) = rows[0][0] else { throw CancellationError() }
      #expect(Array(found.unicodeScalars) == Array(text.unicodeScalars))
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
    for _ in 0..<2 {
      let found = cache.entry(
        for: key.text,
        parameters: [:],
        evidence: .none,
        elements: elements
      )
      #expect((found != nil) == isKept)
    }
  }

  @Test("A text is told from others, and by its parameters, used lately or not")
  func lately() throws {
    let session = try filled(20)
    for round in 0..<3 {
      for number in 0..<7 as Range<Int64> {
        let text = "RETURN \(number) + coalesce($a, 0) AS sum"
        let rows = try session.run(text, parameters: ["a": .integer(number)]).rows
        #expect(rows == [[.integer(2 * number)]], "\(round)")
        #expect(throws: QueryFailure.self) { try session.run(text, parameters: ["b": 1]) }
        let more: [String: Value] = ["a": .null, "b": 1]
        #expect(try session.run(text, parameters: more).rows == [[.integer(number)]])
      }
    }
  }

  @Test("Operators that are kept begin anew, also after they were left early or have failed")
  func operators() throws {
    let session = try filled(50)
    let text = "MATCH (a:Person)-[:KNOWS]->(b) WITH DISTINCT a ORDER BY a.id RETURN a.id LIMIT $n"
    for count in [3, 50, 1, -1, 2, 60] as [Int64] {
      let answer = Result { try session.run(text, parameters: ["n": .integer(count)]).rows }
      guard count >= 0 else {
        #expect(throws: QueryFailure.self) { try answer.get() }
        continue
      }
      #expect(try answer.get() == (1...min(count, 50)).map { [.integer($0)] })
    }
    _ = try session.run("MATCH (a:Person {id: 2}) DETACH DELETE a")
    #expect(
      try session.run(text, parameters: ["n": .integer(2)]).rows == [[.integer(1)], [.integer(3)]]
    )
  }

  @Test("A run that is left early counts no memory for the next one")
  func memory() throws {
    let session = QuerySession()
    session.limits.memoryBytes = 400_000
    let text = """
      UNWIND range(1, $n) AS x WITH DISTINCT x
      CALL { WITH x UNWIND range(1, $n) AS y WITH DISTINCT y RETURN y LIMIT 1 }
      RETURN count(*) > 0 LIMIT 1
      """
    for count in [10, 1_000, 1_000, 100_000, 1_000, 100_000] as [Int64] {
      let answer = Result { try session.run(text, parameters: ["n": .integer(count)]).rows }
      if count > 1_000 {
        #expect(throws: QueryFailure.self) { try answer.get() }
      } else {
        #expect(try answer.get() == [[.boolean(true)]])
      }
    }
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
