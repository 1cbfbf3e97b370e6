import CaseStore
import GraphModel
import Testing

@Suite("What one change knows of the last")
struct KnownElementsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func put(_ key: String, _ label: String, in store: CaseStore, dry: Bool = false) throws {
    try store.write(.tester, isDryRun: dry) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: key, labels: [label], properties: [:]))
    }
  }

  /// Adds the node `prefix` with a number, whose key follows from its row.
  private func addTable(_ prefix: String, _ number: Int64, to store: CaseStore) throws {
    _ = try store.writeBulk(.tester) { writer throws(StorageError) in
      var block = BulkBlock()
      block.numbers = [number]
      block.values = ContiguousArray("[]".utf8)
      block.ends = [2]
      try writer.begin(BulkTable(labels: ["Row"], columns: [], prefix: prefix))
      _ = try writer.append(block)
      _ = try writer.end()
    }
  }

  private func labels(_ store: CaseStore) throws -> [String: [String]] {
    let nodes = try store.readGraph().graph.nodes
    return Dictionary(uniqueKeysWithValues: nodes.map { ($0.key, $0.labels) })
  }

  @Test("Labels that a dry run or a failed change has brought in are forgotten")
  func forgotten() throws {
    let path = try folder.makeCase()
    let one = try CaseStore.open(at: path, mode: .readWrite)
    let other = try CaseStore.open(at: path, mode: .readWrite)
    try put("a", "A", in: one)
    try put("x", "X", in: one, dry: true)
    _ = diagnostic {
      try one.write(.tester) { transaction throws(StorageError) in
        try transaction.put(KeyedNode(key: "y", labels: ["Y"], properties: [:]))
        try transaction.put(KeyedNode(key: "", labels: [], properties: [:]))
      }
    }
    // In the file their places are taken by others now.
    try put("z", "Z", in: other)
    try put("w", "W", in: other)
    for (key, label) in [("x", "X"), ("y", "Y"), ("a2", "A")] { try put(key, label, in: one) }
    let labels = try labels(one)
    let expected = ["a": "A", "z": "Z", "w": "W", "x": "X", "y": "Y", "a2": "A"]
    for (key, label) in expected { #expect(labels[key] == [label], "\(key)") }
    try one.checkIntegrity()
  }

  @Test("Tables that another program adds between two changes are seen, and that they are gone")
  func tables() throws {
    let path = try folder.makeCase()
    let one = try CaseStore.open(at: path, mode: .readWrite)
    let other = try CaseStore.open(at: path, mode: .readWrite)
    let link = KeyedRelationship(
      key: "link",
      type: "T",
      source: "Row/7",
      target: "alba",
      properties: [:]
    )
    try put("a", "A", in: one)
    try addTable("Row/", 7, to: other)
    try one.write(.tester) { transaction throws(StorageError) in try transaction.put(link) }
    try one.undo(by: .tester)
    try other.undo(by: .tester)
    #expect(try labels(other)["Row/7"] == nil)
    let problem = diagnostic {
      try one.write(.tester) { transaction throws(StorageError) in try transaction.put(link) }
    }
    #expect(problem?.code == .danglingID)
    try one.checkIntegrity()
  }

  @Test("A key that follows from the row of a table is not given to another element")
  func keysOfTables() throws {
    let store = try CaseStore.holding()
    // The sample has three nodes: the next two rows are 4 and 5.
    try addTable("n", 5, to: store)
    try store.write(.tester) { transaction throws(StorageError) in
      let keys = [
        try transaction.addNode(labels: ["Thing"]), try transaction.addNode(labels: ["Thing"]),
      ]
      #expect(keys == ["n5_", "n6"])
    }
    try store.checkIntegrity()
  }
}
