import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

/// Makes an empty folder that is gone with the last reference.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("case-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? setPermissions(0o700, of: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func setPermissions(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes `bytes` to a file and returns its path.
  func file(_ name: String, _ bytes: Data) throws -> String {
    try bytes.write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Makes a case that holds `graph`, closes it, and returns its path.
  func makeCase(_ name: String = "a.backchannel", _ graph: KeyedGraph = .sample) throws -> String {
    let store = try CaseStore.create(at: file(name), now: { "2018-02-01T00:00:00.000Z" })
    try store.write(.tester) { transaction throws(StorageError) in try transaction.merge(graph) }
    return file(name)
  }
}

extension LogAuthor {
  static let tester = LogAuthor(who: "tester", why: "a test", verb: "import")
}

extension KeyedGraph {
  /// Two invented people, a meeting, a claim, its source.
  static let sample = KeyedGraph(
    nodes: [
      KeyedNode(key: "M1", labels: ["Meeting", "Event"], properties: ["title": .string("Tea")]),
      KeyedNode(key: "alba", labels: ["Entity", "Person"], properties: ["name": .string("Alba")]),
      KeyedNode(key: "bo", labels: ["Entity", "Person"], properties: ["name": .string("Bo")]),
    ],
    relationships: [
      KeyedRelationship(key: "M1/alba", type: "TOOK_PART_IN", source: "alba", target: "M1"),
      KeyedRelationship(
        key: "M1/bo",
        type: "TOOK_PART_IN",
        source: "bo",
        target: "M1",
        properties: ["role": .string("host")]
      ),
    ]
  )
}

extension CaseStore {
  /// Makes a store in memory that holds `graph` as log entry 1.
  static func holding(_ graph: KeyedGraph = .sample) throws -> CaseStore {
    let store = try CaseStore.inMemory(now: { "2018-02-01T00:00:00.000Z" })
    try store.write(.tester) { transaction throws(StorageError) in try transaction.merge(graph) }
    return store
  }

  /// Counts what a merge would do, and does nothing.
  func preview(_ graph: KeyedGraph) throws(StorageError) -> MergeCounts {
    var counts = MergeCounts()
    try write(.tester, isDryRun: true) { transaction throws(StorageError) in
      counts = try transaction.merge(graph)
    }
    return counts
  }

  /// Gives the node `key` one property `x` and returns the position of the log entry.
  @discardableResult
  func set(_ key: String, _ number: Int64) throws(StorageError) -> Int64? {
    try write(.tester) { transaction throws(StorageError) in
      try transaction.put(
        KeyedNode(key: key, labels: ["Thing"], properties: ["x": .integer(number)])
      )
    }?.position
  }

  /// The property `x` of each node that has one, by key.
  func numbers() throws -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for node in try readGraph().graph.nodes {
      numbers[node.key] = node.properties["x"]?.integerValue
    }
    return numbers
  }
}

/// Returns the diagnostic of the error that `body` throws, and records an issue if it throws none.
func diagnostic(
  _ location: SourceLocation = #_sourceLocation,
  of body: () throws -> Void
) -> Diagnostic? {
  do { try body() } catch let error as StorageError { return error.diagnostic } catch {
    Issue.record("unexpected error \(error)", sourceLocation: location)
    return nil
  }
  Issue.record("no error was thrown", sourceLocation: location)
  return nil
}

/// Runs SQL on a file as another program would.
func runSQL(_ sql: String, on path: String) throws {
  let connection = try DatabaseQueue(path: path)
  try connection.writeWithoutTransaction { db in try db.execute(sql: sql) }
  try connection.close()
}

/// Returns the rows of a query as another program sees them, columns joined by `|`.
func rows(_ sql: String, of path: String) throws -> [String] {
  let connection = try DatabaseQueue(path: path)
  defer { try? connection.close() }
  return try connection.read { db in
    try Row.fetchAll(db, sql: sql).map { row in
      row.databaseValues.map { $0.isNull ? "" : "\($0.storage.value ?? "")" }
        .joined(separator: "|")
    }
  }
}
