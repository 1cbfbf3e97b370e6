import CaseStore
import GraphModel
import QueryEngine
import Testing

@Suite("Shortest chains in an index")
struct ChainTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  /// People in few meetings each, so that chains are of many lengths, or missing.
  private static func graph(_ seed: UInt64, people: Int, meetings: Int) -> KeyedGraph {
    var random = RandomGraphs(seed)
    var graph = KeyedGraph()
    for (label, count) in [("Person", people), ("Meeting", meetings)] {
      for number in 0..<count {
        graph.nodes.append(
          KeyedNode(
            key: "\(label)\(number)",
            labels: [label],
            properties: ["id": .integer(Int64(number))]
          )
        )
      }
    }
    for meeting in 0..<meetings {
      for place in 0..<2 {
        graph.relationships.append(
          KeyedRelationship(
            key: "r\(meeting)-\(place)",
            type: "MET_IN",
            source: "Person\(random.numbers.below(people))",
            target: "Meeting\(meeting)",
            properties: ["w": .integer(Int64(meeting % 5))]
          )
        )
      }
    }
    return graph
  }

  private static let queries = [
    ("Person", "Person", "shortestPath((a)-[:MET_IN*..8]-(b))"),
    ("Person", "Person", "shortestPath((a)-[:MET_IN*]-(b))"),
    ("Person", "Meeting", "shortestPath((a)-[:MET_IN*..7]-(b))"),
    ("Meeting", "Person", "shortestPath((a)-[*..5]-(b))"),
    ("Person", "Person", "allShortestPaths((a)-[:MET_IN*..6]-(b))"),
    ("Person", "Meeting", "shortestPath((a)-[:MET_IN*..3]->(b))"),
  ]

  private static func lengths(_ session: QuerySession) throws -> [[[Value]: Int]] {
    try queries.map { from, to, path in
      let text =
        "MATCH (a:\(from)), (b:\(to)) WHERE a.id < b.id MATCH p = \(path) "
        + "RETURN a.id, b.id, length(p), "
        + "all(i IN range(0, length(p) - 1) WHERE nodes(p)[i] IN "
        + "[startNode(relationships(p)[i]), endNode(relationships(p)[i])])"
      return try session.run(text).rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }

  @Test(
    "People are as far apart as in memory, also with relationships that came later",
    arguments: [(UInt64(1), 30, 24), (2, 30, 45), (3, 12, 60)]
  )
  func lengths(seed: UInt64, people: Int, meetings: Int) throws {
    let graph = Self.graph(seed, people: people, meetings: meetings)
    let image = try #require(try folder.makeCase(graph).graphSource().image)
    let indexed = QuerySession(graph: PropertyGraph(image))
    let memory = QuerySession(graph: PropertyGraph(graph))
    for change in [
      "MATCH (n) RETURN count(n)",
      "MATCH (a:Person {id: 3}), (b:Person {id: 9}) CREATE (a)-[:MET_IN]->(b)",
      "MATCH (:Person {id: 1})-[r]->() DELETE r",
    ] {
      for session in [indexed, memory] { _ = try session.run(change) }
      let (found, expected) = (try Self.lengths(indexed), try Self.lengths(memory))
      #expect(found == expected, "seed \(seed), after \(change)")
      #expect(!found[0].isEmpty)
      #expect(found.allSatisfy { $0.keys.allSatisfy { $0[3] == true } })
    }
    #expect(!image.isDamaged)
  }
}
