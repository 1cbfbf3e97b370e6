import GraphModel
import Testing

@testable import QueryEngine

@Suite("Selected paths")
struct SelectiveSearchTests {
  /// A ring of nodes with chords, in which trails are without number.
  private func session(nodes: Int) -> QuerySession {
    let graph = PropertyGraph()
    for index in 0..<nodes {
      graph.createNode(labels: ["N"], properties: ["n": .integer(Int64(index))])
    }
    for index in 0..<nodes {
      for step in [1, 7, 30] {
        graph.createRelationship(
          type: step == 7 ? "S" : "R",
          from: UInt32(index),
          to: UInt32((index + step) % nodes)
        )
      }
    }
    return QuerySession(graph: graph)
  }

  @Test(
    "A cyclic graph of a thousand nodes is no trouble",
    arguments: [
      ("ANY SHORTEST (a:N {n: 0})((x)-[:R]->(y)-[:S]->(z))+(b:N)", 1_000),
      ("ALL SHORTEST (a:N {n: 0})((x)-[:R]-(y)){1,}(b:N {n: 61})", 3),
      ("SHORTEST 4 (a:N {n: 0})-[:R]->*(m)-[:S]->*(b:N {n: 45})", 4),
      ("ANY SHORTEST (a:N)-[:R]->+(b:N {n: 5})", 1_000),
      ("SHORTEST 2 GROUPS (a:N {n: 0})((x)-[:R]->(y))*(b:N {n: 30})", 2),
      ("ANY SHORTEST ((a:N {n: 0})-[l]->+(b:N) WHERE a.n < b.n AND size(l) > 0)", 999),
    ]
  )
  func cyclicGraph(path: String, count: Int64) throws {
    let rows = try session(nodes: 1_000).run("MATCH p = \(path) RETURN count(*) AS c").rows
    #expect(rows == [[.integer(count)]], "\(path)")
  }

  @Test("All pairs are found without a search for each pair")
  func allPairs() throws {
    let query = "MATCH ANY SHORTEST (a:N)-[:R]->+(b:N) RETURN count(*) AS c"
    #expect(try session(nodes: 60).run(query).rows == [[.integer(3_600)]])
  }

  @Test("A plan shows the operator that finds them")
  func plan() throws {
    func plan(_ path: String) throws -> String {
      try session(nodes: 40).run("EXPLAIN MATCH p = \(path) RETURN p").plan ?? ""
    }
    #expect(try plan("SHORTEST 1 (a)(()-[:R]->())+(b)").contains("StatefulShortestPath(All)"))
    #expect(try plan("ANY SHORTEST (a)-[:R]->+(a)").contains("ShortestPath"))
    let both = try plan("ANY SHORTEST (a {n: 1})-[:R]->+(b {n: 2})")
    #expect(both.contains("ShortestPath") && !both.contains("Stateful"), "\(both)")
    #expect(try plan("ANY SHORTEST (a)-[:R]->+(b)").contains("StatefulShortestPath(All)"))
  }

  @Test("A search that keeps too much ends at the memory limit")
  func memoryLimit() throws {
    let session = session(nodes: 1_000)
    session.limits.memoryBytes = 20_000
    #expect(throws: QueryFailure.self) {
      try session.run("MATCH ANY SHORTEST (a {n: 0})(()-[:R]->())+(b) RETURN count(*) AS c")
    }
  }
}
