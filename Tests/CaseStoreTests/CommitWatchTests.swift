import CaseStore
import GRDB
import GraphModel
import Testing

@Suite("The position of the log")
struct CommitWatchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("It is that of the last commit, whoever made it", arguments: [true, false])
  func commits(isReadOnly: Bool) throws {
    let path = try folder.makeCase()
    let reader = try CaseStore.open(at: path, mode: isReadOnly ? .readOnly : .readWrite)
    let writer = try CaseStore.open(at: path, mode: .readWrite)
    for number in 2...20 as ClosedRange<Int64> {
      let before = try (reader.logPosition(), reader.logPosition(), reader.logPosition())
      #expect(before == (number - 1, number - 1, number - 1))
      if number % 3 == 0 {
        _ = try writer.undo(by: .tester)
      } else {
        try writer.set("a", number)
      }
      #expect(try reader.logPosition() == number)
      #expect(try writer.logPosition() == number)
    }
  }

  @Test("It does not move while a change is made, and with one that is taken back")
  func unfinished() throws {
    let path = try folder.makeCase()
    let reader = try CaseStore.open(at: path, mode: .readOnly)
    let writer = try CaseStore.open(at: path, mode: .readWrite)
    _ = try (reader.logPosition(), reader.logPosition())
    try writer.write(.tester, isDryRun: true) { transaction throws(StorageError) in
      try transaction.put(KeyedNode(key: "bo", labels: [], properties: [:]))
      #expect((try? reader.logPosition()) == 1)
    }
    #expect(try (reader.logPosition(), writer.logPosition()) == (1, 1))
  }

  @Test("It is told where there is no write-ahead log, and when there is one again")
  func journals() throws {
    let memory = try CaseStore.inMemory()
    #expect(try memory.logPosition() == 0)
    try memory.set("a", 1)
    #expect(try memory.logPosition() == 1)
    let path = try folder.makeCase()
    let store = try CaseStore.open(at: path, mode: .readWrite)
    for position in 2...9 as ClosedRange<Int64> {
      if position % 2 == 0 {
        _ = try store.writeBulk(.tester) { writer throws(StorageError) in
          try writer.begin(BulkTable(labels: ["P"], columns: [], prefix: "P\(position)/"))
          var rows = BulkBlock()
          rows.numbers = [1]
          rows.values = ContiguousArray("[]".utf8)
          rows.ends = [2]
          _ = try writer.append(rows)
          _ = try writer.end()
        }
      } else {
        try store.set("a", position)
      }
      #expect(try (store.logPosition(), store.logPosition()) == (position, position))
    }
  }

  @Test("It is told of a file that a folder holds which may not be written")
  func immutable() throws {
    let path = try folder.makeCase()
    try folder.setPermissions(0o400, of: path)
    try folder.setPermissions(0o500, of: folder.path)
    defer { try? folder.setPermissions(0o700, of: folder.path) }
    let reader = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try (reader.logPosition(), reader.logPosition()) == (1, 1))
  }
}
