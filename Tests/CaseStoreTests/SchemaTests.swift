import CaseStore
import GRDB
import GraphModel
import Testing

@Suite("The file format")
struct SchemaTests {
  /// A schema with one more step, as the next version of this program will have.
  private let next = Schema(
    steps: Schema.current.steps + [
      "CREATE TABLE added (x INTEGER) STRICT; CREATE INDEX node_shape ON node (shape);"
    ]
  )

  @Test("The header names the program and the version")
  func header() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    #expect(try rows("PRAGMA application_id", of: path) == ["\(0x426B_6368)"])
    #expect(try rows("PRAGMA user_version", of: path) == ["3"])
    #expect(try rows("PRAGMA journal_mode", of: path) == ["wal"])
  }

  @Test("Released steps are frozen: add a new one instead of editing")
  func frozen() throws {
    // FNV-1a, 64 bits.
    let digests = Schema.current.steps.map { step in
      step.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    #expect(
      digests == [
        14_155_374_123_980_455_052, 17_176_240_175_457_575_839, 12_446_988_057_425_224_582,
      ]
    )
  }

  @Test("The objects of a version can be read off the text of its steps", arguments: [1, 2, 3])
  func objects(version: Int) throws {
    let read = SchemaObject.all(inText: Schema.current.steps.prefix(version))
    #expect(try read == Schema.current.expectedObjects(at: version))
  }

  @Test("A case of an older version is brought up to date, once, and keeps its content")
  func migration() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    for _ in 1...2 {
      let store = try CaseStore.open(at: path, mode: .readWrite, schema: next)
      #expect(try store.readGraph().graph == .sample)
      try store.checkIntegrity()
    }
    #expect(try rows("PRAGMA user_version", of: path) == ["4"])
    #expect(try rows("SELECT count(*) FROM added", of: path) == ["0"])
    #expect(
      diagnostic { _ = try CaseStore.open(at: path, mode: .readWrite) }?.code == .caseNewer
    )
  }

  @Test("A case of an older version can be read without being changed")
  func readOnlyOldVersion() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    let store = try CaseStore.open(at: path, mode: .readOnly, schema: next)
    #expect(try store.readGraph().graph == .sample)
    #expect(try rows("PRAGMA user_version", of: path) == ["3"])
  }

  @Test("A step that fails leaves the case at its old version")
  func failedMigration() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    let broken = Schema(steps: next.steps + ["CREATE TABLE node (x)"])
    #expect(
      diagnostic { _ = try CaseStore.open(at: path, mode: .readWrite, schema: broken) } != nil
    )
    #expect(try CaseStore.open(at: path, mode: .readWrite).readGraph().graph == .sample)
  }
}
