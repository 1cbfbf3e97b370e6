import CaseStore
import GraphModel
import QueryEngine
import Testing

@Suite("Numbers that an index counts")
struct CountedColumnTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  /// Nodes with numbers that count up, in two runs, and some other values among them.
  private static var graph: KeyedGraph {
    var nodes: [KeyedNode] = []
    func add(_ label: String, _ value: Value) {
      let key = "n\(nodes.count)"
      nodes.append(KeyedNode(key: key, labels: [label], properties: ["id": value]))
    }
    for number in 0..<300 as Range<Int64> { add("Person", .integer(number)) }
    for number in 0..<100 as Range<Int64> { add("Agency", .integer(number)) }
    for value in [Value.string("7"), .float(7), .float(-0.0), .null, .list([])] {
      add("Person", value)
    }
    return KeyedGraph(nodes: nodes)
  }

  private static let lookups: [Value] = [
    .integer(7), .float(7), .integer(0), .float(-0.0), .integer(299), .integer(300), .integer(-1),
    .integer(.max), .float(1e300), .float(.nan), .string("7"), .list([]), .boolean(true),
  ]

  private static let patterns = [
    "MATCH (n:Person {id: $v})", "MATCH (n {id: $v})", "MATCH (n:Agency) WHERE n.id IN [$v]",
  ]

  private static func found(_ session: QuerySession) throws -> [[String]] {
    var found: [[String]] = []
    for value in lookups {
      for pattern in patterns {
        // Twice, since the second search of a property may use another index.
        for _ in 1...2 {
          let rows = try session.run(pattern + " RETURN id(n)", parameters: ["v": value]).rows
          found.append(rows.map { "\($0)" }.sorted())
        }
      }
    }
    return found
  }

  @Test("Mixed columns are found and read as in memory, also after changes")
  func lookups() throws {
    let image = try #require(try folder.makeCase(Self.graph).graphSource().image)
    let column = try #require(image.nodeProperties.first { $0.key == "id" }?.column)
    #expect(column.form == .mixed && column.isCounted)
    let indexed = QuerySession(graph: PropertyGraph(image))
    let memory = QuerySession(graph: PropertyGraph(Self.graph))
    let changes = [
      "MATCH (n:Person) WHERE n.id IN [0, 8] SET n.id = 7",
      "CREATE (:Person {id: 7.0}), (:Agency {id: 300}), (:Person {id: 'late'})",
      "MATCH (n:Person {id: 299}) REMOVE n:Person SET n:Agency",
      "MATCH (n:Agency {id: 99}) DELETE n",
    ]
    for change in [nil] + changes {
      if let change { for session in [indexed, memory] { _ = try session.run(change) } }
      #expect(try Self.found(indexed) == Self.found(memory), "\(change ?? "no change")")
    }
    #expect(!image.isDamaged)
  }
}
