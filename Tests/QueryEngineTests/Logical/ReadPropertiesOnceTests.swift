import GraphModel
import Testing

@testable import QueryEngine

@Suite("Properties that are read once")
struct ReadPropertiesOnceTests {
  private static let pairs = """
    MATCH (a:P)-[:T]->(m:M)<-[:T]-(b:P) WHERE a.id < b.id
    RETURN a.id AS a, b.id AS b, count(*) AS n
    """

  private static let agencies = """
    MATCH (x:G)<-[f:OF]-(p:P)-[:T]->(m:M)<-[:T]-(q:P)-[g:OF]->(y:G)
    WHERE x.id < y.id AND p.id <> q.id
      AND f.start <= m.day AND (f.stop IS NULL OR m.day < f.stop)
      AND g.start <= m.day AND (g.stop IS NULL OR m.day < g.stop)
    RETURN x.id AS a, y.id AS b, m.day AS day, count(DISTINCT m.id) AS n
    """

  /// People in meetings and agencies: some twice, some without the properties that are asked for;
  /// few, as the plainest plan tries all nodes for each of a pattern.
  private static func makeGraph(_ seed: UInt64) -> PropertyGraph {
    var random = Seeded(seed)
    func number(_ bound: Int) -> Value {
      let found = Int.random(in: -1..<bound, using: &random)
      return found < 0 ? .null : .integer(Int64(found))
    }
    let graph = PropertyGraph()
    func make(_ label: String, _ count: Int) -> [UInt32] {
      (0..<count).map { _ in
        graph.createNode(labels: [label], properties: ["id": number(6), "day": number(4)])
      }
    }
    let (people, meetings, agencies) = (make("P", 5), make("M", 3), make("G", 2))
    for _ in 0..<12 {
      graph.createRelationship(
        type: "T",
        from: people[Int.random(in: 0..<people.count, using: &random)],
        to: meetings[Int.random(in: 0..<meetings.count, using: &random)]
      )
    }
    for _ in 0..<8 {
      graph.createRelationship(
        type: "OF",
        from: people[Int.random(in: 0..<people.count, using: &random)],
        to: agencies[Int.random(in: 0..<agencies.count, using: &random)],
        properties: ["start": number(3), "stop": number(5)]
      )
    }
    return graph
  }

  private func plan(_ query: String) throws -> [String] {
    let session = QuerySession(graph: Self.makeGraph(1))
    let text = try #require(try session.run("EXPLAIN " + query).plan)
    return text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  @Test("A property is read below the expand that repeats its row, and before its first filter")
  func places() throws {
    let lines = try plan(Self.pairs).map { line in
      line.split(separator: "  (").first.map(String.init) ?? ""
    }
    let reads = lines.filter { $0.contains(".id AS") && $0.hasPrefix("Projection") }
    #expect(reads == ["Projection b.id AS b.id", "Projection a.id AS a.id"], "\(lines)")
    // The last operator stands first.
    let expand = try #require(lines.firstIndex { $0.hasPrefix("Expand(All)") })
    #expect(lines[expand + 1] == "Projection a.id AS a.id", "\(lines)")
  }

  @Test(
    "What is read once anyway, or in an expression with variables of its own, stays where it is",
    arguments: [
      "MATCH (a:P) RETURN a.id, count(*)",
      "MATCH (a:P)-[:T]->(m) WHERE m.day > 1 RETURN a, count(*)",
      "MATCH (a:P)-[:T]->(m) RETURN [a IN [m] | a.id], count(*)",
    ]
  )
  func others(query: String) throws {
    #expect(try plan(query).count { $0.hasPrefix("Projection") } == 1)
  }

  @Test("Relationships of other types are not compared with those before", arguments: 0..<10)
  func types(seed: Int) throws {
    try compare(
      """
      MATCH (a:P)-[r:T]->(m)<-[s:T|OF]-(b)-[t:OF]->(g)<-[u:OF]-(c)
      RETURN count(*), count(DISTINCT s), count(DISTINCT u)
      """,
      UInt64(seed)
    )
  }

  @Test("Groups are those of the plainest plan", arguments: 0..<10)
  func sameRows(seed: Int) throws {
    try compare(Self.pairs, UInt64(seed))
    try compare(Self.agencies, UInt64(seed))
    try compare(
      """
      MATCH (a:P)-[r:T]->(m) WITH a, m, m.day AS day WHERE day >= a.day
      RETURN a.id + m.day AS key, sum(day), collect(DISTINCT m.id) AS ids
      """,
      UInt64(seed)
    )
  }

  private func compare(_ query: String, _ seed: UInt64) throws {
    let session = QuerySession(graph: Self.makeGraph(seed))
    let found = try session.run(query).rows.map(Self.sorted)
    session.isNaive = true
    let expected = try session.run(query).rows.map(Self.sorted)
    #expect(Rows.counted(found) == Rows.counted(expected), "seed \(seed): \(query)")
  }

  /// Lists come in the order of the rows, which is none.
  private static func sorted(_ row: [Value]) -> [Value] {
    row.map { value in
      guard case .list(let values) = value else { return value }
      return .list(values.sorted { $0.text < $1.text })
    }
  }
}
