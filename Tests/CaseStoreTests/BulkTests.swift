import CaseStore
import Foundation
import GraphModel
import Testing

@Suite("Whole tables in the store")
struct BulkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Three people with ids 0, 1 and `x`, and two relationships between them.
  private func fill(_ store: CaseStore, dry: Bool = false) throws -> LogEntry? {
    try store.writeBulk(.tester, isDryRun: dry) { writer throws(StorageError) in
      let red = writer.words.id(of: "red")
      var people = BulkBlock()
      for (number, value) in [
        (0, "[0,\(red),0]"), (1, "[1,null,17562]"), (-1, "[2.5,\(red),null]"),
      ] {
        people.numbers.append(Int64(number))
        people.values.append(contentsOf: value.utf8)
        people.ends.append(people.values.count)
      }
      people.texts[2] = "x"
      try writer.begin(
        BulkTable(
          labels: ["Person"],
          columns: [("n", .json), ("colour", .word), ("born", .day)],
          prefix: "Person/"
        )
      )
      let faults = try writer.append(people)
      let ids = try writer.end()
      var links = BulkBlock()
      links.sources = [ids.id(of: 0) ?? 0, ids.id(of: "x") ?? 0]
      links.targets = [ids.id(of: 1) ?? 0, 0]
      links.unknownEnds = [BulkBlock.UnknownEnd(row: 1, isSource: false, key: "Person/1")]
      links.values = ContiguousArray("[][]".utf8)
      links.ends = [2, 4]
      try writer.begin(BulkTable(type: "KNOWS", columns: [], prefix: "knows/"))
      let rest = try writer.append(links)
      #expect(faults.isEmpty && rest.isEmpty)
      _ = try writer.end()
    }
  }

  private static let graph = KeyedGraph(
    nodes: [
      KeyedNode(
        key: "Person/0",
        labels: ["Person"],
        properties: [
          "n": .integer(0), "colour": .string("red"),
          "born": CalendarDate(dayNumber: 0).map(Value.date) ?? .null,
        ]
      ),
      KeyedNode(
        key: "Person/1",
        labels: ["Person"],
        properties: [
          "n": .integer(1), "born": CalendarDate(iso: "2018-01-31").map(Value.date) ?? .null,
        ]
      ),
      KeyedNode(
        key: "Person/x",
        labels: ["Person"],
        properties: ["n": .float(2.5), "colour": .string("red")]
      ),
    ],
    relationships: [
      KeyedRelationship(key: "knows/1", type: "KNOWS", source: "Person/0", target: "Person/1"),
      KeyedRelationship(key: "knows/2", type: "KNOWS", source: "Person/x", target: "Person/1"),
    ]
  )

  @Test("Tables are one log entry, and read back as they were written")
  func reading() throws {
    let store = try CaseStore.inMemory()
    let entry = try #require(try fill(store))
    #expect((entry.position, entry.added, entry.removed) == (1, 5, 0))
    #expect(try store.log() == [entry])
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
  }

  @Test("Words that stand in many rows get short numbers, also when the case is opened again")
  func shortWords() throws {
    let path = folder.file("a")
    _ = try fill(try CaseStore.create(at: path))
    _ = try CaseStore.open(at: path, mode: .readWrite).writeBulk(.tester, isDryRun: true) {
      writer in
      #expect(writer.words.id(of: "red") == 1_000)
      #expect(writer.words.id(of: "red", isFrequent: true) == 1_000)
      #expect(writer.words.id(of: "few", isFrequent: true) == 1)
      #expect(writer.words.id(of: "some") == 1_001)
      for number in 2...1_200 { _ = writer.words.id(of: "few \(number)", isFrequent: true) }
      #expect(writer.words.id(of: "few 999") == 999)
      #expect(writer.words.id(of: "few 1000") == 1_002)
      #expect(writer.words.id(of: "few 1200") == 1_202)
    }
  }

  @Test("A dry run writes nothing")
  func dryRun() throws {
    let store = try CaseStore.inMemory()
    #expect(try fill(store, dry: true)?.added == 5)
    #expect(try store.readGraph().graph == KeyedGraph())
    #expect(try store.log().isEmpty)
  }

  @Test("Other tools see readable rows, and the file is in write-ahead mode again")
  func views() throws {
    let path = folder.file("a")
    _ = try fill(try CaseStore.create(at: path))
    #expect(
      try rows("SELECT key, labels, properties FROM nodes ORDER BY id", of: path) == [
        #"Person/0|["Person"]|{"n":0,"colour":"red","born":{"$date":"1970-01-01"}}"#,
        #"Person/1|["Person"]|{"n":1,"born":{"$date":"2018-01-31"}}"#,
        #"Person/x|["Person"]|{"n":2.5,"colour":"red"}"#,
      ]
    )
    #expect(
      try rows("SELECT key, type, source, target, properties FROM relationships", of: path) == [
        "knows/1|KNOWS|1|2|{}", "knows/2|KNOWS|3|2|{}",
      ]
    )
    #expect(try rows("PRAGMA journal_mode", of: path) == ["wal"])
    #expect(
      try rows("SELECT element FROM history", of: path) == [
        "Person/: 3 added", "knows/: 2 added",
      ]
    )
  }

  @Test("Undo takes the tables away, redo brings them back with their row numbers")
  func undo() throws {
    let path = folder.file("a")
    let store = try CaseStore.create(at: path)
    _ = try fill(store)
    let before = try rows("SELECT * FROM nodes", of: path)
    for _ in 1...2 {
      #expect(try store.undo(by: .tester).removed == 5)
      #expect(try store.readGraph().graph == KeyedGraph())
      try store.checkIntegrity()
      #expect(try store.redo(by: .tester).added == 5)
      #expect(try store.readGraph().graph == Self.graph)
      #expect(try rows("SELECT * FROM nodes", of: path) == before)
      try store.checkIntegrity()
    }
  }

  @Test("An element of a table is changed, removed and put back like any other")
  func changes() throws {
    let store = try CaseStore.inMemory()
    _ = try fill(store)
    try store.set("Person/1", 9)
    #expect(try store.readGraph().graph.nodes.count == 3)
    try store.checkIntegrity()
    let problem = diagnostic { try store.undo(1, by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(problem?.message.contains("node 'Person/1' was changed later, see 2") == true)
    try store.undo(2, by: .tester)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.removeRelationship(key: "knows/2")
      try transaction.removeNode(key: "Person/x")
    }
    try store.checkIntegrity()
    #expect(diagnostic { try store.undo(1, by: .tester) }?.code == .logConflict)
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == Self.graph)
    try store.undo(1, by: .tester)
    #expect(try store.readGraph().graph == KeyedGraph())
    try store.checkIntegrity()
    try store.redo(by: .tester)
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
  }

  @Test("Nodes that others have linked since do not go, nor come back under keys that are taken")
  func conflicts() throws {
    let store = try CaseStore.inMemory()
    _ = try fill(store)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(
        KeyedRelationship(key: "r", type: "T", source: "Person/0", target: "Person/x")
      )
    }
    #expect(diagnostic { try store.undo(1, by: .tester) }?.record == "r")
    try store.undo(by: .tester)
    try store.undo(by: .tester)
    try store.set("Person/0", 1)
    #expect(diagnostic { try store.redo(1, by: .tester) }?.code == .logConflict)
    try store.checkIntegrity()
  }

  @Test("The same tables again are refused, and change nothing; after an undo they are not")
  func again() throws {
    let store = try CaseStore.inMemory()
    _ = try fill(store)
    #expect(diagnostic { _ = try fillAgain(store) }?.code == .duplicateID)
    #expect(try store.readGraph().graph == Self.graph)
    try store.undo(by: .tester)
    _ = try fill(store)
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
  }

  private func fillAgain(_ store: CaseStore) throws -> LogEntry? {
    try store.writeBulk(.tester) { writer throws(StorageError) in
      try writer.begin(BulkTable(type: "KNOWS", columns: [], prefix: "knows/"))
    }
  }

  @Test("Rows that would get other ids than the log says are refused, and nothing is changed")
  func idsThatDoNotCountUp() throws {
    let path = folder.file("a")
    let store = try CaseStore.create(at: path)
    try store.set("x", 1)
    try store.set("y", 2)
    try runSQL("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'node'", on: path)
    let before = try store.readGraph().graph
    #expect(diagnostic { _ = try fill(store) }?.code == .caseDamaged)
    #expect(try store.readGraph().graph == before)
    #expect(try store.log().count == 2)
  }

  @Test(
    "Many rows and a few more are written with their ids, whatever their number",
    arguments: [1, 15, 16, 17, 255, 256, 273, 1_000]
  )
  func rowCounts(count: Int) throws {
    let store = try CaseStore.inMemory()
    _ = try store.writeBulk(.tester) { writer throws(StorageError) in
      var items = BulkBlock()
      for number in 0..<count {
        items.numbers.append(Int64(number))
        items.values.append(contentsOf: "[\(number)]".utf8)
        items.ends.append(items.values.count)
      }
      try writer.begin(BulkTable(labels: ["Item"], columns: [("n", .json)], prefix: "Item/"))
      _ = try writer.append(items)
      _ = try writer.end()
    }
    let graph = try store.readGraph().graph
    #expect(graph.nodes.count == count)
    for node in graph.nodes {
      #expect("Item/\(node.properties["n"]?.integerValue ?? -1)" == node.key)
    }
    try store.checkIntegrity()
  }

  @Test(
    "What other programs change in a table is found",
    arguments: [
      "UPDATE node SET value = '[0,1,1]' WHERE id = 1", "DELETE FROM relationship WHERE id = 2",
      "UPDATE relationship SET target = 3 WHERE id = 1",
      "INSERT INTO node (shape, value) VALUES (1, '[1,1,1]')",
      "UPDATE node SET key = 'y' WHERE id = 3",
    ]
  )
  func tampering(sql: String) throws {
    let path = folder.file("a")
    _ = try fill(try CaseStore.create(at: path))
    try runSQL(sql, on: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(diagnostic { try store.checkIntegrity() }?.code == .caseDamaged)
  }
}
