import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

@Suite("Crashes and other processes")
struct CrashTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.makeCase()
  }

  private func bytes(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Makes five commits that stay in the write-ahead log, as after a crash or while somebody
  /// reads; returns the main file and the log.
  private func unfinishedLog() throws -> (main: Data, log: Data) {
    let reader = try DatabaseQueue(path: path)
    return try reader.inDatabase { db in
      // An open snapshot keeps the log from being copied into the main file.
      try db.execute(sql: "BEGIN; SELECT count(*) FROM node")
      let store = try CaseStore.open(at: path, mode: .readWrite)
      for number in 1...5 { try store.set("a", Int64(number)) }
      let files = (main: try bytes(of: path), log: try bytes(of: path + "-wal"))
      try db.execute(sql: "ROLLBACK")
      return files
    }
  }

  @Test("A log cut anywhere leaves the case as it was after one of the commits, in order")
  func cutLog() throws {
    let (main, log) = try unfinishedLog()
    let frame = 24 + 4096
    try #require(log.count > 5 * frame)
    let cuts = Set(stride(from: 0, to: log.count, by: 1021)).union([0, 31, 32, 33, log.count])
      .union(stride(from: 32, through: log.count, by: frame).flatMap { [$0 - 1, $0, $0 + 1] })
    var reached: [Int64] = []
    for cut in cuts.sorted() where cut <= log.count {
      let copy = try folder.file("copy", main)
      _ = try folder.file("copy-wal", log.prefix(cut))
      do {
        let store = try CaseStore.open(at: copy, mode: .readWrite)
        reached.append(try store.numbers()["a"] ?? 0)
        #expect(try store.log().count == 1 + Int(reached.last ?? 0), "cut at \(cut)")
        try store.checkIntegrity()
      }
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    }
    #expect(reached == reached.sorted())
    #expect(Set(reached) == [0, 1, 2, 3, 4, 5])
  }

  @Test("A log with flipped bytes leaves the case as it was after one of the commits")
  func flippedLog() throws {
    let (main, log) = try unfinishedLog()
    for place in stride(from: 0, to: log.count, by: 1499) {
      var damaged = log
      damaged[place] ^= 0x41
      let copy = try folder.file("copy", main)
      _ = try folder.file("copy-wal", damaged)
      do {
        let store = try CaseStore.open(at: copy, mode: .readWrite)
        #expect(try store.log().count == 1 + Int(try store.numbers()["a"] ?? 0), "at \(place)")
        try store.checkIntegrity()
      }
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    }
  }

  @Test("A process killed within a change loses that change and no other")
  func killed() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try CaseStore.open(at: path, mode: .readWrite)
      try store.set("done", 1)
      try store.write(.tester) { transaction throws(StorageError) in
        for number in 0..<500 {
          try transaction.put(KeyedNode(key: "lost\(number)", labels: [], properties: [:]))
        }
        kill(getpid(), SIGKILL)
      }
    }
    let store = try CaseStore.open(at: path, mode: .readWrite)
    #expect(try store.numbers() == ["done": 1])
    #expect(try store.readGraph().graph.nodes.count == KeyedGraph.sample.nodes.count + 1)
    try store.checkIntegrity()
    try store.set("after", 2)
  }

  @Test("A process that dies while it makes a case leaves nothing that is in the way")
  func killedCreator() async throws {
    let fresh = folder.file("fresh")
    await #expect(processExitsWith: .signal(SIGKILL)) { [fresh = fresh as String] in
      _ = try CaseStore.create(at: fresh)
      kill(getpid(), SIGKILL)
    }
    #expect(try CaseStore.open(at: fresh, mode: .readWrite).log().isEmpty)
  }

  @Test("Another process reads on while this one writes, and waits for its turn to write")
  func twoProcesses() async throws {
    let store = try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: 60)
    async let other: Void = expectTwentyWrites()
    for number in 0..<20 { try store.set("here\(number)", 1) }
    await other
    #expect(try store.numbers().count == 40)
    #expect(try store.log().map(\.position) == (1...41).reversed())
    try store.checkIntegrity()
  }

  private func expectTwentyWrites() async {
    await #expect(processExitsWith: .success) { [path = path as String] in
      let store = try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: 60)
      for number in 0..<20 {
        try store.set("there\(number)", 1)
        try #require(try store.readGraph().graph.nodes.count >= 3)
      }
    }
  }

  @Test("A writer of another process that does not finish is waited for no longer than agreed")
  func boundedWait() async throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let holder = try DatabaseQueue(path: path, configuration: configuration)
    try await holder.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    await #expect(processExitsWith: .success) { [path = path as String] in
      let store = try CaseStore.open(at: path, mode: .readWrite, busyTimeoutSeconds: 0.2)
      let start = ContinuousClock.now
      try #require(diagnostic { try store.set("a", 1) }?.code == .caseLocked)
      try #require(ContinuousClock.now - start < .seconds(10))
      try #require(try store.readGraph().graph == .sample)
    }
    try await holder.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
  }
}
