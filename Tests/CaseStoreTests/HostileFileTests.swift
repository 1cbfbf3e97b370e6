import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

@Suite("Hostile and damaged files")
struct HostileFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Uses everything a store can do; returns what was read, or the code of the first error.
  private func use(_ path: String) -> Result<KeyedGraph, StorageError> {
    do throws(StorageError) {
      let store = try CaseStore.open(at: path, mode: .readWrite)
      let graph = try store.readGraph().graph
      for entry in try store.log() { _ = try store.changes(of: entry.position) }
      _ = try store.preview(.sample)
      try store.set("a", 1)
      try store.undo(by: .tester)
      try store.checkIntegrity()
      return .success(graph)
    } catch { return .failure(error) }
  }

  private func expectRefusal(_ path: String, _ comment: Comment) {
    guard case .failure(let error) = use(path) else {
      Issue.record("the file was taken for a case: \(comment)")
      return
    }
    #expect(error.diagnostic.code == .caseDamaged, comment)
  }

  private func bytes(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test("A case cut short at any length is refused, or nothing of it was in what is missing")
  func truncated() throws {
    let whole = try bytes(of: try folder.makeCase())
    let complete = try use(try folder.file("whole", whole)).get()
    // The end of the last page may be empty.
    let page = 4096
    let lengths = Set(
      [0, 1, 15, 16, 17, 99, 100, 101, 511, 512, 513, 4095, 4096, 4097]
        + stride(from: 0, to: whole.count, by: 4096) + stride(from: 777, to: whole.count, by: 5003)
    )
    for length in lengths.sorted() where length < whole.count {
      let path = try folder.file("cut", whole.prefix(length))
      let result = use(path)
      guard case .failure(let error) = result else {
        #expect(length > whole.count - page, "the first \(length) bytes were taken for a case")
        #expect(try result.get() == complete, "\(length) bytes")
        continue
      }
      #expect(
        error.diagnostic.code == (length < 16 ? .caseForeign : .caseDamaged),
        "\(length) bytes"
      )
    }
  }

  @Test("Flipped bytes anywhere give an error or a graph, never a crash")
  func flippedBytes() throws {
    let whole = try bytes(of: try folder.makeCase())
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<200 {
      var damaged = whole
      // Half of the places lie in the first pages, which hold the header and the schema.
      for _ in 0...next(4) {
        damaged[next(next(2) == 0 ? 8192 : whole.count)] ^= UInt8(1 + next(255))
      }
      let path = try folder.file("flipped", damaged)
      _ = use(path)
      for suffix in ["-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
  }

  @Test("Rubbish in the files beside a case gives an error or the case")
  func rubbishBeside() throws {
    let path = try folder.makeCase()
    let rubbish = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    for suffix in ["-wal", "-shm", "-journal"] {
      try rubbish.write(to: URL(fileURLWithPath: path + suffix))
      if case .success(let graph) = use(path) { #expect(graph.nodes.count == 3, "\(suffix)") }
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  @Test(
    "Objects that could change what the program does are refused",
    arguments: [
      "CREATE TRIGGER evil AFTER INSERT ON node BEGIN DELETE FROM relationship; END",
      "CREATE TABLE x (y); CREATE TRIGGER evil AFTER INSERT ON x BEGIN DELETE FROM node; END",
      "CREATE TRIGGER evil INSTEAD OF INSERT ON people BEGIN DELETE FROM node; END",
      "CREATE INDEX evil ON node (shape)",
      "CREATE VIRTUAL TABLE evil USING fts5 (x)",
      "DROP TRIGGER change_log_delete",
      "DROP INDEX relationship_key",
      "DROP VIEW people",
      "DROP VIEW people; CREATE VIEW people AS SELECT randomblob(1000000000)",
      "DROP TABLE change_log",
      "ALTER TABLE node ADD COLUMN evil TEXT",
      "DROP TABLE change_log; CREATE VIEW change_log AS SELECT 1 AS position",
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema VALUES ('view', 'evil', 'evil', 0,
        'CREATE TRIGGER evil AFTER INSERT ON node BEGIN DELETE FROM relationship; END')
      """,
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'node'",
      """
      PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage =
        (SELECT rootpage FROM sqlite_schema WHERE name = 'relationship') WHERE name = 'node'
      """,
    ]
  )
  func foreignObjects(sql: String) throws {
    let path = try folder.makeCase()
    try runSQL("PRAGMA foreign_keys = OFF; " + sql, on: path)
    expectRefusal(path, "\(sql)")
  }

  @Test("Tables, views and indices of the user's own are left in peace")
  func ownTables() throws {
    let path = try folder.makeCase()
    try runSQL(
      """
      CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT UNIQUE);
      CREATE INDEX notes_text ON notes (text);
      CREATE VIEW named AS SELECT * FROM people;
      INSERT INTO notes (text) VALUES ('mine');
      ANALYZE;
      """,
      on: path
    )
    #expect(try use(path).get() == .sample)
    #expect(try rows("SELECT text FROM notes", of: path) == ["mine"])
  }

  @Test(
    "Rows that cannot be read are reported with their key",
    arguments: [
      "UPDATE node SET value = '{' WHERE key = 'bo'",
      "UPDATE node SET value = '[]' WHERE key = 'bo'",
      "UPDATE node SET value = '{\"$date\":\"2018-01-01\"}' WHERE key = 'bo'",
      "UPDATE node SET value = '{\"x\":{\"$what\":1}}' WHERE key = 'bo'",
      "UPDATE node SET shape = 99 WHERE key = 'bo'",
      """
      INSERT INTO shape (id, kind, name, keys, forms) VALUES (99, 'node', '[1]', '', '');
      UPDATE node SET shape = 99 WHERE key = 'bo'
      """,
      """
      INSERT INTO shape (id, kind, name, keys, forms) VALUES (99, 'node', '[]', '["x"]', '["word"]');
      UPDATE node SET shape = 99, value = '[7]' WHERE key = 'bo'
      """,
      "UPDATE relationship SET value = 'null', key = 'bo' WHERE key = 'M1/bo'",
      "UPDATE relationship SET source = 77, key = 'bo' WHERE key = 'M1/bo'",
    ]
  )
  func unreadableRows(sql: String) throws {
    let path = try folder.makeCase()
    let store = try CaseStore.open(at: path, mode: .readOnly)
    try runSQL("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + sql, on: path)
    let problem = diagnostic { _ = try store.readGraph() }
    #expect(problem?.code == .caseDamaged)
    #expect(problem?.record == "bo")
    #expect(problem?.file == path)
  }

  @Test("Keys that differ in nothing but their composition are refused")
  func twinKeys() throws {
    let path = try folder.makeCase()
    try runSQL(
      "UPDATE node SET key = char(233) WHERE id = 1; "
        + "UPDATE node SET key = 'e' || char(769) WHERE id = 2",
      on: path
    )
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(diagnostic { _ = try store.readGraph() }?.code == .caseDamaged)
  }

  @Test("Columns of another type than the schema says give an error")
  func wrongTypes() throws {
    for value in ["NULL", "x'ff00'", "1", "0.5"] {
      let path = try folder.makeCase("\(value).case")
      let store = try CaseStore.open(at: path, mode: .readOnly)
      let swap = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, "
      try runSQL(swap + "'TEXT NOT NULL', 'BLOB'); PRAGMA writable_schema = RESET", on: path)
      try runSQL(swap + "') STRICT', ')'); PRAGMA writable_schema = RESET", on: path)
      try runSQL(
        "PRAGMA ignore_check_constraints = ON; UPDATE node SET value = \(value)",
        on: path
      )
      #expect(diagnostic { _ = try store.readGraph() }?.code == .caseDamaged, "\(value)")
    }
  }
}
