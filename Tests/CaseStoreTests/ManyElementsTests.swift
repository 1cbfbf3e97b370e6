import CaseStore
import Foundation
import GraphModel
import Testing

@Suite("Very many elements in one log entry")
struct ManyElementsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func node(_ key: String, _ number: Int64) -> KeyedNode {
    KeyedNode(key: key, labels: ["Thing"], properties: ["x": .integer(number)])
  }

  /// A chain of nodes and relationships, more than go into one statement.
  private static let chain: KeyedGraph = {
    var graph = KeyedGraph()
    for number in 0..<100 {
      graph.nodes.append(node("t\(number)", Int64(number)))
      guard number > 0 else { continue }
      graph.relationships.append(
        KeyedRelationship(
          key: "t\(number)/next",
          type: "NEXT",
          source: "t\(number - 1)",
          target: "t\(number)",
          properties: ["note": .string("\"quoted\"\n"), "day": .integer(Int64(number))]
        )
      )
    }
    return graph
  }()

  @discardableResult
  private func merge(
    _ graphs: KeyedGraph...,
    into store: CaseStore,
    dry: Bool = false
  ) throws -> (counts: [MergeCounts], entry: LogEntry?) {
    var counts: [MergeCounts] = []
    let entry = try store.writeMany(.tester, named: "records", isDryRun: dry) {
      transaction throws(StorageError) in
      for graph in graphs { counts.append(try transaction.merge(try ElementBlock(graph))) }
    }
    return (counts, entry)
  }

  private func sorted(_ graph: KeyedGraph) -> KeyedGraph {
    KeyedGraph(
      nodes: graph.nodes.sorted { $0.key < $1.key },
      relationships: graph.relationships.sorted { $0.key < $1.key }
    )
  }

  @Test("They read back as they were put, and the log tells of two ranges")
  func reading() throws {
    let path = folder.file("a")
    let store = try CaseStore.create(at: path)
    let (counts, entry) = try merge(Self.chain, into: store)
    #expect(counts[0].added == 199)
    #expect(try store.readGraph().graph == sorted(Self.chain))
    #expect(try store.log() == [try #require(entry)])
    #expect(entry?.added == 199)
    #expect(try store.changes(of: 1).isEmpty)
    #expect(try store.tables(of: 1).map(\.elementCount) == [100, 99])
    try store.checkIntegrity()
    #expect(try rows("PRAGMA journal_mode", of: path) == ["wal"])
    #expect(
      try rows("SELECT element FROM history", of: path) == [
        "records: 100 added", "records: 99 added",
      ]
    )
  }

  @Test("What was there before is logged for itself, and comes back with an undo")
  func mixed() throws {
    let store = try CaseStore.holding()
    try store.set("t5", 77)
    let before = try store.readGraph().graph
    var changed = Self.chain
    changed.nodes.append(Self.node("alba", 3))
    changed.relationships.append(
      KeyedRelationship(key: "M1/bo", type: "TOOK_PART_IN", source: "bo", target: "t9")
    )
    let (counts, entry) = try merge(changed, into: store)
    #expect((counts[0].added, counts[0].changed, counts[0].same) == (198, 3, 0))
    #expect((entry?.added, entry?.changed) == (198, 3))
    #expect(try store.changes(of: 3).map(\.key) == ["t5", "alba", "M1/bo"])
    let after = try store.readGraph().graph
    try store.checkIntegrity()
    for _ in 1...2 {
      let undo = try store.undo(by: .tester)
      #expect((undo.removed, undo.changed) == (198, 3))
      #expect(try store.readGraph().graph == before)
      try store.checkIntegrity()
      try store.redo(by: .tester)
      #expect(try store.readGraph().graph == after)
      try store.checkIntegrity()
    }
    let again = try merge(changed, into: store)
    #expect(again.counts[0].same == 201)
    #expect(again.entry == nil)
  }

  @Test("An element that comes several times stays as it came last")
  func repetition() throws {
    let store = try CaseStore.inMemory()
    var first = Self.chain
    first.nodes.insert(Self.node("t3", -1), at: 0)
    first.relationships.append(
      KeyedRelationship(key: "t1/next", type: "BEFORE", source: "t7", target: "t3")
    )
    let second = KeyedGraph(
      nodes: [Self.node("t8", -8), Self.node("new", 0)],
      relationships: [
        KeyedRelationship(key: "new/next", type: "NEXT", source: "t99", target: "new")
      ]
    )
    let (counts, entry) = try merge(first, second, into: store)
    #expect(counts.map(\.added) == [199, 2])
    #expect(counts.map(\.changed) == [2, 1])
    #expect(entry?.added == 201)
    #expect(entry?.changed == 0)
    let graph = try store.readGraph().graph
    #expect(graph.nodes.first { $0.key == "t3" } == Self.node("t3", 3))
    #expect(graph.nodes.first { $0.key == "t8" } == Self.node("t8", -8))
    #expect(graph.relationships.first { $0.key == "t1/next" }?.source == "t7")
    try store.checkIntegrity()
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == KeyedGraph())
    try store.checkIntegrity()
  }

  @Test("Removing what was added in the same entry leaves the log right")
  func removal() throws {
    let store = try CaseStore.inMemory()
    try store.writeMany(.tester, named: "records") { transaction throws(StorageError) in
      try transaction.merge(try ElementBlock(Self.chain))
      try transaction.removeRelationship(key: "t99/next")
      try transaction.removeNode(key: "t99")
    }
    #expect(try store.log().first?.added == 197)
    try store.checkIntegrity()
  }

  @Test("A later change of one of them stands in the way of an undo until it is undone")
  func conflict() throws {
    let store = try CaseStore.inMemory()
    try merge(Self.chain, into: store)
    try store.set("t4", 0)
    #expect(diagnostic { try store.undo(1, by: .tester) }?.code == .logConflict)
    try store.undo(2, by: .tester)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(
        KeyedRelationship(key: "r", type: "T", source: "t1", target: "t2")
      )
    }
    #expect(diagnostic { try store.undo(1, by: .tester) }?.record == "r")
    try store.undo(by: .tester)
    try store.undo(1, by: .tester)
    #expect(try store.readGraph().graph == KeyedGraph())
    try store.checkIntegrity()
  }

  @Test("An element of a table is found by its key and not added anew")
  func tables() throws {
    let store = try CaseStore.inMemory()
    _ = try store.writeBulk(.tester) { writer throws(StorageError) in
      var people = BulkBlock()
      people.numbers = [0, 1]
      people.values = ContiguousArray("[7][8]".utf8)
      people.ends = [3, 6]
      try writer.begin(BulkTable(labels: ["Thing"], columns: [("x", .json)], prefix: "t"))
      let faults = try writer.append(people)
      #expect(faults.isEmpty)
      _ = try writer.end()
    }
    let (counts, _) = try merge(Self.chain, into: store)
    #expect((counts[0].added, counts[0].changed) == (197, 2))
    #expect(try store.readGraph().graph == sorted(Self.chain))
    try store.checkIntegrity()
    try store.undo(by: .tester)
    #expect(try store.numbers() == ["t0": 7, "t1": 8])
    try store.checkIntegrity()
  }

  @Test("A dry run, and an error, change nothing")
  func nothing() throws {
    let store = try CaseStore.holding()
    #expect(try merge(Self.chain, into: store, dry: true).entry?.added == 199)
    let dangling = KeyedGraph(
      nodes: [Self.node("a", 1)],
      relationships: [KeyedRelationship(key: "r", type: "T", source: "a", target: "nobody")]
    )
    let problem = diagnostic { try merge(Self.chain, dangling, into: store) }
    #expect(problem?.code == .danglingID)
    #expect(problem?.message.contains("'nobody'") == true)
    #expect(try store.readGraph().graph == .sample)
    #expect(try store.log().count == 1)
    try store.checkIntegrity()
  }

  @Test(
    "What other programs change in a range is found",
    arguments: [
      "UPDATE node SET value = '{}' WHERE key = 't7'", "DELETE FROM relationship WHERE id = 2",
      "UPDATE relationship SET target = 3 WHERE id = 1",
    ]
  )
  func tampering(sql: String) throws {
    let path = folder.file("a")
    try merge(Self.chain, into: try CaseStore.create(at: path))
    try runSQL(sql, on: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(diagnostic { try store.checkIntegrity() }?.code == .caseDamaged)
  }

  @Test("A block without a log of ranges is logged element by element")
  func ordinary() throws {
    let store = try CaseStore.holding()
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.merge(try ElementBlock(Self.chain))
    }
    #expect(try store.changes(of: 2).count == 199)
    #expect(try store.tables(of: 2).isEmpty)
    try store.checkIntegrity()
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == .sample)
  }
}
