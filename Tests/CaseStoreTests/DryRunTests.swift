import CaseStore
import Foundation
import GraphModel
import Testing

@Suite("Dry runs")
struct DryRunTests {
  @Test("A dry run tells what would be logged, and changes not one byte")
  func write() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let store = try CaseStore.open(at: path, mode: .readWrite)
    let entry = try store.write(.tester, isDryRun: true) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "new", labels: [], properties: [:]))
      try transaction.removeRelationship(key: "M1/bo")
    }
    #expect(entry?.position == 2)
    #expect((entry?.added, entry?.removed) == (1, 1))
    #expect(try store.readGraph().graph == .sample)
    #expect(try store.log().count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("Undo and redo can be tried, and fail dry as they would in earnest")
  func reversals() throws {
    let store = try CaseStore.holding()
    #expect(try store.undo(by: .tester, isDryRun: true).removed == 5)
    #expect(try store.readGraph().graph == .sample)
    #expect(diagnostic { try store.redo(by: .tester, isDryRun: true) }?.code == .nothingToRedo)
    try store.undo(by: .tester)
    #expect(try store.redo(by: .tester, isDryRun: true).added == 5)
    #expect(try store.readGraph().graph == KeyedGraph())
    #expect(diagnostic { try store.undo(by: .tester, isDryRun: true) }?.code == .nothingToUndo)
    #expect(try store.log().count == 2)
  }

  @Test("A transaction reads what it has written itself")
  func ownChanges() throws {
    let store = try CaseStore.holding()
    try store.write(.tester, isDryRun: true) { transaction throws(StorageError) in
      try transaction.removeRelationship(key: "M1/bo")
      try transaction.removeNode(key: "bo")
      let graph = try transaction.graph()
      #expect(graph.nodes.map(\.key) == ["M1", "alba"])
      #expect(graph.relationships.map(\.key) == ["M1/alba"])
    }
    #expect(try store.readGraph().graph == .sample)
  }

  @Test("What would fail in earnest fails dry", arguments: [false, true])
  func failure(isDryRun: Bool) throws {
    let store = try CaseStore.holding()
    let problem = diagnostic {
      try store.write(.tester, isDryRun: isDryRun) { transaction throws(StorageError) in
        try transaction.removeNode(key: "bo")
      }
    }
    #expect(problem?.code == .danglingID)
  }
}
