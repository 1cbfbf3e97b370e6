import CaseStore
import GraphModel
import Testing

@Suite("Undo and redo")
struct UndoTests {
  @Test("Undo and redo walk back and forth through the changes")
  func walk() throws {
    let store = try CaseStore.inMemory()
    for number in 1...3 { try store.set("a", Int64(number)) }
    var seen: [Int64?] = []
    for _ in 1...3 {
      try store.undo(by: .tester)
      seen.append(try store.numbers()["a"])
    }
    #expect(seen == [2, 1, nil])
    #expect(diagnostic { try store.undo(by: .tester) }?.code == .nothingToUndo)
    seen = []
    for _ in 1...3 {
      try store.redo(by: .tester)
      seen.append(try store.numbers()["a"])
    }
    #expect(seen == [1, 2, 3])
    #expect(diagnostic { try store.redo(by: .tester) }?.code == .nothingToRedo)
    try store.undo(by: .tester)
    #expect(try store.numbers() == ["a": 2], "after a redo, undo takes back the same change again")
    try store.checkIntegrity()
  }

  @Test("Both are entries of their own that name what they take back")
  func entries() throws {
    let store = try CaseStore.holding()
    let undo = try store.undo(by: LogAuthor(who: "w", why: "y", verb: "undo"))
    #expect((undo.position, undo.undoes, undo.redoes) == (2, 1, nil))
    #expect((undo.who, undo.why, undo.verb) == ("w", "y", "undo"))
    #expect(undo.removed == 5)
    #expect(try store.readGraph().graph == KeyedGraph())
    let redo = try store.redo(by: .tester)
    #expect((redo.position, redo.undoes, redo.redoes) == (3, nil, 2))
    #expect(try store.readGraph().graph == .sample)
    try store.checkIntegrity()
  }

  @Test("A change after an undo leaves nothing to redo")
  func clearedRedo() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.set("b", 1)
    try store.undo(by: .tester)
    try store.set("c", 1)
    #expect(diagnostic { try store.redo(by: .tester) }?.code == .nothingToRedo)
    try store.redo(2, by: .tester)
    #expect(try store.numbers() == ["a": 1, "b": 1, "c": 1], "unless the entry is named")
  }

  @Test("An undo can be undone, and then its entry undone anew")
  func undoOfUndo() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.undo(by: .tester)
    try store.undo(2, by: .tester)
    #expect(try store.numbers() == ["a": 1])
    try store.undo(by: .tester)
    #expect(try store.log(limit: 1).first?.undoes == 1)
    #expect(try store.numbers().isEmpty)
  }

  @Test("An earlier entry can be undone while later ones stay")
  func earlierEntry() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.set("b", 1)
    try store.undo(1, by: .tester)
    #expect(try store.numbers() == ["b": 1])
    #expect(
      diagnostic { try store.undo(1, by: .tester) }?.message
        == "entry 3 has undone entry 1 already"
    )
    try store.undo(by: .tester)
    #expect(try store.numbers().isEmpty)
  }

  @Test("Entries that do not exist, or are no undo, are refused")
  func unknownEntries() throws {
    let store = try CaseStore.holding()
    for position in [-1, 0, 2, Int64.max] {
      #expect(diagnostic { try store.undo(position, by: .tester) }?.code == .nothingToUndo)
      #expect(diagnostic { try store.redo(position, by: .tester) }?.code == .nothingToRedo)
    }
    #expect(diagnostic { try store.redo(1, by: .tester) }?.code == .nothingToRedo)
    #expect(try store.log().count == 1)
  }

  @Test("What was changed later is not overwritten; the error names the later entries")
  func conflict() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.set("b", 1)
    try store.set("a", 2)
    try store.set("a", 3)
    let problem = diagnostic { try store.undo(1, by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(
      problem?.message
        == "entry 1 cannot be reversed: node 'a' was changed later, see 3, 4"
    )
    #expect(problem?.remedy == "undo entry 4 first")
    #expect(try store.numbers() == ["a": 3, "b": 1])
    #expect(try store.log().count == 4)
    try store.undo(4, by: .tester)
    try store.undo(3, by: .tester)
    try store.undo(1, by: .tester)
    #expect(try store.numbers() == ["b": 1])
  }

  @Test("A redo is refused as well when its element was changed meanwhile")
  func redoConflict() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.undo(by: .tester)
    try store.set("a", 5)
    let problem = diagnostic { try store.redo(2, by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(problem?.message.hasSuffix("see 3") == true)
  }

  @Test("A node that has got relationships since is not removed")
  func newRelationship() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(KeyedRelationship(key: "r", type: "T", source: "a", target: "a"))
    }
    let problem = diagnostic { try store.undo(1, by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(problem?.message.contains("relationship 'r' was changed later, see 2") == true)
  }

  @Test("A relationship does not come back without its nodes")
  func missingNode() throws {
    let store = try CaseStore.holding()
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.removeRelationship(key: "M1/bo")
    }
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.removeNode(key: "bo")
    }
    let problem = diagnostic { try store.undo(2, by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(problem?.message.contains("node 'bo' was changed later, see 3") == true)
    try store.undo(by: .tester)
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == .sample)
    try store.checkIntegrity()
  }

  @Test("A removed key that was given to a new node is not given back")
  func reusedKey() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.removeNode(key: "a")
    }
    try store.set("a", 9)
    #expect(diagnostic { try store.undo(2, by: .tester) }?.code == .logConflict)
    #expect(try store.numbers() == ["a": 9])
  }

  @Test("Several steps on one element are taken back together")
  func manySteps() throws {
    let store = try CaseStore.holding()
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "c", labels: [], properties: [:]))
      try transaction.put(KeyedRelationship(key: "M1/bo", type: "T", source: "c", target: "M1"))
      try transaction.put(KeyedRelationship(key: "M1/bo", type: "T", source: "M1", target: "M1"))
      try transaction.removeNode(key: "bo")
      try transaction.put(KeyedNode(key: "bo", labels: ["New"], properties: [:]))
      try transaction.put(KeyedNode(key: "d", labels: [], properties: [:]))
      try transaction.removeNode(key: "d")
    }
    let changed = try store.readGraph().graph
    try store.undo(by: .tester)
    #expect(try store.readGraph().graph == .sample)
    try store.redo(by: .tester)
    #expect(try store.readGraph().graph == changed)
    try store.checkIntegrity()
  }

  @Test("A removed element gets its row number back")
  func rowNumbers() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    let sql = "SELECT id, key FROM node UNION ALL SELECT id, key FROM relationship ORDER BY 2"
    let before = try rows(sql, of: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    try store.undo(by: .tester)
    try store.redo(by: .tester)
    #expect(try rows(sql, of: path) == before)
  }

  @Test("A change whose steps cancel one another does not bar the way to those before")
  func cancelledSteps() throws {
    let store = try CaseStore.inMemory()
    try store.set("a", 1)
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "b", labels: [], properties: [:]))
      try transaction.removeNode(key: "b")
    }
    #expect(
      diagnostic { try store.undo(2, by: .tester) }?.message == "entry 2 has changed nothing"
    )
    #expect(try store.undo(by: .tester).undoes == 1)
    #expect(try store.numbers().isEmpty)
    #expect(diagnostic { try store.undo(by: .tester) }?.code == .nothingToUndo)
    try store.redo(by: .tester)
    #expect(try store.numbers() == ["a": 1])
  }
}
