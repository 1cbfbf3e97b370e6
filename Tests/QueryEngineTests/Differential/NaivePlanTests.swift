import GraphModel
import Testing

@testable import QueryEngine

@Suite("Plans give what the plainest plan gives")
struct NaivePlanTests {
  /// What a query gives, or the code of its error.
  private func answer(
    _ query: String,
    seed: UInt64,
    isNaive: Bool,
    joinAdvantage: Double = QueryPlanner.joinAdvantage
  ) -> (rows: [[Value]], error: String?) {
    let session = QuerySession(graph: randomGraph(seed, nodes: 6, relationships: 10))
    session.isNaive = isNaive
    session.joinAdvantage = joinAdvantage
    do {
      return (try session.run(query).rows, nil)
    } catch {
      return ([], "\(error.errors)")
    }
  }

  @Test("Rows are the same whatever the order in which a pattern is found", arguments: 0..<600)
  func sameRows(seed: Int) {
    let seed = UInt64(seed)
    var queries = RandomQueries(seed: seed)
    let query = queries.query()
    let planned = answer(query, seed: seed, isNaive: false)
    let naive = answer(query, seed: seed, isNaive: true)
    #expect(planned.error == nil, "seed \(seed): \(query)")
    #expect(naive.error == nil, "seed \(seed): \(query)")
    #expect(
      Rows.counted(planned.rows) == Rows.counted(naive.rows),
      "seed \(seed): \(query)"
    )
    let joined = answer(query, seed: seed, isNaive: false, joinAdvantage: 0)
    #expect(joined.error == nil, "seed \(seed), joined: \(query)")
    #expect(
      Rows.counted(joined.rows) == Rows.counted(naive.rows),
      "seed \(seed), joined: \(query)"
    )
  }

  @Test("Most random queries find something")
  func filledAnswers() {
    let filled = (0..<200).count { seed in
      var queries = RandomQueries(seed: UInt64(seed))
      return !answer(queries.query(), seed: UInt64(seed), isNaive: false).rows.isEmpty
    }
    #expect(filled > 100, "only \(filled) of 200 answers have rows")
  }

  @Test("The plainest plan scans all nodes and filters at the end")
  func naivePlan() throws {
    let session = QuerySession()
    session.isNaive = true
    let query = "EXPLAIN MATCH (a:A)-[r]->(b) WHERE a.n = 1 RETURN b ORDER BY b.n LIMIT 1"
    let plan = try #require(try session.run(query).plan)
    #expect(plan.contains("AllNodesScan"), "\(plan)")
    #expect(!plan.contains("NodeByLabelScan") && !plan.contains("Top"), "\(plan)")
  }
}

extension Rows {
  /// How often each row is there.
  static func counted(_ rows: [[Value]]) -> [[Value]: Int] {
    Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
