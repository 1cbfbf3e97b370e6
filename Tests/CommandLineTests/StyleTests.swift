import Foundation
import TestSupport
import Testing

@Suite("The options of style and timeline")
struct StyleTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("Every built-in style draws, each differently, and light is the default")
  func builtIn() throws {
    var drawings: Set<String> = []
    for style in ["light", "print", "high-contrast"] {
      let run = try sandbox.run("render", "--demo", "--format", "dot", "--style", style)
      #expect(run.status == 0, "\(run.transcript)")
      drawings.insert(run.output)
    }
    #expect(drawings.count == 3)
    #expect(drawings.contains(try sandbox.run("render", "--demo", "--format", "dot").output))
  }

  @Test("A style in a file changes what it names")
  func file() throws {
    try sandbox.write("extends: print\npage: {ground: \"#FFFEFD\"}\n", to: "mine.yaml")
    let run = try sandbox.run("render", "M1", "--demo", "--format", "svg", "--style", "mine.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.output.contains("#fffefd"))
  }

  @Test("A wrong style is told with its place and remedy, and nothing is written")
  func wrong() throws {
    let unknown = try sandbox.run("render", "--demo", "--style", "prnt", "-o", "x.svg")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean: print"), "\(unknown.transcript)")
    try sandbox.write("lines: {denid: {}}\n", to: "bad.yaml")
    let bad = try sandbox.run("render", "--demo", "--style", "bad.yaml", "-o", "x.svg")
    #expect(bad.status == 2)
    for words in ["bad.yaml:1:9: error:", "did you mean: denied", "fix: "] {
      #expect(bad.errors.contains(words), "\(bad.transcript)")
    }
    let missing = try sandbox.run("render", "--demo", "--style", "none.yaml", "-o", "x.svg")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no such file"), "\(missing.transcript)")
    #expect(!FileManager.default.fileExists(atPath: sandbox.file("x.svg")))
  }

  @Test("A timeline of the seed case counts what it draws", arguments: ["side", "person"])
  func timeline(lanes: String) throws {
    let run = try sandbox.run(
      "render",
      "--timeline",
      "--lanes",
      lanes,
      "--published",
      "--demo",
      "-o",
      "t.svg"
    )
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("12 nodes"), "\(run.transcript)")
    let svg = String(decoding: try sandbox.read("t.svg"), as: UTF8.self)
    for words in ["date not known", "M1 Pompeo", "[2018&#45;01&#45;22, 28]", "<title>Timeline: "] {
      #expect(svg.contains(words), "\(words)")
    }
    #expect(!svg.contains("<script") && !svg.contains("<image"))
  }

  @Test("A timeline follows names and filters")
  func timelineOfSomebody() throws {
    let run = try sandbox.run(
      "render",
      "Schumer",
      "--timeline",
      "--demo",
      "--format",
      "svg",
      "--as-known",
      "2018-02-01"
    )
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.output.contains("Timeline of Chuck Schumer"))
    #expect(run.output.contains("as known on 2018&#45;02&#45;01"), "\(run.output.suffix(3000))")
  }

  @Test(
    "Options that do not go together are refused",
    arguments: [
      ["--lanes", "side"], ["--published"], ["--timeline", "--lanes", "sides"],
      ["--timeline", "--event", "M1"], ["--timeline", "--engine", "dot"],
    ]
  )
  func usage(options: [String]) throws {
    let run = try sandbox.start(["render", "--demo", "--format", "svg"] + options).finish()
    #expect(run.status == 2, "\(run.transcript)")
    #expect(run.errors.contains("fix: "), "\(run.transcript)")
    #expect(run.output.isEmpty)
  }
}
