import CaseStore
import GRDB
import GraphModel
import Testing

@Suite("Cases of format 1")
struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  /// Makes a case by the first step alone, as the first version of the program did.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("old")
    try runSQL(
      Schema.current.steps[0] + """
        PRAGMA application_id = \(Schema.applicationID);
        PRAGMA user_version = 1;
        INSERT INTO node VALUES (1, 'a', '["X"]', '{"n":0.1,"t":"q\\"z"}'),
          (4, 'b', '[]', '{"$map":{"$x":1}}');
        INSERT INTO node VALUES (9, 'gone', '[]', '{}');
        DELETE FROM node WHERE id = 9;
        INSERT INTO relationship VALUES (2, 'r', 'T', 1, 4, '{"d":{"$date":"2018-01-31"}}');
        INSERT INTO transaction_log VALUES (1, 'then', 'w', 'y', 'v', NULL, NULL);
        INSERT INTO change_log VALUES
          (1, 0, 'node', 1, 'a', NULL,
            '{"labels":["X"],"properties":{"n":0.1,"t":"q\\"z"}}'),
          (1, 1, 'node', 4, 'b', NULL, '{"labels":[],"properties":{"$map":{"$x":1}}}'),
          (1, 2, 'relationship', 2, 'r', NULL,
            '{"type":"T","source":"a","target":"b","properties":{"d":{"$date":"2018-01-31"}}}');
        """,
      on: path
    )
  }

  private static let graph = KeyedGraph(
    nodes: [
      KeyedNode(
        key: "a",
        labels: ["X"],
        properties: ["n": .float(0.1), "t": .string("q\"z")]
      ),
      KeyedNode(key: "b", labels: [], properties: ["$x": .integer(1)]),
    ],
    relationships: [
      KeyedRelationship(
        key: "r",
        type: "T",
        source: "a",
        target: "b",
        properties: ["d": CalendarDate(iso: "2018-01-31").map(Value.date) ?? .null]
      )
    ]
  )

  @Test("They are brought up to date with their content, log and row numbers")
  func migration() throws {
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
    try store.set("c", 1)
    #expect(try rows("SELECT id, key FROM node", of: path) == ["1|a", "4|b", "10|c"])
    try store.undo(by: .tester)
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == KeyedGraph())
    try store.redo(by: .tester)
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
  }

  @Test("They can be read without being changed")
  func reading() throws {
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.readGraph().graph == Self.graph)
    try store.checkIntegrity()
    #expect(try rows("PRAGMA user_version", of: path) == ["1"])
  }

  @Test("One with rows that are no JSON is still opened, and its damage reported")
  func damaged() throws {
    try runSQL("UPDATE node SET properties = '{' WHERE id = 1", on: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(diagnostic { _ = try store.readGraph() }?.record == "a")
  }
}
