import CaseStore
import Foundation
import GraphModel
import QueryEngine
import TestSupport

extension SeededGenerator {
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}

/// Makes graphs with values of every type, labels in every combination, loops and hubs.
struct RandomGraphs {
  var numbers: SeededGenerator

  init(_ seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  mutating func graph(nodes: Int, relationships: Int) -> KeyedGraph {
    var graph = KeyedGraph()
    for index in 0..<nodes { graph.nodes.append(node("n\(index)")) }
    guard nodes > 0 else { return graph }
    for index in 0..<relationships {
      // Low numbers are hubs.
      let source = numbers.below(numbers.below(nodes) + 1)
      graph.relationships.append(
        relationship("r\(index)", from: "n\(source)", to: "n\(numbers.below(nodes))")
      )
    }
    graph.nodes.sort { $0.key < $1.key }
    graph.relationships.sort { $0.key < $1.key }
    return graph
  }

  mutating func node(_ key: String) -> KeyedNode {
    let labels = ["Person", "Agency", "Meeting", "Ümlaut"].filter { _ in numbers.below(3) == 0 }
    return KeyedNode(key: key, labels: labels, properties: properties())
  }

  mutating func relationship(_ key: String, from source: String, to target: String)
    -> KeyedRelationship
  {
    KeyedRelationship(
      key: key,
      type: ["KNOWS", "TOOK_PART_IN", "PART_OF"][numbers.below(3)],
      source: source,
      target: target,
      properties: properties()
    )
  }

  private mutating func properties() -> Properties {
    var properties: Properties = ["name": .string("name \(numbers.below(9))")]
    if numbers.below(4) > 0 { properties["alias"] = .string("al\(numbers.below(400))") }
    if numbers.below(3) > 0 { properties["n"] = .integer(Int64(numbers.below(100)) - 50) }
    if numbers.below(2) > 0 { properties["f"] = .float(Double(numbers.below(1000)) / 8) }
    if numbers.below(4) == 0 { properties["b"] = .boolean(numbers.below(2) == 0) }
    if numbers.below(2) == 0 {
      properties["d"] = CalendarDate(dayNumber: numbers.below(40_000) - 20_000).map(Value.date)
    }
    if numbers.below(40) == 0 { properties["rare"] = .integer(.min) }
    if numbers.below(3) == 0 { properties["any"] = anything() }
    return properties
  }

  private mutating func anything() -> Value {
    switch numbers.below(9) {
    case 0: .integer(.max)
    case 1: .float(.infinity)
    case 2: .string("")
    case 3: .string("ß 🕊 \u{0301}e")
    case 4: .boolean(true)
    case 5: .date(.max)
    case 6: .list([.integer(1), .list([]), .string("x")])
    case 7: .map(["$k": .float(2), "b": .list([.boolean(false)])])
    default: LocalTime(parsing: "12:31:14.5").map(Value.localTime) ?? .string("no time")
    }
  }
}

/// Makes an empty folder that is gone with the last reference.
final class IndexFolder: Sendable {
  let path: String
  var casePath: String { path + "/a.backchannel" }
  var indexPath: String { casePath + "-index" }

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("index-\(UUID().uuidString)").resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Makes a case that holds a graph, and its index.
  func makeCase(_ graph: KeyedGraph) throws -> CaseStore {
    let store = try CaseStore.create(at: casePath)
    try store.write(.indexTester) { transaction throws(StorageError) in
      try transaction.merge(graph)
    }
    try store.rebuildIndex()
    return store
  }

  func index() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: indexPath)) }

  func setIndex(_ data: Data) throws {
    // Readers keep what they have mapped: a new file takes the place of the old one.
    try data.write(to: URL(fileURLWithPath: indexPath), options: .atomic)
  }
}

extension LogAuthor {
  static let indexTester = LogAuthor(who: "tester", why: "a test", verb: "test")
}

extension GraphSource {
  /// The graph, by way of the image where there is one; `nil` where something does not fit.
  func graph() -> PropertyGraph? {
    switch base {
    case .whole(let keyed): return PropertyGraph(keyed)
    case .image(let image, let changes):
      let graph = PropertyGraph(image)
      return graph.apply(changes) ? graph : nil
    }
  }
}
