import Foundation
import TestSupport
import Testing

@Suite("Hostile files on the command line")
struct HostileDocumentTests {
  static let files: [String] = ["yaml", "json"].flatMap { kind -> [String] in
    let folder = Repository.path("data/hostile/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".\(kind)") }.sorted().map { folder + "/" + $0 }
  }

  @Test("There is a corpus")
  func corpus() { #expect(Self.files.count >= 25) }

  @Test("check and import refuse every hostile file with an error, and the case stays")
  func refuse() throws {
    let sandbox = try Sandbox()
    try sandbox.run("init")
    let before = try sandbox.run("export").bytes
    for file in Self.files {
      let check = try sandbox.run("check", file)
      #expect(check.status == 2, "\(file)\n\(check.transcript)")
      #expect(check.output.contains("error:"), "\(file)\n\(check.transcript)")
      let run = try sandbox.run("import", file)
      #expect(run.status == 2, "\(file)\n\(run.transcript)")
    }
    #expect(try sandbox.run("export").bytes == before)
  }

  @Test("A name that would move the cursor or turn the text around is printed harmlessly")
  func controlCharacters() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: x, title: X}
      entities: [{id: eve, type: Person, name: "Eve\\e[2J\\u202Eevil"}]
      """,
      to: "case.yaml"
    )
    for format in ["table", "tsv"] {
      let run = try sandbox.run("search", "--case", "case.yaml", "--format", format)
      #expect(run.status == 0, "\(run.transcript)")
      #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
      #expect(run.output.contains("Eve\\u{1B}[2J\\u{202E}evil"), "\(run.output)")
    }
  }
}
