import Foundation
import TestSupport
import Testing

/// Imports whole registers by the mappings that come with the program; each test skips, and says
/// so, where the register is not there.
@Suite("Registers by the mappings that come with the program")
struct RegisterImportTests {
  private func file(_ path: String) -> String? {
    let root =
      ProcessInfo.processInfo.environment["BACKCHANNEL_SHARED"].map(URL.init(fileURLWithPath:))
      ?? Repository.root.appending(path: "../shared").standardized
    let file = root.appending(path: "datasets/\(path)").path
    if FileManager.default.fileExists(atPath: file) { return file }
    print("skipped: \(file) is not there; set BACKCHANNEL_SHARED to the folder of datasets")
    return nil
  }

  @Test("Whom a secretary of state met is found with a claim each, in any script")
  func travels() throws {
    guard let trips = file("us-state-travels/trips.csv") else { return }
    let sandbox = try Sandbox()
    let imported = try sandbox.run("import", trips, "--mapping", "us-state-travels")
    #expect(imported.status == 0, "\(imported.transcript)")
    let met = try sandbox.run("who-met", "Mike Pompeo", "--format", "json")
    #expect(met.status == 0, "\(met.transcript.prefix(2000))")
    for name in ["Sergey Lavrov", "Vladimir Putin", "Taro Kono", "Kyriakos Mitsotakis"] {
      #expect(met.output.contains(name), "\(name)")
    }
    let found = try sandbox.run("search", "Сергей Лавров")
    #expect(found.status == 0 && found.output.contains("Sergey Lavrov"), "\(found.transcript)")
    let lavrov = try sandbox.run("who-met", "Сергей Лавров", "--format", "json")
    #expect(lavrov.output.contains("Michael R. Pompeo"), "\(lavrov.transcript.prefix(2000))")
  }

  @Test(
    "Every register goes in",
    arguments: [
      ("icews14", "icews14/icews_2014_test.txt"), ("gdelt-events", "gdelt-sample/events_v2.tsv"),
      ("gdelt-events-1", "gdelt-sample/events_v1.tsv"), ("trumpworld", "trumpworld/trumpworld.csv"),
      ("name-bench", "name-bench/cases.csv"),
    ]
  )
  func registers(mapping: String, path: String) throws {
    guard let register = file(path) else { return }
    let sandbox = try Sandbox()
    let rejects = sandbox.file("rejects.csv")
    let run = try sandbox.run("import", register, "--mapping", mapping, "--rejects", rejects)
    #expect(run.status == 0, "\(run.transcript.prefix(2000))")
  }

  @Test("Mentions add claims to the events that went in before and change none")
  func mentions() throws {
    guard let events = file("gdelt-sample/events_v2.tsv"),
      let mentions = file("gdelt-sample/mentions_v2.tsv")
    else { return }
    let sandbox = try Sandbox()
    let rejects = sandbox.file("rejects.csv")
    try sandbox.run("import", events, "--mapping", "gdelt-events", "--rejects", rejects)
    let query = "MATCH (e:Event) WHERE e.title STARTS WITH 'Event ' RETURN count(e) AS n"
    let before = try sandbox.run("query", query, "--format", "json")
    let run = try sandbox.run("import", mentions, "--mapping", "gdelt-mentions")
    #expect(run.status == 0, "\(run.transcript.prefix(2000))")
    // 87 events are mentioned, 52 of them are in the sample of 100.
    let after = try sandbox.run("query", query, "--format", "json")
    #expect(before.output != after.output)
    #expect(after.output.contains("35"), "\(after.transcript)")
  }

  private func importOfDiary(_ rows: String, in sandbox: Sandbox) throws -> String {
    try sandbox.write("id,date,who,remark\n" + rows, to: "diary.csv")
    let mapping = """
      format: backchannel-mapping
      version: 1
      case: {id: diary, title: Diary}
      source: {id: diary, title: Diary, publisher: Ministry of Examples}
      events:
        - {key: "{id}", date: "{date}", participants: "{who}", note: "{remark}"}

      """
    try sandbox.write(mapping, to: "diary.yaml")
    return try sandbox.run("import", "diary.csv", "--mapping", "diary.yaml").errors
  }

  @Test("Notes of the later rows of an event stand with their claims; words for dates are counted")
  func laterNotes() throws {
    let sandbox = try Sandbox()
    let rows = "1,2020-01-01,Ann Lee,first words\n1,after Easter,Bob Ray,second words\n"
    let report = try importOfDiary(rows, in: sandbox)
    #expect(report.contains("2 read = 1 taken + 1 merged"), "\(report)")
    #expect(report.contains("1 row with words that are no date"), "\(report)")
    let export = try sandbox.run("export").output
    for words in ["first words", "second words", "Date as written: after Easter"] {
      #expect(export.contains(words), "\(words)")
    }
  }

  @Test("A day that may be a month is no date, whatever stands beside it")
  func ambiguousDays() throws {
    let rows = """
      1,2/12/2020 10:30,Ann Lee,
      2,du 01/07/2020 au 05/07/2020,Bob Ray,
      3,13/7/2020,Carl Orr,

      """
    let report = try importOfDiary(rows, in: try Sandbox())
    #expect(report.contains("3 read = 1 taken + 0 merged + 2 rejected"), "\(report)")
    #expect(report.contains("declare which is first"), "\(report)")
  }

  @Test("The commands of the documentation run on its table")
  func tutorial() throws {
    let text = try String(
      contentsOfFile: Repository.path("data/mappings/README.md"),
      encoding: .utf8
    )
    let sandbox = try Sandbox()
    try sandbox.write(try #require(blocks("csv", of: text).first), to: "diary.csv")
    for (index, mapping) in [nil, 0, blocks("yaml", of: text).count - 1].enumerated() {
      // The first commands are those that propose a mapping.
      if let mapping { try sandbox.write(blocks("yaml", of: text)[mapping], to: "diary.yaml") }
      let commands = blocks("sh", of: text)[index].split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("backchannel ") }
      #expect(!commands.isEmpty)
      for command in commands {
        let run = try sandbox.run(
          "-c",
          command.replacing("backchannel ", with: "\"$PROGRAM\" ", maxReplacements: 1),
          environment: ["PROGRAM": try builtExecutable()],
          executable: "/bin/sh"
        )
        #expect(run.status == 0, "\(command)\n\(run.transcript)")
      }
      guard mapping == nil else { continue }
      let run = try sandbox.run("import", "diary.csv", "--mapping", "diary.yaml", "-n")
      #expect(run.errors.contains("10 read = 8 taken"), "\(run.transcript)")
    }
  }

  private func blocks(_ language: String, of text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap { rest in
      rest.components(separatedBy: "```").first
    }
  }
}
