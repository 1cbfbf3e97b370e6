import CaseStore
import GraphModel
import Testing

@Suite("The integrity check")
struct IntegrityTests {
  @Test("A case after many kinds of change is sound")
  func sound() throws {
    let store = try CaseStore.holding()
    try store.checkIntegrity()
    for number in 1...3 { try store.set("\u{E9}", Int64(number)) }
    try store.write(.tester) { transaction throws(StorageError) in
      try transaction.removeNode(key: "\u{E9}")
    }
    try store.undo(by: .tester)
    try store.checkIntegrity()
  }

  @Test(
    "What other programs change behind the log's back is found",
    arguments: [
      "UPDATE node SET value = '{\"name\":\"Someone Else\"}' WHERE key = 'bo'",
      "UPDATE node SET key = 'ba' WHERE key = 'bo'",
      "UPDATE relationship SET source = target",
      "INSERT INTO node (shape, key, value) VALUES (1, 'zz', '{}')",
      "INSERT INTO node (shape, key, value) VALUES (1, 'aa', '{}')",
      "DELETE FROM relationship WHERE key = 'M1/bo'",
      "DELETE FROM node WHERE key = 'bo'",
      """
      INSERT INTO transaction_log VALUES (2, '', '', '', '', NULL, NULL);
      INSERT INTO change_log VALUES (2, 0, 'node', 3, 'bo', '{}', '{}')
      """,
    ]
  )
  func tampering(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try runSQL(sql, on: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(diagnostic { try store.checkIntegrity() }?.code == .caseDamaged)
  }

  @Test("Undo refuses what was changed behind the log's back")
  func undoAfterTampering() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try runSQL("UPDATE node SET value = '{}' WHERE key = 'bo'", on: path)
    let store = try CaseStore.open(at: path, mode: .readWrite)
    let problem = diagnostic { try store.undo(by: .tester) }
    #expect(problem?.code == .logConflict)
    #expect(problem?.message.contains("outside the log") == true)
    #expect(problem?.record == "bo")
  }
}
