import Backchannel
import CaseStore
import Foundation
import GraphModel
import QueryEngine
import TestSupport
import Testing

@Suite("A damaged, foreign or old index")
struct IndexDamageTests {
  private let folder: IndexFolder
  private let keyed: KeyedGraph
  private let expected: [[String]]
  private let whole: Data

  init() throws {
    folder = try IndexFolder()
    var random = RandomGraphs(11)
    // More than 64 texts are in order.
    keyed = random.graph(nodes: 110, relationships: 150)
    _ = try folder.makeCase(keyed)
    whole = try folder.index()
    expected = try Self.answers(folder)
  }

  /// What queries say that read every part of the index.
  private static func answers(_ folder: IndexFolder) throws -> [[String]] {
    let opened = try Case.open(folder.casePath)
    return try IndexedGraphTests.queries.map { query in
      try opened.query(query).result.rows.map { "\($0.map { $0.json.text() })" }.sorted()
    }
  }

  private func expectRightAnswers(
    _ comment: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try Self.answers(folder)
    #expect(found == expected, "\(comment)", sourceLocation: location)
  }

  @Test("An index cut anywhere is noticed, and built anew")
  func truncation() throws {
    for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 12)) {
      try folder.setIndex(whole.prefix(length))
      #expect(
        try CaseStore.open(at: folder.casePath, mode: .readOnly).indexState()?.isUsable == false
      )
      try expectRightAnswers("cut at \(length)")
      #expect(try folder.index() == whole || Self.isUsable(folder), "cut at \(length)")
    }
    try folder.setIndex(whole + Data([0]))
    try expectRightAnswers("one byte too many")
  }

  @Test("Every flipped byte is noticed before a wrong answer is given")
  func flips() throws {
    let (start, step) = (ImageFormat.headerBytes, whole.count / 30)
    let places =
      Array(stride(from: 0, to: start, by: 5))
      + Array(stride(from: start, to: whole.count, by: step))
      + Array(stride(from: whole.count - 400, to: whole.count, by: 23))
    for place in places {
      var damaged = whole
      damaged[place] ^= UInt8(1 << (place % 8))
      try folder.setIndex(damaged)
      #expect(
        try CaseStore.open(at: folder.casePath, mode: .readOnly).indexState()?.isUsable == false,
        "flipped at \(place)"
      )
      try expectRightAnswers("flipped at \(place)")
    }
  }

  private static func isUsable(_ folder: IndexFolder) throws -> Bool {
    try CaseStore.open(at: folder.casePath, mode: .readOnly).indexState()?.isUsable == true
  }

  @Test("An index with right checksums and wrong numbers brings nothing down")
  func forgery() throws {
    var random = SeededGenerator(seed: 3)
    for round in 0..<60 {
      var forged = whole
      for _ in 0...random.below(4) {
        let place = 128 + random.below(forged.count - 128)
        let number = [0, 1, 0x7F, 0xFF, UInt8(random.below(256))][random.below(5)]
        let length = [1, 4, 8][random.below(3)]
        for offset in place..<min(place + length, forged.count) { forged[offset] = number }
      }
      Self.seal(&forged)
      try folder.setIndex(forged)
      _ = try? Self.answers(folder)
      _ = try CaseStore.open(at: folder.casePath, mode: .readOnly).indexState()
      #expect(Bool(true), "round \(round)")
    }
  }

  /// Gives changed bytes the checksums that the reader expects.
  private static func seal(_ data: inout Data) {
    func number(_ offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
    }
    func put(_ hash: UInt64, _ offset: Int) {
      for byte in 0..<8 { data[offset + byte] = UInt8(truncatingIfNeeded: hash >> (8 * byte)) }
    }
    func hash(_ range: Range<Int>) -> UInt64 {
      unsafe data.subdata(in: range).withUnsafeBytes { unsafe ImageChecksum.hash($0) }
    }
    let (table, checksums) = (
      number(ImageFormat.Header.tableOffset), number(ImageFormat.Header.checksumsOffset)
    )
    let size = 1 << ImageFormat.pageShift
    for (page, start) in stride(from: 128, to: table, by: size).enumerated() {
      put(hash(start..<min(start + size, table)), checksums + page * 8)
    }
    put(hash(table..<data.count), ImageFormat.Header.tablesChecksum)
    put(hash(0..<ImageFormat.Header.headerChecksum), ImageFormat.Header.headerChecksum)
  }

  @Test("An index of another version or another order of bytes is built anew")
  func versions() throws {
    for (place, byte) in [(12, UInt8(2)), (8, 4), (0, 0)] {
      var other = whole
      other[place] = byte
      try folder.setIndex(other)
      try expectRightAnswers("byte \(place)")
      #expect(try Self.isUsable(folder))
    }
    try folder.setIndex(Data("not an index at all, but long enough ".utf8) + whole)
    try expectRightAnswers("another file")
    #expect(try Self.isUsable(folder))
  }

  @Test("The index of another case, or of a later state of this one, is not used")
  func foreign() throws {
    let other = try IndexFolder()
    var random = RandomGraphs(12)
    _ = try other.makeCase(random.graph(nodes: 60, relationships: 150))
    try folder.setIndex(try other.index())
    try expectRightAnswers("of another case")

    let copy = try Data(contentsOf: URL(fileURLWithPath: folder.casePath))
    do {
      let store = try CaseStore.open(at: folder.casePath, mode: .readWrite)
      try store.write(.indexTester) { transaction throws(StorageError) in
        _ = try transaction.addNode(labels: ["Person"])
      }
      try store.rebuildIndex()
    }
    try copy.write(to: URL(fileURLWithPath: folder.casePath))
    try expectRightAnswers("of a later state")
    #expect(try Self.isUsable(folder))
  }

  @Test("An index that is far behind is built anew, one that is a little behind is not")
  func stale() throws {
    let store = try CaseStore.open(at: folder.casePath, mode: .readWrite)
    var policy = IndexPolicy()
    policy.minimumChanges = 5
    policy.changedShare = 0
    for step in 1...12 {
      try store.write(.indexTester) { transaction throws(StorageError) in
        _ = try transaction.addNode(labels: ["Person"], properties: ["n": .integer(1)])
      }
      let source = try store.graphSource(policy)
      let behind = Int64(step) % 6
      #expect(source.image?.stamp.logPosition == source.logPosition - behind, "step \(step)")
      #expect(try source.graph()?.keyed() == store.readGraph().graph)
    }
  }

  @Test("A small case has no index, a large one gets it by the first query")
  func threshold() throws {
    let store = try CaseStore.open(at: folder.casePath, mode: .readWrite)
    try store.dropIndex()
    #expect(try store.graphSource().image == nil)
    #expect(try store.indexState() == nil)
    var policy = IndexPolicy()
    policy.minimumElements = 200
    #expect(try store.graphSource(policy).image != nil)
    #expect(try store.indexState()?.isUsable == true)
  }

  @Test("Without permission to write, or in memory, a case works without an index")
  func readOnly() throws {
    try CaseStore.open(at: folder.casePath, mode: .readWrite).dropIndex()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    var policy = IndexPolicy()
    policy.minimumElements = 0
    let store = try CaseStore.open(at: folder.casePath, mode: .readOnly)
    #expect(try store.graphSource(policy).graph()?.keyed() == keyed)
    try expectRightAnswers("read-only")
    #expect(try CaseStore.inMemory().graphSource(policy).image == nil)
  }

  @Test("The index is as private as its case, and leaves no other file behind")
  func files() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.casePath)
    let leftover = folder.indexPath + "-123-456"
    try Data([1]).write(to: URL(fileURLWithPath: leftover))
    let store = try CaseStore.open(at: folder.casePath, mode: .readWrite)
    try store.rebuildIndex()
    let permissions = try FileManager.default.attributesOfItem(atPath: folder.indexPath)
    #expect((permissions[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(
      names.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
        == ["a.backchannel", "a.backchannel-index"]
    )
  }

  @Test("Readers of the index before go on while another is put in its place")
  func replaced() throws {
    let store = try CaseStore.open(at: folder.casePath, mode: .readWrite)
    let before = try #require(try store.graphSource().graph())
    for _ in 0..<5 {
      try store.write(.indexTester) { transaction throws(StorageError) in
        _ = try transaction.addNode(labels: ["Person"])
      }
      try store.rebuildIndex()
      #expect(before.keyed() == keyed)
    }
    try store.dropIndex()
    #expect(before.keyed() == keyed)
  }
}
