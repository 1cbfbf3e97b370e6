import Foundation
import TestSupport
import Testing

@Suite("Conventions of the command line")
struct ConventionTests {
  static let verbs = [
    "demo", "init", "map", "import", "check", "who-met", "met", "path", "timeline", "profile",
    "claims",
    "conflicts", "questions", "diff", "search", "query", "stats", "render", "dossier", "export",
    "formats", "log", "undo", "redo", "index",
  ]
  static let answers: [[String]] = [
    ["who-met", "Mike Pompeo"], ["met", "pompeo", "naryshkin"], ["path", "pompeo", "schumer"],
    ["timeline"], ["profile", "naryshkin"], ["claims", "M1", "--tree"], ["claims"], ["conflicts"],
    ["questions"], ["diff", "2018-01-28", "2018-02-01"], ["search", "naryshkin"], ["stats"],
  ]

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("Without a verb the program says what there is to do")
  func greeting() throws {
    let run = try sandbox.run()
    #expect(run.status == 0)
    #expect(run.output.contains("backchannel demo"))
  }

  @Test("Help of every verb shows an example that runs", arguments: verbs)
  func help(verb: String) throws {
    let help = try sandbox.run(verb, "--help")
    #expect(help.status == 0)
    let examples = help.output.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    .filter { $0.hasPrefix("backchannel ") && $0.contains(verb) && !$0.contains("...") }
    .filter { !$0.hasPrefix("backchannel \(verb) [<options>]") }
    #expect(!examples.isEmpty, "\(help.output)")
    if verb != "init" { try prepareCase(isUndone: verb == "redo") }
    for example in examples {
      let command = example.replacing("backchannel ", with: "\"$PROGRAM\" ", maxReplacements: 1)
      let run = try sandbox.run(
        "-c",
        command,
        environment: ["PROGRAM": try builtExecutable()],
        executable: "/bin/sh"
      )
      #expect(run.status == 0 || run.status == 1, "\(example)\n\(run.transcript)")
    }
  }

  /// What the examples of the verbs that work on a case of one's own find in their folder.
  private func prepareCase(isUndone: Bool) throws {
    let seed = Repository.path("data/spy-chiefs-2018/case.yaml")
    try FileManager.default.copyItem(atPath: seed, toPath: sandbox.file("story.yaml"))
    try sandbox.run("init", "--case", "case.backchannel")
    try sandbox.run("import", "story.yaml")
    try sandbox.run("import", "-", input: Self.smallChange)
    try sandbox.write(
      """
      id,role,who,name,start_date,end_date,country_id,country,locale,remarks,file
      1,secretary,doe,Jane Doe,2018-03-05,2018-03-06,france,France,Paris,Met with Ann Lee.,doe.xml

      """,
      to: "trips.csv"
    )
    if isUndone { try sandbox.run("undo") }
  }

  private static let smallChange = """
    format: backchannel-case
    version: 1
    case: {id: more, title: More}
    sources: [{id: tabloid, title: A tabloid}]
    """

  @Test("Every answer is JSON with its name, its filter and evidence", arguments: answers)
  func json(verb: [String]) throws {
    let run = try sandbox.start(verb + ["--demo", "--json"]).finish()
    #expect(run.status == 0, "\(run.transcript)")
    #expect(try run.json["answer"] as? String == verb[0])
    #expect(try run.json["filter"] is [String: Any])
    #expect(run.output.contains("\"claims\"") || verb[0] == "search")
  }

  @Test("In a pipe every answer is tab-separated, without colour", arguments: answers)
  func pipe(verb: [String]) throws {
    let run = try sandbox.start(verb + ["--demo"]).finish()
    #expect(run.output.contains("\t"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("With --ascii signs and lines need nothing beyond ASCII", arguments: answers)
  func ascii(verb: [String]) throws {
    let run = try sandbox.start(verb + ["--demo", "--ascii", "--format", "table"]).finish()
    let others = Set(run.output.unicodeScalars.filter { !$0.isASCII }.map(String.init))
    #expect(others.isEmpty, "\(others)")
  }

  @Test("Every answer is the same each time", arguments: answers)
  func stable(verb: [String]) throws {
    for format in ["table", "tsv", "json"] {
      let arguments = verb + ["--demo", "--format", format]
      let first = try sandbox.start(arguments).finish()
      let second = try sandbox.start(arguments).finish()
      #expect(first.bytes == second.bytes, "\(arguments)")
    }
  }

  @Test("What is printed on a terminal is what was recorded", arguments: answers)
  func golden(verb: [String]) throws {
    let run = try sandbox.start(verb + ["--demo", "--format", "table"]).finish()
    let name = verb.joined(separator: "-").replacing(" ", with: "-").replacing("--", with: "-")
    let difference = try GoldenFile.difference(
      run.output,
      from: "Tests/CommandLineTests/Golden/\(name).txt"
    )
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("A reader that goes early is no error")
  func brokenPipe() throws {
    let run = try sandbox.run(
      "-c",
      "\"$PROGRAM\" export --demo | head -c 10; echo \"${PIPESTATUS[0]}\"",
      environment: ["PROGRAM": try builtExecutable()],
      executable: "/bin/bash"
    )
    #expect(run.output.hasSuffix("0\n"), "\(run.transcript)")
    #expect(run.errors.isEmpty, "\(run.errors)")
  }

  @Test("Colour comes on request and goes with --no-color")
  func color() throws {
    let colored = try sandbox.run("stats", "--demo", "--format", "table", "--color")
    #expect(colored.output.contains("\u{1B}["))
    let plain = try sandbox.run("stats", "--demo", "--format", "table", "--no-color")
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test(
    "A wrong command line exits 2 and says how to put it right",
    arguments: [
      (["who-mett"], "did you mean", "who-met"), (["who-met", "--demo"], "missing", "name"),
      (["who-met", "pompeo", "--demo", "--min", "confrmed"], "confirmed", "fix:"),
      (["who-met", "pompeo", "--demo", "--as-known", "31.1.2018"], "2018-01-31", "fix:"),
      (["who-met", "pompeo", "--demo", "--from", "2019", "--to", "2018"], "later", "fix:"),
      (["who-met", "pompeo", "--demo", "--without", "no-such"], "no source", "story"),
      (["who-met", "pompeo", "--demo", "--case", "x"], "exclude", "usage"),
      (["render", "--demo", "-o", "x.docx"], "svg", "fix:"),
      (["render", "Q1", "--demo"], "neither an event nor", "fix:"),
      (["export", "--demo", "--format", "nod-link"], "node-link", "fix: one of json, dot"),
      (["export", "--demo", "--format", "tables"], "needs a folder", "fix:"),
      (["who-met", "nobody-at-all", "--demo"], "there is no", "fix:"),
      (["who-met", "pompeo"], "no such case", "backchannel init"),
    ] as [([String], String, String)]
  )
  func usage(arguments: [String], words: String, remedy: String) throws {
    let run = try sandbox.start(arguments).finish()
    #expect(run.status == 2, "\(run.transcript)")
    #expect(run.output.isEmpty)
    #expect(run.errors.lowercased().contains(words.lowercased()), "\(run.errors)")
    #expect(run.errors.lowercased().contains(remedy.lowercased()), "\(run.errors)")
  }
}
