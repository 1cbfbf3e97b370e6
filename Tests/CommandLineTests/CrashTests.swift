import Foundation
import TestSupport
import Testing

@Suite("Killed at any moment", .serialized)
struct CrashTests {
  /// How long the program runs before it is killed, in microseconds: from start to well past the
  /// commit, so that some kills come before, some during, and some after it.
  static let delays: [useconds_t] = (0..<24).map { 1_000 + 6_000 * $0 }

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("A killed import leaves the case as it was or whole")
  func importing() throws {
    try sandbox.run("init")
    let empty = try sandbox.run("export").bytes
    var whole: Data?
    var outcomes: Set<Bool> = []
    for delay in Self.delays {
      try killed(["import", CaseFileTests.seed], after: delay)
      let found = try checkedExport()
      let isEmpty = found == empty
      outcomes.insert(isEmpty)
      if !isEmpty {
        if let whole { #expect(found == whole) }
        whole = found
        // What was committed is in the log, and can be taken back.
        #expect(try sandbox.run("undo").status == 0)
        #expect(try checkedExport() == empty)
      }
    }
    if whole != nil { #expect(whole == (try sandbox.run("export", "--demo").bytes)) }
    print("kills before and after the commit:", outcomes.count == 2 ? "both seen" : "\(outcomes)")
  }

  @Test("A killed undo leaves the case as it was or taken back")
  func undoing() throws {
    try sandbox.run("init")
    let empty = try sandbox.run("export").bytes
    try sandbox.run("import", CaseFileTests.seed)
    let whole = try sandbox.run("export").bytes
    for delay in Self.delays {
      try killed(["undo"], after: delay)
      let found = try checkedExport()
      #expect(found == whole || found == empty)
      if found == empty { #expect(try sandbox.run("redo").status == 0) }
      #expect(try checkedExport() == whole)
    }
  }

  @Test("A killed import of a register of unknown size leaves the case as it was or whole")
  func register() throws {
    try sandbox.run("init")
    let mapping = """
      format: backchannel-mapping
      version: 1
      source: {id: diary, title: Diary, publisher: Office, publisherKind: government}
      events: [{key: ["{id}"], date: "{date}", participants: ["{host}", "{guest}"]}]

      """
    try sandbox.write(mapping, to: "map.yaml")
    var rows = "id,date,host,guest\n"
    for row in 0..<600 { rows += "\(row),2018-01-\(10 + row % 9),Host \(row % 7),Guest \(row)\n" }
    let arguments = ["import", "-", "--mapping", "map.yaml"]
    let empty = try sandbox.run("export").bytes
    var outcomes: Set<Bool> = []
    for delay in Self.delays {
      try killed(arguments, after: delay * 8, input: rows)
      let isEmpty = try checkedExport() == empty
      outcomes.insert(isEmpty)
      guard !isEmpty else { continue }
      let log = try sandbox.run("log", "2")
      #expect(log.output.contains("records"), "\(log.transcript)")
      #expect(try sandbox.run("undo").status == 0)
      #expect(try checkedExport() == empty)
      break
    }
    print("kills before and after the commit:", outcomes.count == 2 ? "both seen" : "\(outcomes)")
  }

  @Test("A killed build of the index leaves the old one or the new one, and the answer right")
  func indexing() throws {
    try sandbox.run("init")
    try sandbox.run("import", CaseFileTests.seed)
    let query = "MATCH (a)-[r]->(b) RETURN count(*), count(DISTINCT a), count(r.role)"
    let expected = try sandbox.run("query", query).output
    for delay in Self.delays {
      try killed(["index", "--rebuild"], after: delay)
      let run = try sandbox.run("query", query)
      #expect(run.status == 0 && run.output == expected, "\(run.transcript)")
    }
    #expect(try sandbox.run("index", "--rebuild").output.contains("up to log entry"))
    let folder = URL(fileURLWithPath: sandbox.file("case.backchannel")).deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix("case.backchannel-index-") }, "\(names)")
    #expect(try sandbox.run("query", query).output == expected)
    #expect(try sandbox.run("check").status == 0)
  }

  private func killed(
    _ arguments: [String],
    after delay: useconds_t,
    input: String = ""
  ) throws {
    let program = try sandbox.start(arguments, input: input)
    usleep(delay)
    kill(program.process.processIdentifier, SIGKILL)
    _ = try program.finish()
  }

  /// The export, after the file has passed every check.
  private func checkedExport() throws -> Data {
    let check = try sandbox.run("check")
    #expect(check.status == 0, "\(check.transcript)")
    let export = try sandbox.run("export")
    #expect(export.status == 0, "\(export.transcript)")
    return export.bytes
  }
}
