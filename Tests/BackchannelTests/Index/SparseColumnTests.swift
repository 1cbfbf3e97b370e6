import CaseStore
import GraphModel
import QueryEngine
import Testing

@Suite("Values that few elements have, in an index")
struct SparseColumnTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  private static let nodeCount = 4_000

  /// By property, which nodes have it: evenly, together, further and further apart, at the ends, or
  /// one alone.
  private static let spreads: [(key: String, has: @Sendable (Int) -> Bool)] = [
    ("even", { $0 % 97 == 5 }),
    ("run", { (1_000..<1_200).contains($0) }),
    ("gaps", { (1_000..<1_300).contains($0) && $0 % 7 < 3 }),
    ("apart", { $0.nonzeroBitCount == 1 }),
    ("ends", { $0 < 20 || $0 >= nodeCount - 3 }),
    ("one", { $0 == 2_345 }),
    ("most", { $0 % 3 > 0 }),
  ]

  private static func properties(_ number: Int) -> [String: Value] {
    var properties: [String: Value] = ["number": .integer(Int64(number))]
    for (key, has) in spreads where has(number) {
      properties[key] = .integer(Int64(number % 50))
      properties[key + "Text"] = .string("\(number % 50)")
      properties[key + "Day"] = CalendarDate(dayNumber: number).map(Value.date)
      properties[key + "Half"] = .float(Double(number) / 2)
      properties[key + "Any"] = number % 4 == 0 ? .string("x") : .integer(Int64(number))
    }
    return properties
  }

  private static var graph: KeyedGraph {
    KeyedGraph(
      nodes: (0..<nodeCount).map { number in
        KeyedNode(
          key: "n\(number)",
          labels: [number < 2_000 ? "A" : "B"],
          properties: properties(number)
        )
      }
    )
  }

  @Test("Each is read as in memory, and nothing where there is none, wherever the elements are")
  func values() throws {
    let image = try #require(try folder.makeCase(Self.graph).graphSource().image)
    let indexed = QuerySession(graph: PropertyGraph(image))
    for (key, _) in Self.spreads {
      for kind in ["", "Text", "Day", "Half", "Any"] {
        let rows = try indexed.run("MATCH (n) RETURN n.number, n.\(key + kind)").rows
        #expect(rows.count == Self.nodeCount)
        for row in rows {
          let number = Int(row[0].integerValue ?? -1)
          #expect(row[1] == Self.properties(number)[key + kind] ?? .null, "\(key + kind) \(number)")
        }
      }
    }
    #expect(!image.isDamaged)
  }

  @Test("A label whose nodes follow one another is told by their numbers until one changes")
  func labels() throws {
    let image = try #require(try folder.makeCase(Self.graph).graphSource().image)
    let indexed = QuerySession(graph: PropertyGraph(image))
    let memory = QuerySession(graph: PropertyGraph(Self.graph))
    let query = "MATCH (n) WHERE n.number % 500 < 2 RETURN n.number, n:A, n:B, n:C"
    for change in [
      "MATCH (n) RETURN count(n)", "CREATE (:A {number: 5000}), (:C {number: 5001})",
      "MATCH (n {number: 500}) REMOVE n:A SET n:B:C",
    ] {
      for session in [indexed, memory] { _ = try session.run(change) }
      let (found, expected) = (try indexed.run(query).rows, try memory.run(query).rows)
      #expect(Set(found) == Set(expected) && found.count == expected.count, "\(change)")
    }
  }
}
