import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

@Suite("Several users of one case")
struct LockingTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeCase()
  }

  /// Runs `body` while another connection holds a lock.
  private func whileLocked(_ sql: String, _ body: () throws -> Void) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try body()
    try other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
  }

  @Test("A second writer waits for the busy timeout and no longer; readers do not wait")
  func secondWriter() throws {
    let store = try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: 0.2)
    try whileLocked("BEGIN IMMEDIATE; DELETE FROM relationship") { () throws in
      let start = ContinuousClock.now
      #expect(diagnostic { try store.set("a", 1) }?.code == .caseLocked)
      let waited = ContinuousClock.now - start
      #expect(waited > .milliseconds(150))
      #expect(waited < .seconds(5))
      #expect(diagnostic { _ = try store.preview(.sample) }?.code == .caseLocked)
      #expect(try store.readGraph().graph == .sample)
      #expect(try CaseStore.open(at: path, mode: .readWrite).readGraph().graph == .sample)
      #expect(try CaseStore.open(at: path, mode: .readOnly).readGraph().graph == .sample)
    }
    try store.set("a", 1)
    #expect(try store.numbers() == ["a": 1])
  }

  @Test("A case that another program keeps for itself cannot be opened")
  func exclusive() throws {
    try whileLocked("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM relationship") {
      () throws in
      for mode in [CaseStore.Mode.readOnly, .readWrite] {
        let problem = diagnostic {
          _ = try CaseStore.open(at: path, mode: mode, busyTimeoutSeconds: 0.1)
        }
        #expect(problem?.code == .caseLocked)
        #expect(problem?.file == path)
      }
    }
  }

  @Test(
    "Hostile timeouts are taken for the nearest sensible one",
    arguments: [-1, .nan, -Double.infinity, .greatestFiniteMagnitude, .infinity]
  )
  func timeouts(seconds: Double) throws {
    #expect(throws: Never.self) {
      try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: seconds)
    }
  }

  @Test("What one store has written, the other reads")
  func twoStores() throws {
    let first = try CaseStore.open(at: path, mode: .readWrite)
    let second = try CaseStore.open(at: path, mode: .readWrite)
    try first.set("a", 1)
    try second.set("a", 2)
    #expect(try first.numbers()["a"] == 2)
    #expect(try first.log().map(\.position) == [3, 2, 1])
    try first.checkIntegrity()
  }

  @Test("Many writers at once lose nothing")
  func manyWriters() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask { [path] in
          let store = try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: 60)
          for number in 0..<10 { try store.set("\(writer)-\(number)", 1) }
        }
      }
      try await group.waitForAll()
    }
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.numbers().count == 40)
    #expect(try store.log().map(\.position) == (1...41).reversed())
    try store.checkIntegrity()
  }

  @Test("Of several programs that make the same case, one succeeds")
  func manyCreators() async throws {
    let path = folder.file("new")
    let codes = await withTaskGroup(of: ErrorCode?.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do throws(StorageError) {
            _ = try CaseStore.create(at: path, busyTimeoutSeconds: 60)
            return nil
          } catch { return error.diagnostic.code }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.filter { $0 == nil }.count == 1)
    #expect(codes.filter { $0 == .caseExists }.count == 5)
    #expect(try CaseStore.open(at: path, mode: .readWrite).log().isEmpty)
  }

  @Test("After every change the main file alone holds all of it")
  func mainFileAlone() throws {
    let store = try CaseStore.open(at: path, mode: .readWrite)
    try store.set("a", 1)
    let copy = folder.file("copy")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    #expect(try CaseStore.open(at: copy, mode: .readOnly).numbers()["a"] == 1)
    withExtendedLifetime(store) {}
  }

  @Test("A program that dies within a change leaves the case as it was before")
  func interruptedChange() throws {
    let store = try CaseStore.open(at: path, mode: .readWrite)
    try store.set("a", 1)
    let copy = folder.file("copy")
    let folder = folder
    let path = path
    // More than fits the page cache, so that unfinished pages are on disk.
    let padding = String(repeating: "x", count: 10_000)
    try store.write(.tester) { transaction throws(StorageError) in
      for number in 0..<1000 {
        try transaction.put(
          KeyedNode(key: "k\(number)", labels: [], properties: ["x": .string(padding)])
        )
      }
      #expect(throws: Never.self) {
        for suffix in ["", "-wal", "-shm"] {
          try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
        }
      }
    }
    let wal = try Data(contentsOf: URL(fileURLWithPath: folder.file("copy-wal")))
    #expect(wal.count > 1_000_000)
    #expect(try CaseStore.open(at: copy, mode: .readOnly).numbers() == ["a": 1])
    let survivor = try CaseStore.open(at: copy, mode: .readWrite)
    #expect(try survivor.numbers() == ["a": 1])
    try survivor.checkIntegrity()
  }
}
