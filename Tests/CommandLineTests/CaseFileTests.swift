import Foundation
import TestSupport
import Testing

@Suite("Case files on the command line")
struct CaseFileTests {
  static let seed = Repository.path("data/spy-chiefs-2018/case.yaml")

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("A case is made, filled, asked, exported, and restored byte for byte")
  func roundTrip() throws {
    #expect(try sandbox.run("init", "harbour", "--title", "Harbour").status == 0)
    let used = ["BACKCHANNEL_CASE": "harbour.backchannel"]
    #expect(try sandbox.run("import", Self.seed, environment: used).status == 0)
    #expect(try sandbox.run("who-met", "pompeo", environment: used).status == 0)
    let first = try sandbox.run("export", environment: used)
    try first.bytes.write(to: URL(fileURLWithPath: sandbox.file("first.json")))
    #expect(try sandbox.run("init", "second").status == 0)
    let second = ["BACKCHANNEL_CASE": "second.backchannel"]
    #expect(try sandbox.run("import", "first.json", environment: second).status == 0)
    #expect(try sandbox.run("export", environment: second).bytes == first.bytes)
    #expect(try sandbox.run("export", "--case", "first.json").bytes == first.bytes)
    #expect(try sandbox.run("export", "--demo").bytes == first.bytes)
  }

  @Test("A dry run of every verb that writes changes nothing")
  func dryRun() throws {
    #expect(try sandbox.run("init", "-n").errors.contains("Nothing was written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path).isEmpty)
    try sandbox.run("init")
    let empty = try sandbox.run("export").bytes
    let preview = try sandbox.run("import", "-n", Self.seed)
    #expect(preview.errors.contains("would be added"), "\(preview.transcript)")
    #expect(try sandbox.run("export").bytes == empty)
    try sandbox.run("import", Self.seed)
    let full = try sandbox.run("export").bytes
    #expect(try sandbox.run("undo", "-n").errors.contains("Nothing was written"))
    #expect(try sandbox.run("export").bytes == full)
    try sandbox.run("undo")
    #expect(try sandbox.run("redo", "-n").errors.contains("Nothing was written"))
    #expect(try sandbox.run("export").bytes == empty)
  }

  @Test("The log says who changed what, when and why, and undo and redo go both ways")
  func log() throws {
    try sandbox.run("init")
    let author = ["BACKCHANNEL_AUTHOR": "Edda Editor"]
    try sandbox.run("import", Self.seed, "--why", "second reading", environment: author)
    let full = try sandbox.run("export").bytes
    #expect(try sandbox.run("undo").status == 0)
    #expect(try sandbox.run("who-met", "pompeo").status == 2)
    #expect(try sandbox.run("redo").status == 0)
    #expect(try sandbox.run("export").bytes == full)
    let log = try sandbox.run("log", "--json")
    let entries = try #require(try log.json["entries"] as? [[String: Any]])
    #expect(entries.compactMap { $0["verb"] as? String } == ["redo", "undo", "import", "init"])
    #expect(entries[2]["who"] as? String == "Edda Editor")
    #expect(entries[2]["why"] as? String == "second reading")
    let changes = try sandbox.run("log", "2", "--format", "tsv")
    #expect(changes.output.contains("Sergey Naryshkin"))
    #expect(try sandbox.run("log", "99").status == 1)
    #expect(try sandbox.run("undo", "99").status == 2)
  }

  @Test("An import with a broken reference changes nothing and names the place")
  func brokenImport() throws {
    try sandbox.run("init")
    let before = try sandbox.run("export").bytes
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: broken, title: Broken}
      entities:
        - {id: vance, type: Person, name: Eleanor Vance}
      events:
        - {id: M1, type: Meeting, title: Tea, participants: [vanc]}
      """,
      to: "broken.yaml"
    )
    let run = try sandbox.run("import", "broken.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("broken.yaml:7:"), "\(run.errors)")
    #expect(run.errors.contains("did you mean: vance"), "\(run.errors)")
    #expect(try sandbox.run("export").bytes == before)
  }

  @Test("A second document adds to a case and replaces records with the same id")
  func secondImport() throws {
    try sandbox.run("init")
    try sandbox.run("import", Self.seed)
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: spy-chiefs-2018, title: Who met the Russian spy chiefs in January 2018?}
      sources: [{id: gazette, title: A later story, published: 2018-03-01}]
      claims:
        - {id: c100, claimant: naryshkin, stance: denies, about: M1/naryshkin, source: gazette}
      """,
      to: "more.yaml"
    )
    #expect(try sandbox.run("import", "more.yaml").status == 0)
    let now = try sandbox.run("met", "pompeo", "naryshkin", "--format", "table")
    #expect(now.output.contains("disputed"), "\(now.output)")
    let then = try sandbox.run(
      "met",
      "pompeo",
      "naryshkin",
      "--format",
      "table",
      "--as-known",
      "2018-02-01"
    )
    #expect(then.output.contains("Nobody confirms"), "\(then.output)")
    let diff = try sandbox.run("diff", "2018-02-01", "2018-03-01", "--format", "tsv")
    #expect(
      diff.output.contains("weaker\tweaker\tSergey Naryshkin took part in M1"),
      "\(diff.output)"
    )
  }

  @Test("A public export holds nothing confidential and says how many answers it changes")
  func publicExport() throws {
    try sandbox.run("init")
    try sandbox.run("import", Self.seed)
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: c, title: C}
      entities: [{id: whisper, type: Person, name: Wilma Whisper}]
      sources: [{id: secret-source, title: Secret notes, confidential: true}]
      claims:
        - {id: c200, claimant: whisper, stance: asserts, about: M1/naryshkin, source: secret-source}
      """,
      to: "secret.yaml"
    )
    #expect(try sandbox.run("import", "secret.yaml").status == 0)
    let whole = try sandbox.run("export")
    #expect(whole.output.contains("Wilma Whisper"))
    let edition = try sandbox.run("export", "--public")
    #expect(edition.status == 0)
    for word in ["Whisper", "whisper", "secret", "c200"] {
      #expect(!edition.output.contains(word), "\(word)")
    }
    #expect(edition.errors.contains("Left out: 1 claim, 1 source"), "\(edition.errors)")
    #expect(edition.errors.contains("answer"), "\(edition.errors)")
  }

  @Test("A file that is no case is named, with what to do")
  func foreign() throws {
    try sandbox.write("not a case", to: "case.backchannel")
    let run = try sandbox.run("stats")
    #expect(run.status == 2)
    #expect(run.errors.contains("not a case"), "\(run.errors)")
    #expect(run.errors.contains("fix:"))
    #expect(try sandbox.run("init").status == 2)
    #expect(try sandbox.read("case.backchannel") == Data("not a case".utf8))
  }

  @Test("render and export keep a file that exists unless told to replace it")
  func overwrite() throws {
    try sandbox.write("precious", to: "case.svg")
    #expect(try sandbox.run("render", "--demo", "-o", "case.svg").status == 2)
    #expect(try sandbox.read("case.svg") == Data("precious".utf8))
    #expect(try sandbox.run("render", "--demo", "-o", "case.svg", "--force").status == 0)
    for (format, magic) in [("png", "\u{89}PNG"), ("pdf", "%PDF"), ("dot", "digraph")] {
      let run = try sandbox.run("render", "--demo", "-o", "d.\(format)")
      #expect(run.status == 0, "\(run.transcript)")
      let start = String(decoding: try sandbox.read("d.\(format)").prefix(12), as: UTF8.self)
      #expect(start.contains(magic.suffix(3)), "\(format): \(start)")
    }
  }

  @Test("demo --save keeps the seed case as a file")
  func saveDemo() throws {
    #expect(try sandbox.run("demo", "--save", "case.backchannel").status == 0)
    #expect(try sandbox.run("who-met", "SVR head").status == 0)
    #expect(try sandbox.run("demo", "--save", "case.backchannel").status == 2)
  }

  @Test("An export of what is strong enough says the same of it as the whole case does")
  func strongExport() throws {
    let export = try sandbox.run("export", "--demo", "--min", "confirmed", "-o", "strong.json")
    #expect(export.status == 0, "\(export.transcript)")
    #expect(try sandbox.run("check", "strong.json").status == 0)
    let whole = try sandbox.run("who-met", "pompeo", "--demo", "--min", "confirmed", "--json")
    let strong = try sandbox.run("who-met", "pompeo", "--case", "strong.json", "--json")
    for run in [whole, strong] {
      let rows = try #require(try run.json["rows"] as? [[String: Any]])
      #expect(rows.count == 1)
      #expect((rows.first?["evidence"] as? [String: Any])?["status"] as? String == "confirmed")
    }
  }
}
