import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

@Suite("The log")
struct LogTests {
  @Test("It tells who did what, when, why and by which command, newest first")
  func entries() throws {
    let store = try CaseStore.holding()
    let author = LogAuthor(who: "Ola\u{0} Nordmann", why: "it's \"wrong\"", verb: "fix")
    try store.write(author) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "bo", labels: [], properties: [:]))
      try transaction.removeRelationship(key: "M1/alba")
    }
    let log = try store.log()
    #expect(log.map(\.position) == [2, 1])
    #expect(log.first?.who == "Ola Nordmann")
    #expect(log.first?.why == "it's \"wrong\"")
    #expect(log.first?.verb == "fix")
    #expect(log.first?.at == "2018-02-01T00:00:00.000Z")
    #expect(log.map(\.added) == [0, 5])
    #expect(log.map(\.changed) == [1, 0])
    #expect(log.map(\.removed) == [1, 0])
  }

  @Test("The entry that a change returns is the entry in the log")
  func returnedEntry() throws {
    let store = try CaseStore.holding()
    let entry = try store.write(.tester) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "bo", labels: [], properties: [:]))
    }
    #expect(try store.log(limit: 1) == [entry].compactMap { $0 })
    let undo = try store.undo(by: .tester)
    #expect(try store.log(limit: 1) == [undo])
  }

  @Test("It can be read in pages")
  func pages() throws {
    let store = try CaseStore.inMemory()
    for number in 1...5 { try store.set("a", Int64(number)) }
    #expect(try store.log(limit: 2).map(\.position) == [5, 4])
    #expect(try store.log(limit: 2, before: 4).map(\.position) == [3, 2])
    #expect(try store.log(limit: -1).isEmpty)
    #expect(try store.log(before: 1).isEmpty)
  }

  @Test("It keeps every element as it was before and after")
  func beforeAndAfter() throws {
    let store = try CaseStore.holding()
    let old = try #require(KeyedGraph.sample.relationships.last)
    let new = KeyedRelationship(key: "M1/bo", type: "\"T\"", source: "alba", target: "M1")
    try store.write(.tester) { transaction throws(StorageError) in try transaction.put(new) }
    let change = try #require(try store.changes(of: 2).first)
    #expect(change.kind == .relationship)
    #expect(change.key == "M1/bo")
    #expect(change.before == .relationship(old))
    #expect(change.after == .relationship(new))
    let first = try #require(try store.changes(of: 1).first)
    #expect(first.before == nil)
    #expect(first.after == .node(KeyedGraph.sample.nodes[0]))
    #expect(try store.changes(of: 99).isEmpty)
  }

  @Test(
    "Nobody can rewrite it",
    arguments: [
      "UPDATE transaction_log SET who = 'x'", "DELETE FROM transaction_log",
      "UPDATE change_log SET after = NULL", "DELETE FROM change_log WHERE ordinal = 0",
      "INSERT OR REPLACE INTO transaction_log VALUES (1, '', '', '', '', NULL, NULL)",
      "INSERT INTO transaction_log VALUES (0, '', '', '', '', NULL, NULL)",
      "INSERT OR REPLACE INTO change_log VALUES (2, 0, 'node', 1, 'k', NULL, '{}')",
      "INSERT INTO change_log VALUES (1, 99, 'node', 1, 'k', NULL, '{}')",
    ]
  )
  func appendOnly(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try CaseStore.open(at: path, mode: .readWrite).set("a", 1)
    do {
      try runSQL(sql, on: path)
      Issue.record("'\(sql)' was carried out")
    } catch let error as DatabaseError {
      #expect(error.message == "the log is append-only")
    }
  }

  @Test("The default time is RFC 3339, UTC, with milliseconds")
  func systemTime() throws {
    let pattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
    let earliest = Date().addingTimeInterval(-0.002)
    let text = CaseStore.systemTime()
    let latest = Date()
    #expect(try pattern.wholeMatch(in: text) != nil)
    let time = try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    #expect((earliest...latest).contains(time), "\(text)")
  }
}
