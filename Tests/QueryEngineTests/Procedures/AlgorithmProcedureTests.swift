import Foundation
import GraphModel
import TestSupport
import Testing

@testable import QueryEngine

@Suite("Procedures of graph algorithms")
struct AlgorithmProcedureTests {
  /// Four people: 0, 1 and 2 met in pairs, all three of them twice; 3 met nobody.
  private func meetings() throws -> QuerySession {
    let session = QuerySession()
    _ = try session.run("UNWIND range(0, 3) AS i CREATE (:Person {id: i})")
    _ = try session.run("UNWIND range(0, 2) AS i CREATE (:Meeting {id: i, day: 10 - i})")
    _ = try session.run(
      """
      UNWIND [[0, 0], [1, 0], [1, 1], [2, 1], [0, 2], [1, 2], [2, 2]] AS pair
      MATCH (p:Person {id: pair[0]}), (m:Meeting {id: pair[1]}) CREATE (p)-[:PARTICIPATED]->(m)
      """
    )
    return session
  }

  private let project = """
    CALL algo.project({nodes: 'Person', through: 'PARTICIPATED'}) YIELD nodes, edges
    RETURN nodes, edges
    """

  @Test("A projection is kept while the graph stays as it is, and by graphs of one snapshot")
  func cache() throws {
    let session = try meetings()
    #expect(try session.run(project).rows == [[4, 3]])
    let kept = session.graph.projectionCache()
    #expect(kept.count == 1)
    _ = try session.run("MATCH (p:Person) SET p.name = 'x'")
    #expect(session.graph.projectionCache() === kept)
    let snapshot = GraphSnapshot(session.graph)
    let one = QuerySession(graph: PropertyGraph(snapshot))
    let two = QuerySession(graph: PropertyGraph(snapshot))
    #expect(try one.run(project).rows == [[4, 3]])
    #expect(one.graph.projectionCache() === two.graph.projectionCache())
    #expect(kept.count == 1)
  }

  @Test(
    "Every change of nodes and relationships is seen",
    arguments: [
      ("MATCH (:Person {id: 0})-[r]->(:Meeting {id: 2}) DELETE r", [4, 2]),
      ("MATCH (:Meeting {id: 2})<-[r]-(:Person) DELETE r", [4, 2]),
      ("MATCH (p:Person {id: 1}) DETACH DELETE p", [3, 1]),
      ("MATCH (p:Person {id: 0}) REMOVE p:Person", [3, 1]),
      ("MATCH (m:Meeting {id: 2}) SET m:Person", [5, 3]),
      ("MATCH (m:Meeting {id: 0}), (p:Person {id: 3}) CREATE (p)-[:PARTICIPATED]->(m)", [4, 5]),
      ("CREATE (:Person)", [5, 3]),
    ] as [(String, [Int64])]
  )
  func changes(change: String, expected: [Int64]) throws {
    let session = try meetings()
    #expect(try session.run(project).rows == [[4, 3]])
    _ = try session.run(change)
    #expect(try session.run(project).rows == [expected.map { .integer($0) }])
  }

  @Test("What a statement has changed is seen in it, and forgotten with it")
  func rollback() throws {
    let session = try meetings()
    #expect(throws: QueryFailure.self) {
      try session.run(
        """
        CREATE (:Person) WITH 1 AS one
        CALL algo.project({nodes: 'Person', through: 'PARTICIPATED'}) YIELD nodes
        RETURN nodes / (nodes - 5)
        """
      )
    }
    #expect(try session.run(project).rows == [[4, 3]])
    let rows = try session.run(
      """
      UNWIND range(1, 3000) AS i CREATE (:Person) WITH count(*) AS made
      CALL algo.project({nodes: 'Person', through: 'PARTICIPATED'}) YIELD nodes RETURN made, nodes
      """
    ).rows
    #expect(rows == [[3_000, 3_004]])
  }

  @Test("A filter hides nodes and relationships from algorithms")
  func visibility() throws {
    let graph = PropertyGraph()
    let people = (0..<3).map { graph.createNode(labels: ["Person"], key: "p\($0)") }
    for (number, pair) in [(0, 1), (1, 2)].enumerated() {
      graph.createRelationship(
        type: "MET",
        from: people[pair.0],
        to: people[pair.1],
        key: "r\(number)"
      )
    }
    let snapshot = GraphSnapshot(graph)
    func components(_ snapshot: GraphSnapshot) throws -> [[Value]] {
      try QuerySession(graph: PropertyGraph(snapshot)).run(
        """
        CALL algo.components({nodes: 'Person', relationships: 'MET'}) YIELD node, component
        RETURN count(node), count(DISTINCT component)
        """
      ).rows
    }
    #expect(try components(snapshot) == [[3, 1]])
    #expect(try components(snapshot.showing(GraphVisibility(hiddenNodes: ["p1"]))) == [[2, 2]])
    let without = GraphVisibility(hiddenRelationships: ["r0"])
    #expect(try components(snapshot.showing(without)) == [[3, 2]])
    #expect(try components(snapshot) == [[3, 1]])
  }

  @Test(
    "Cancellation, a deadline and a limit of memory end a call",
    arguments: [
      (QueryLimits(time: .seconds(-1)), "TimeLimit"), (QueryLimits(memoryBytes: 64), "MemoryLimit"),
      (QueryLimits(), "Cancelled"),
    ]
  )
  func limits(limits: QueryLimits, code: String) throws {
    let session = try meetings()
    session.limits = limits
    let flag = CancellationFlag()
    if code == "Cancelled" { flag.set() }
    do throws(QueryFailure) {
      _ = try session.run("CALL algo.pageRank({})", cancellation: flag)
      Issue.record("nothing was thrown")
    } catch { #expect(error.errors.map(\.code.rawValue) == [code]) }
  }

  @Test("A kept projection counts against the limit of memory, too")
  func keptMemory() throws {
    let session = try meetings()
    _ = try session.run(project)
    session.limits = QueryLimits(memoryBytes: 64)
    #expect(throws: QueryFailure.self) { try session.run(project) }
  }

  @Test("Results do not depend on how the graph is stored")
  func order() throws {
    let session = try meetings()
    let query = """
      CALL algo.pageRank({nodes: 'Person', through: 'PARTICIPATED', weight: 'events'})
      YIELD node, score RETURN node.id AS id, round(score, 6) AS score ORDER BY id
      """
    let rows = try session.run(query).rows
    let snapshot = GraphSnapshot(session.graph)
    #expect(try QuerySession(graph: PropertyGraph(snapshot)).run(query).rows == rows)
    _ = try session.run("UNWIND range(1, 2000) AS i CREATE (:Other)-[:X]->(:Other)")
    session.graph.prepareAdjacency()
    #expect(try session.run(query).rows == rows)
  }

  @Test("Every procedure, each of its outputs and each setting is documented")
  func documentation() throws {
    let path = Repository.root.appending(path: "data/schema/algorithms.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    for setting in ProjectionKey.settings { #expect(text.contains("| `\(setting)` |")) }
    for algorithm in AlgorithmCatalog.all {
      let line = text.split(separator: "\n").first { $0.hasPrefix("| `algo.\(algorithm.name)` |") }
      for name in algorithm.settings + algorithm.outputs.map(\.name) {
        #expect(line?.contains("`\(name)`") == true, "\(algorithm.name): \(name)")
      }
    }
  }
}
