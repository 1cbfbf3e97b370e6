import CaseStore
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Exporting tables from an index")
struct IndexExportTests {
  private let folder: IndexFolder

  init() throws { folder = try IndexFolder() }

  /// The lines of each file by their keys; the order of lines, and of properties, may differ.
  private func export(_ store: CaseStore, to name: String) throws -> [String: [String: Value]] {
    let target = folder.path + "/" + name
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let files = try store.exportTables(to: target)
    return try files.lineCounts.reduce(into: [:]) { found, file in
      let text = try String(contentsOfFile: target + "/" + file.key, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last == "" && lines.count == file.value + 1, "\(file.key)")
      for line in lines.dropLast() {
        let value = try #require(Value(json: try JSONReader.read(line.utf8).json), "\(line)")
        guard case .map(let members) = value, case .string(let key) = members["key"] else {
          Issue.record("no key in \(line)")
          continue
        }
        #expect(found[file.key]?[key] == nil, "\(key) stands twice")
        found[file.key, default: [:]][key] = value
      }
    }
  }

  private func compare(_ graph: KeyedGraph, _ comment: String) throws {
    let store = try folder.makeCase(graph)
    let indexed = try export(store, to: "indexed")
    try store.dropIndex()
    let plain = try export(store, to: "plain")
    #expect(plain.keys.sorted() == indexed.keys.sorted(), "\(comment)")
    for (file, elements) in plain {
      for (key, element) in elements where indexed[file]?[key] != element {
        let found = indexed[file]?[key].map { "\($0)" } ?? "nothing"
        Issue.record("\(comment), \(file): \(element) is \(found)")
      }
    }
    let count = graph.nodes.count + graph.relationships.count
    #expect(indexed.values.reduce(0) { $0 + $1.count } == count, "\(comment)")
  }

  @Test(
    "They hold the same elements as without an index",
    arguments: [(1, 0), (40, 90), (3_000, 4_500)]
  )
  func equality(nodes: Int, relationships: Int) throws {
    var random = RandomGraphs(UInt64(nodes))
    try compare(random.graph(nodes: nodes, relationships: relationships), "\(nodes) nodes")
  }

  @Test("Values that occur again and again, and long ones, are written as any other")
  func repeatedValues() throws {
    let kinds = ["call", "a \"visit\"", "встреча", String(repeating: "long ", count: 60), "", "x"]
    var graph = KeyedGraph()
    for number in 0..<5_000 {
      let ending = number % 500 == 0 ? String(repeating: "é", count: 900) : ""
      let whole = Int64(number)
      var properties: Properties = [:]
      properties["kind"] = .string(kinds[number % 7 % 6])
      properties["code"] = .integer(whole % 300 - 150)
      properties["own"] = .string("name \(number) \(ending)")
      properties["day"] = CalendarDate(dayNumber: 17_000 + number % 200).map(Value.date)
      properties["far"] = CalendarDate(dayNumber: number * 400 - 900_000).map(Value.date)
      properties["mixed"] = number % 3 == 0 ? .integer(whole) : .string("text \(number % 5)")
      properties["flag"] = .boolean(number % 2 == 0)
      properties["list"] = .list([.integer(whole % 3)])
      if number % 4 == 0 { properties["seldom"] = .string("word \(number % 90)") }
      if number % 97 == 0 { properties["rare"] = .integer(whole * 1_000_003) }
      if number % 5 == 0 { properties["day"] = nil }
      graph.nodes.append(
        KeyedNode(
          key: "n\(number)",
          labels: number < 4_000 ? ["Person"] : ["Agency"],
          properties: number % 11 == 0 ? [:] : properties
        )
      )
    }
    graph.nodes.sort { $0.key < $1.key }
    try compare(graph, "repeated values")
  }

  @Test("Columns whose values end long before the elements do are written to their ends")
  func earlyEnd() throws {
    var graph = KeyedGraph()
    for number in 0..<6_000 {
      var properties: Properties = ["name": .string("name \(number)")]
      if number < 3_500, number % 3 != 0 { properties["early"] = .integer(Int64(number)) }
      if number < 1_500 { properties["earlier"] = .string("word \(number % 9)") }
      if number == 3 { properties["once"] = .boolean(true) }
      let key = String(repeating: "0", count: 4 - String(number).count) + String(number)
      graph.nodes.append(KeyedNode(key: key, labels: ["Person"], properties: properties))
    }
    try compare(graph, "early ends")
  }

  @Test("Texts, numbers and days are written as JSON has them, however odd")
  func oddValues() throws {
    let texts = [
      "", "plain", "a \"quoted\" word", "back\\slash", "tab\tline\nreturn\r", "\u{1}\u{1F}",
      "\u{7F}", "Сергей Лавров", "日本 🕊", "e\u{0301}",
    ]
    let numbers: [Int64] = [0, 9, 10, 99, 100, -1, 999_999_999_999_999_999, .max, .min]
    let days = ["0000-01-01", "0987-12-31", "2018-01-30", "9999-12-31"].compactMap {
      CalendarDate(parsing: $0).map(Value.date)
    }
    let values =
      texts.map(Value.string) + numbers.map(Value.integer) + days
      + [.date(.min), .date(.max), .float(0.1), .boolean(true), .list([.null, .integer(1)])]
    var graph = KeyedGraph()
    for (number, value) in values.enumerated() {
      let key = ["n\(number)", "key \"\(number)\"", "Person/\(number)"][number % 3]
      graph.nodes.append(
        KeyedNode(
          key: key,
          labels: number % 2 == 0 ? ["Person"] : [],
          properties: ["value": value, "kind\"\(number % 4)": value, "same": value]
        )
      )
    }
    graph.nodes.sort { $0.key < $1.key }
    #expect(days.count == 4)
    try compare(graph, "odd values")
    let store = try CaseStore.open(at: folder.casePath, mode: .readOnly)
    let nodes = try export(store, to: "again").values.reduce(into: [:]) { $0.merge($1) { $1 } }
    for node in graph.nodes {
      guard case .map(let members) = nodes[node.key] else {
        Issue.record("\(node.key) is missing")
        continue
      }
      #expect(members["properties"] == .map(node.properties), "\(node.key)")
    }
  }
}
