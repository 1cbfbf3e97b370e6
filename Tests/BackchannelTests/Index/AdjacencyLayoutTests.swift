import CaseStore
import Foundation
import GraphModel
import QueryEngine
import Testing

@Suite("Relationships by type in an index")
struct AdjacencyLayoutTests {
  /// Makes relationships of each type, one type after the other.
  private static func graph(_ types: [(name: String, ends: [(Int, Int)])]) -> KeyedGraph {
    var graph = KeyedGraph()
    for node in 0..<600 {
      graph.nodes.append(
        KeyedNode(key: key("n", node), labels: [], properties: ["n": .integer(Int64(node))])
      )
    }
    for (name, ends) in types {
      for (number, (source, target)) in ends.enumerated() {
        graph.relationships.append(
          KeyedRelationship(
            key: key(name, number),
            type: name,
            source: key("n", source),
            target: key("n", target),
            properties: ["r": .integer(Int64(number))]
          )
        )
      }
    }
    return graph
  }

  private static func key(_ prefix: String, _ number: Int) -> String {
    prefix + String(10_000 + number)
  }

  private static let inOrder = (0..<900).map { (($0 * 37) % 300, 300 + $0 / 9) }
  private static let sparse = (0..<20).map { ($0 * 30, ($0 * 17) % 600) }

  @Test("Types in any order, of many nodes or few, have the same neighbours as in memory")
  func layouts() throws {
    let keyed = Self.graph([
      ("BY_TARGET", Self.inOrder), ("BY_SOURCE", Self.inOrder.map { ($1, $0) }),
      ("SHUFFLED", Self.inOrder.map { (($1 * 7) % 600, $0) }), ("FEW_BY_SOURCE", Self.sparse),
      ("FEW_BY_TARGET", Self.sparse.map { ($1, $0) }), ("LOOPS", [(5, 5), (5, 5), (9, 9)]),
      ("ONE", [(599, 0)]),
    ])
    let folder = try IndexFolder()
    let indexed = try #require(try folder.makeCase(keyed).graphSource().graph())
    #expect(indexed.keyed() == PropertyGraph(keyed).keyed())
    let sessions = (QuerySession(graph: indexed), QuerySession(graph: PropertyGraph(keyed)))
    for query in [
      "MATCH (a)-[r]->(b) RETURN a.n, type(r), r.r, b.n ORDER BY a.n, type(r), r.r, b.n",
      "MATCH (a)<-[r]-(b) RETURN a.n, type(r), r.r, b.n ORDER BY a.n, type(r), r.r, b.n",
      "MATCH (a)-[r]-(b) RETURN a.n, type(r), r.r, b.n ORDER BY a.n, type(r), r.r, b.n",
      "MATCH (a)-[:FEW_BY_SOURCE|FEW_BY_TARGET]->(b) RETURN a.n, b.n ORDER BY a.n, b.n",
      "MATCH (a)<-[:BY_TARGET]-(b)<-[:BY_SOURCE]-(c) RETURN count(*), count(DISTINCT c)",
      "MATCH (a {n: 3})-[:BY_TARGET]->()<-[:BY_TARGET]-(b) RETURN count(DISTINCT b)",
    ] {
      #expect(try sessions.0.run(query).rows == sessions.1.run(query).rows, "\(query)")
    }
  }

  @Test("Relationships in the order of their nodes take less room")
  func size() throws {
    func bytes(_ ends: [(Int, Int)]) throws -> Int {
      let folder = try IndexFolder()
      _ = try folder.makeCase(Self.graph([("T", ends)]))
      return try folder.index().count
    }
    let saved = try bytes(Self.inOrder.reversed()) - bytes(Self.inOrder)
    #expect(saved >= 900 * 4)
  }
}
