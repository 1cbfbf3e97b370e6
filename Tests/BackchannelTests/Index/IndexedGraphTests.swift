import CaseStore
import Foundation
import GraphModel
import QueryEngine
import Testing

@Suite("A graph on an index")
struct IndexedGraphTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  @Test("XXH64 gives the numbers of its specification")
  func checksum() {
    #expect(ImageChecksum.hash("") == 0xEF46_DB37_51D8_E999)
    #expect(ImageChecksum.hash("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(ImageChecksum.hash("abc") == 0x44BC_2CF5_AD77_0999)
    let text = "Nobody inspects the spammish repetition"
    #expect(ImageChecksum.hash(text) == 0xFBCE_A83C_8A37_8BF1)
  }

  @Test(
    "An index holds what its case holds",
    arguments: [(0, 0), (1, 0), (1, 3), (7, 20), (300, 900), (2_000, 300), (200, 9_000)]
  )
  func equality(nodes: Int, relationships: Int) throws {
    var random = RandomGraphs(UInt64(nodes * 31 + relationships))
    let keyed = random.graph(nodes: nodes, relationships: relationships)
    let store = try folder.makeCase(keyed)
    let source = try store.graphSource()
    let image = try #require(source.image)
    #expect(image.nodeCount == nodes && image.relationshipCount == relationships)
    #expect(try #require(source.graph()).keyed() == keyed)
    #expect(image.verify() && !image.isDamaged)
  }

  @Test("Queries give the same rows on an index, on changes, on both and in memory")
  func queries() throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = RandomGraphs(seed)
      let keyed = random.graph(nodes: 120, relationships: 500)
      let half = KeyedGraph(nodes: Array(keyed.nodes.prefix(100)))
      let folder = try IndexFolder()
      let store = try folder.makeCase(half)
      try store.write(.indexTester) { transaction throws(StorageError) in
        try transaction.merge(keyed)
      }
      let both = try #require(try store.graphSource().graph())
      try store.rebuildIndex()
      let indexed = try #require(try store.graphSource().graph())
      let expected = try Self.answers(PropertyGraph(keyed))
      #expect(try Self.answers(indexed) == expected, "seed \(seed)")
      #expect(try Self.answers(both) == expected, "seed \(seed)")
    }
  }

  static let queries = [
    "MATCH (n) RETURN count(*), count(n.n), sum(n.n), max(n.f), min(n.d)",
    "MATCH (n:Person) RETURN n.name, n.n, n.any, labels(n)",
    "MATCH (n:Person|Agency&!Meeting) RETURN count(n)",
    "MATCH (a)-[r]->(b) RETURN a.name, type(r), r.n, b.name, r.d",
    "MATCH (a)<-[r:KNOWS|PART_OF]-(b) WHERE r.n > 0 RETURN a.name, b.n, r.f",
    "MATCH (a:Agency)-[r]-(b) RETURN a.name, type(r), b.name",
    "MATCH (a)-[r]->(a) RETURN type(r), a.rare",
    "MATCH (a:Person)-[:KNOWS*1..2]->(b) RETURN count(*), count(DISTINCT b.name)",
    "MATCH (a)-[:TOOK_PART_IN]->(m)<-[:TOOK_PART_IN]-(b) RETURN a.name, count(b) AS n",
    "MATCH ()-[r:KNOWS]->() WHERE r.b RETURN count(r), collect(r.any)[0] IS NULL",
    "MATCH (n) WHERE n.rare IS NOT NULL RETURN properties(n)",
    "MATCH (n) WHERE n.alias STARTS WITH 'al1' RETURN n.alias, n.n",
    "MATCH (n) WHERE levenshtein(n.alias, 'al27') <= 1 RETURN n.alias, labels(n)",
    "MATCH (n) RETURN keys(n), n.b, n.f ORDER BY n.name, n.n, n.f",
    """
    CALL algo.degree({nodes: ['Person', 'Agency'], relationships: ['KNOWS', 'PART_OF']})
    YIELD node, degree RETURN node.name, degree
    """,
    """
    CALL algo.triangles({nodes: 'Person', through: 'TOOK_PART_IN', events: 'Meeting'})
    YIELD node, triangles RETURN node.name, triangles
    """,
    """
    CALL algo.components({relationships: 'KNOWS'}) YIELD component
    WITH component, count(*) AS size RETURN size
    """,
  ]

  /// The rows of each query, each as text, sorted.
  static func answers(_ graph: PropertyGraph) throws -> [[String]] {
    let session = QuerySession(graph: graph)
    return try queries.map { query in
      try session.run(query).rows.map { row in
        "\(row.map { text($0) })"
      }.sorted()
    }
  }

  private static func text(_ value: Value) -> String {
    guard case .list(let values) = value else { return value.json.text() }
    return "\(values.map { $0.json.text() }.sorted())"
  }

  @Test("Changes in a session leave the index alone and can be taken back")
  func writing() throws {
    var random = RandomGraphs(5)
    let keyed = random.graph(nodes: 80, relationships: 200)
    let store = try folder.makeCase(keyed)
    let image = try #require(try store.graphSource().image)
    let (indexed, memory) = (PropertyGraph(image), PropertyGraph(keyed))
    let statements = [
      "MATCH (n:Person) SET n.n = 7, n:Agency REMOVE n.f",
      "MATCH (a:Agency), (b:Meeting) CREATE (a)-[:KNOWS {n: 1}]->(b)",
      "MATCH (n:Meeting) WHERE n.n > 0 DETACH DELETE n",
      "MATCH (n) SET n.any = 'text' WITH n MATCH (n)-[r]-() SET r.f = null",
      "MATCH (n:Person) DELETE n",
      "CREATE (:Person {name: 'new', n: 1.5})-[:NEW]->(:Fresh)",
      "MATCH (n) REMOVE n:Person:Fresh SET n.d = date('2018-01-30')",
    ]
    for statement in statements {
      for graph in [indexed, memory] {
        _ = try? QuerySession(graph: graph).run(statement)
      }
      #expect(try Self.answers(indexed) == Self.answers(memory), "\(statement)")
    }
    #expect(PropertyGraph(image).keyed() == keyed)
  }

  @Test("After any sequence of changes, undos and redos the index and the log give the case")
  func sequences() throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = RandomGraphs(seed)
      let folder = try IndexFolder()
      let store = try folder.makeCase(random.graph(nodes: 12, relationships: 20))
      for step in 0..<40 {
        switch random.numbers.below(10) {
        case 0: try store.rebuildIndex()
        case 1, 2: _ = try? store.undo(by: .indexTester)
        case 3: _ = try? store.redo(by: .indexTester)
        default: try? Self.change(store, &random)
        }
        let source = try store.graphSource()
        #expect(source.image != nil)
        let stored = try store.readGraph()
        #expect(source.logPosition == stored.logPosition)
        #expect(source.graph()?.keyed() == stored.graph, "seed \(seed), step \(step)")
      }
    }
  }

  private static func change(_ store: CaseStore, _ random: inout RandomGraphs) throws {
    let (keys, links) = (0..<16, 0..<24)
    var picked: [(kind: Int, key: String, node: KeyedNode, link: KeyedRelationship)] = []
    for _ in 0...random.numbers.below(3) {
      let key = "n\(random.numbers.below(keys.count))"
      picked.append(
        (
          random.numbers.below(5), key, random.node(key),
          random.relationship(
            "r\(random.numbers.below(links.count))",
            from: "n\(random.numbers.below(keys.count))",
            to: "n\(random.numbers.below(keys.count))"
          )
        )
      )
    }
    try store.write(.indexTester) { transaction throws(StorageError) in
      for change in picked {
        switch change.kind {
        case 0, 1: try transaction.put(change.node)
        case 2: try transaction.put(change.link)
        case 3: try transaction.removeRelationship(key: change.link.key)
        default: try transaction.removeNode(key: change.key)
        }
      }
    }
  }
}
