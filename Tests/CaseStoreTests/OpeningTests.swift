import CaseStore
import Foundation
import GRDB
import GraphModel
import Testing

@Suite("Opening a case")
struct OpeningTests {
  private static let isRoot = geteuid() == 0

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ path: String, _ mode: CaseStore.Mode = .readWrite) -> ErrorCode? {
    let problem = diagnostic { _ = try CaseStore.open(at: path, mode: mode) }
    #expect(problem?.file == path)
    #expect(problem?.remedy != nil)
    return problem?.code
  }

  @Test("A missing file, an empty path, a path with NUL and a dangling link are missing cases")
  func missing() throws {
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
    let path = try folder.makeCase()
    for path in [folder.file("none"), "", path + "\u{0}", "\u{0}", link, path + "/below"] {
      #expect(code(path) == .caseMissing, "\(path)")
      #expect(code(path, .readOnly) == .caseMissing)
    }
    #expect(FileManager.default.fileExists(atPath: folder.file("none")) == false)
  }

  @Test("Names that mean something to SQLite mean files here")
  func specialNames() throws {
    for path in [":memory:", "file::memory:", "file:x?mode=memory", "file:/dev/null"] {
      #expect(code(path) == .caseMissing)
    }
  }

  @Test("A folder, a device, an empty file and other files are no cases")
  func foreign() throws {
    #expect(code(folder.path) == .caseForeign)
    #expect(code("/dev/null") == .caseForeign)
    #expect(code(try folder.file("empty", Data())) == .caseForeign)
    #expect(code(try folder.file("text", Data("{\"a\": 1}".utf8))) == .caseForeign)
    #expect(code(try folder.file("zeros", Data(count: 8192))) == .caseForeign)
    try runSQL("CREATE TABLE t (x)", on: folder.file("other"))
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("other")))
    #expect(code(folder.file("other")) == .caseForeign)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("other"))) == before)
  }

  @Test("A pipe is no case, and nobody waits for its writer")
  func pipe() throws {
    #expect(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(code(folder.file("pipe")) == .caseForeign)
  }

  @Test("A case of a newer format is refused, and one of no valid format")
  func newer() throws {
    let path = try folder.makeCase()
    try runSQL("PRAGMA user_version = 99", on: path)
    #expect(code(path) == .caseNewer)
    #expect(code(path, .readOnly) == .caseNewer)
    for version in [0, -5] {
      try runSQL("PRAGMA user_version = \(version)", on: path)
      #expect(code(path) == .caseDamaged)
    }
  }

  @Test("A link to a case is a case")
  func link() throws {
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: try folder.makeCase()
    )
    #expect(try CaseStore.open(at: link, mode: .readWrite).readGraph().graph == .sample)
  }

  @Test("Any file name will do", arguments: ["a b", "100%", "?x#y&z", "é👩‍👩‍👧", "'\"", "file:x", "-n"])
  func fileNames(name: String) throws {
    let path = try folder.makeCase(name)
    #expect(try CaseStore.open(at: path, mode: .readOnly).readGraph().graph == .sample)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test("An existing file is never made into a new case, unless it is empty")
  func existing() throws {
    let path = try folder.makeCase()
    let text = try folder.file("text", Data("precious".utf8))
    for path in [path, text, folder.path] {
      #expect(diagnostic { _ = try CaseStore.create(at: path) }?.code == .caseExists)
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "precious")
    #expect(try CaseStore.open(at: path, mode: .readOnly).readGraph().graph == .sample)
    #expect(try CaseStore.create(at: folder.file("empty", Data())).log().isEmpty)
  }

  @Test("A new case needs a folder and a name", arguments: ["", "a\u{0}b", "/nowhere/at/all/a"])
  func noFolder(path: String) throws {
    #expect(diagnostic { _ = try CaseStore.create(at: path) }?.code == .fileUnwritable)
  }

  @Test("A store for reading reads, and refuses every change")
  func readOnly() throws {
    let store = try CaseStore.open(at: try folder.makeCase(), mode: .readOnly)
    #expect(try store.readGraph().graph == .sample)
    #expect(try store.log().count == 1)
    try store.checkIntegrity()
    #expect(diagnostic { try store.set("a", 1) }?.code == .caseReadOnly)
    #expect(diagnostic { try store.undo(by: .tester) }?.code == .caseReadOnly)
    #expect(diagnostic { try store.redo(by: .tester) }?.code == .caseReadOnly)
    #expect(diagnostic { _ = try store.preview(.sample) }?.code == .caseReadOnly)
  }

  @Test("Reading changes nothing and leaves nothing behind")
  func noTraces() throws {
    let path = try folder.makeCase()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for mode in [CaseStore.Mode.readOnly, .readWrite] {
      _ = try CaseStore.open(at: path, mode: mode).readGraph()
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.backchannel"])
  }

  @Test("A read-only file in a read-only folder can be read")
  func readOnlyFolder() throws {
    let path = try folder.makeCase("a ?%.case")
    try folder.setPermissions(0o400, of: path)
    try folder.setPermissions(0o500, of: folder.path)
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.readGraph().graph == .sample)
    try store.checkIntegrity()
  }

  @Test("A read-only file or folder cannot be opened for writing", .enabled(if: !isRoot))
  func notWritable() throws {
    let path = try folder.makeCase()
    try folder.setPermissions(0o400, of: path)
    #expect(code(path) == .caseReadOnly)
    try folder.setPermissions(0o600, of: path)
    try folder.setPermissions(0o500, of: folder.path)
    #expect(code(path) == .caseReadOnly)
    #expect(
      diagnostic { _ = try CaseStore.create(at: folder.file("b")) }?.code == .fileUnwritable
    )
  }

  @Test(
    "Changes that a dead program left beside a read-only case are not overlooked",
    .enabled(if: !isRoot)
  )
  func unfinishedReadOnly() throws {
    let path = try folder.makeCase()
    try Data(count: 64).write(to: URL(fileURLWithPath: path + "-wal"))
    try folder.setPermissions(0o500, of: folder.path)
    #expect(code(path, .readOnly) == .caseReadOnly)
  }

  @Test("A file without permission to read is unreadable", .enabled(if: !isRoot))
  func noPermission() throws {
    let path = try folder.makeCase()
    try folder.setPermissions(0, of: path)
    #expect(code(path) == .fileUnreadable)
    #expect(code(path, .readOnly) == .fileUnreadable)
  }
}
