import CaseStore
import GraphModel
import QueryEngine
import TestSupport
import Testing

@Suite("Texts that an index has in order")
struct OrderedTextTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  private static let letters: [Unicode.Scalar] = ["a", "b", "c", " ", "\u{0}", "é", "è", "李", "😀"]

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    // Many have the same first eight bytes.
    if random.below(3) == 0 { text.append(contentsOf: "long text ".unicodeScalars) }
    for _ in 0..<random.below(9) { text.append(letters[random.below(letters.count)]) }
    return String(text)
  }

  /// Nodes of two labels with a text each, with one in most, and with one in few.
  private static func graph(_ random: inout SeededGenerator) -> KeyedGraph {
    KeyedGraph(
      nodes: (0..<1_200).map { number in
        var properties: Properties = ["name": .string(text(&random))]
        if number % 5 > 0 { properties["gaps"] = .string(text(&random)) }
        if number % 9 == 0 { properties["sparse"] = .string(text(&random)) }
        properties["few"] = .string("text \(number % 7)")
        return KeyedNode(
          key: "n\(1_000 + number)",
          labels: [number % 4 == 0 ? "Agency" : "Person"] + (number < 900 ? ["Early"] : []),
          properties: properties
        )
      }
    )
  }

  private static func found(_ session: QuerySession, _ wanted: [String]) throws -> [[String]] {
    var found: [[String]] = []
    for text in wanted {
      for key in ["name", "gaps", "sparse"] {
        for query in [
          "MATCH (n:Person) WHERE n.\(key) STARTS WITH $t RETURN id(n)",
          "MATCH (n) WHERE n.\(key) STARTS WITH $t RETURN id(n) ORDER BY n.\(key), id(n) LIMIT 7",
          "MATCH (n:Early) WHERE n.\(key) STARTS WITH $t RETURN id(n)",
          "MATCH (n:Early) WHERE n.\(key) STARTS WITH $t RETURN count(*)",
          "MATCH (n) WHERE n.\(key) STARTS WITH $t RETURN count(*), count(n.name)",
          "UNWIND [$t, 'b', $t] AS t MATCH (n:Early) WHERE n.\(key) STARTS WITH t RETURN t, id(n)",
          "MATCH (n:Early) WHERE n.\(key) STARTS WITH $t RETURN n.name ORDER BY n.\(key) LIMIT 50",
          "MATCH (n:Person) WHERE levenshtein(n.\(key), $t) <= 1 RETURN id(n)",
        ] {
          let rows = try session.run(query, parameters: ["t": .string(text)]).rows
          found.append(rows.map { "\($0)" })
        }
      }
    }
    return found
  }

  @Test(
    "Beginnings and single edits are found as in memory, in order, also after changes",
    arguments: 1...3
  )
  func searches(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = Self.graph(&random)
    let image = try #require(try folder.makeCase(graph).graphSource().image)
    for (key, column) in image.nodeProperties {
      #expect((column.textOrder == nil) == (key == "few"), "\(key)")
    }
    let indexed = QuerySession(graph: PropertyGraph(image))
    let memory = QuerySession(graph: PropertyGraph(graph))
    let wanted = (0..<12).map { _ in Self.text(&random) } + ["", "long", "long text "]
    // The second search of a property in memory uses an index.
    _ = try Self.found(memory, ["a", "b"])
    let changes = [
      "MATCH (n:Person) WHERE n.name STARTS WITH 'a' SET n.name = 'long text b', n.gaps = null",
      "CREATE (:Person {name: 'long text a'}), (:Agency {gaps: 'aé'}), (:Person {sparse: ''})",
      "MATCH (n:Person) WHERE n.gaps STARTS WITH 'b' REMOVE n:Person SET n:Agency",
      "MATCH (n) WHERE n.name STARTS WITH 'c' DELETE n",
    ]
    for change in [nil] + changes {
      if let change { for session in [indexed, memory] { _ = try session.run(change) } }
      let (found, expected) = (try Self.found(indexed, wanted), try Self.found(memory, wanted))
      #expect(found == expected, "\(change ?? "no change")")
    }
    #expect(image.verify() && !image.isDamaged)
  }
}
