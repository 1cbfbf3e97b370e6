import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Drawing on the command line")
struct RenderTests {
  static let kinds: [[String]] = [
    [], ["M1"], ["pompeo"], ["--around", "Pompeo", "--hops", "2"],
    ["--around", "M1", "--around", "Schumer"], ["--path", "SVR head", "Schumer"],
    ["--event", "M1"], ["--event", "Pompeo's meeting with Russian intelligence chiefs"],
    ["--query", "MATCH (p:Person)-[:TOOK_PART_IN]->(m:Meeting) RETURN p, m"],
    [
      "--query", "MATCH (c:Claim)-[r:MADE_BY]->(p {name: $who}) RETURN c, r, p", "--param",
      "who=Russia",
    ],
    ["--query", "MATCH p = (:Person)-[:HOLDS]->(:Agency)-[:PART_OF]->(:Country) RETURN p"],
    ["--query", "MATCH (a)-[m:MET]->(b) RETURN collect({met: m}) AS found"],
    ["--diff", "2018-01-28", "2018-02-01"],
  ]

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("Every kind is drawn, the same each time, and summed up", arguments: kinds)
  func draws(kind: [String]) throws {
    let run = try sandbox.start(["render", "--demo", "-o", "a.svg"] + kind).finish()
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("Wrote a.svg: "), "\(run.errors)")
    #expect(run.errors.contains(" · dot · "), "\(run.errors)")
    #expect(run.errors.contains("hidden"), "\(run.errors)")
    let again = try sandbox.start(["render", "--demo", "-o", "b.svg"] + kind).finish()
    #expect(again.status == 0)
    #expect(try sandbox.read("a.svg") == sandbox.read("b.svg"))
  }

  @Test(
    "Contradictory or incomplete requests are refused with a remedy",
    arguments: [
      (["M1", "--around", "pompeo"], "different diagrams", "one at a time"),
      (["--path", "pompeo", "schumer", "--event", "M1"], "--path and --event", "one at a time"),
      (["--query", "RETURN 1", "--diff", "2018", "2019"], "--query and --diff", "one at a time"),
      (["--hops", "2"], "--hops counts", "--around NAME"),
      (["--around", "pompeo", "--hops", "0"], "--hops 0", "give 1"),
      (["--path", "pompeo"], "two names", "--path NAME NAME"),
      (["--through-hubs"], "--through-hubs is for", "--path"),
      (["--diff", "2018-01-28"], "two days", "--diff 2018"),
      (
        ["--diff", "2018", "2019", "--as-known", "2018"], "--diff says by itself",
        "leave --as-known"
      ),
      (["--event", "pompeo"], "there is no event", "search"),
      (["--around", "Q1"], "neither an event nor", "name a meeting"),
      (["--query", "MATCH (p:Person) RETURN p.name"], "plain values", "RETURN p, r, m"),
      (["--query", "CREATE (n:X) RETURN n"], "changes the graph", "fix:"),
      (["--query", "EXPLAIN MATCH (n) RETURN n"], "EXPLAIN", "leave EXPLAIN out"),
      (["--query", "MATCH (n RETURN n"], "error", "MATCH (n RETURN n"),
      (["--manifest"], "--manifest stands beside a file", "-o"),
    ] as [([String], String, String)]
  )
  func refusals(arguments: [String], words: String, remedy: String) throws {
    let run = try sandbox.start(["render", "--demo"] + arguments).finish()
    #expect(run.status == 2, "\(run.transcript)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains(remedy), "\(run.errors)")
  }

  @Test(
    "Where there is nothing to draw nothing is written, and the program says why",
    arguments: [
      (["--path", "pompeo", "Mike Pompeo"], "Both names mean Mike Pompeo"),
      (["--path", "pompeo", "midterms-2018"], "No path leads from"),
      (["--diff", "2017-01-01", "2017-02-01"], "Nothing became known or changed"),
      (["--query", "MATCH (n:Nothing) RETURN n"], "Nothing to draw"),
      (["--event", "M1", "--as-known", "2018-01-29"], "Nothing to draw"),
      (["--around", "pompeo", "--without", "story"], "Nothing to draw"),
    ] as [([String], String)]
  )
  func nothing(arguments: [String], words: String) throws {
    let run = try sandbox.start(["render", "--demo", "-o", "a.svg"] + arguments).finish()
    #expect(run.status == 1, "\(run.transcript)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(throws: (any Error).self) { try sandbox.read("a.svg") }
  }

  @Test("A path weaker than --min is drawn as such, and exits with 1 as 'path' does")
  func weakPath() throws {
    let run = try sandbox.run(
      "render",
      "--demo",
      "--path",
      "pompeo",
      "schumer",
      "--min",
      "confirmed",
      "-o",
      "a.svg"
    )
    #expect(run.status == 1)
    #expect(run.errors.contains("No path at strength confirmed or better."), "\(run.errors)")
    let text = String(decoding: try sandbox.read("a.svg"), as: UTF8.self)
    #expect(text.contains("No path is confirmed or stronger, as was asked"))
  }

  @Test("A graph without records of a case is drawn as boxes with labels and properties")
  func genericGraph() throws {
    #expect(try sandbox.run("init", "--case", "towns.backchannel").status == 0)
    let make =
      "CREATE (:City {name: 'Oslo', area: 454})-[:ROAD {km: 463}]->(:City {name: 'Bergen'})"
    #expect(try sandbox.run("query", make, "--case", "towns.backchannel").status == 0)
    let run = try sandbox.run(
      "render",
      "--case",
      "towns.backchannel",
      "-o",
      "towns.svg",
      "--query",
      "MATCH (a:City)-->(b) RETURN a, b"
    )
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("2 nodes, 1 line"), "\(run.errors)")
    let text = String(decoding: try sandbox.read("towns.svg"), as: UTF8.self)
      .replacing("&#160;", with: " ").replacing("\u{A0}", with: " ")
    for words in ["Oslo", "Bergen", "City", "area: 454", "ROAD", "km: 463"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  // MARK: - Manifest

  @Test("The manifest names the case, the question, the counts and the digests", arguments: kinds)
  func manifest(kind: [String]) throws {
    let folder = URL(filePath: sandbox.file("manifests"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let line = ["render", "--demo", "--manifest", "-o", "manifests/a.svg"] + kind
    let run = try sandbox.start(line).finish()
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("also manifests/a.manifest.json"), "\(run.errors)")
    let bytes = try sandbox.read("manifests/a.manifest.json")
    let json = try JSONReader.read(Array(bytes)).json
    #expect(json["case"]?["logPosition"] == 1)
    let svg = try sandbox.read("manifests/a.svg")
    #expect(json["output"]?["bytes"] == .integer(Int64(svg.count)))
    let sum = try sandbox.run("manifests/a.svg", executable: "/usr/bin/sha256sum")
    #expect(json["output"]?["sha256"] == .string(String(sum.output.prefix(64))))
    #expect(try sandbox.start(line).finish().status == 2, "both files exist already")
    #expect(try sandbox.start(line + ["--force"]).finish().status == 0)
    #expect(try sandbox.read("manifests/a.manifest.json") == bytes)
    switch try SchemaValidator.judge(folder, by: "data/schema/diagram.schema.json") {
    case .valid: break
    case .skipped(let reason): print("skipped: \(reason)")
    case .invalid(let faults): Issue.record("\(faults)")
    }
  }

  @Test("A manifest that exists keeps the drawing from being written, too")
  func existingManifest() throws {
    try sandbox.write("precious", to: "a.manifest.json")
    #expect(try sandbox.run("render", "--demo", "--manifest", "-o", "a.svg").status == 2)
    #expect(try sandbox.read("a.manifest.json") == Data("precious".utf8))
    #expect(throws: (any Error).self) { try sandbox.read("a.svg") }
  }

  // MARK: - The picture and the claims

  @Test("Every line of the picture is as strong as the claims say, and every fact has its line")
  func linesAndClaims() throws {
    let claims = try sandbox.run("claims", "--demo", "--json")
    let facts = try JSONReader.read(Array(claims.bytes)).json["facts"].elements
    let dot = try sandbox.run("render", "--demo", "--format", "dot").output
    let lines = dot.split(separator: "\n").filter { $0.contains("\"x-e1_2d") }
    var isDrawn: Set<String> = []
    for line in lines {
      let told = try #require(line.firstMatch(of: /"tooltip"="(.+?)\\n\S+ (\w+)/))
      let (text, status) = (String(told.1), String(told.2))
      isDrawn.insert(text)
      let fact = facts.first { $0["text"] == .string(text) }
      #expect(fact.map { $0["status"] == .string(status) } ?? (status == "open"), "\(text)")
      #expect(line.contains(" \(status)\""), "\(text): the line is not drawn as \(status)")
    }
    for fact in facts {
      guard case .string(let id) = fact["fact"], case .string(let text) = fact["text"],
        id.contains("/"), id.contains("#about/") == text.contains(/was about [A-Z]\d/),
        !["/part-of/", "/located-in/", "/represents/"].contains(where: id.contains)
      else { continue }
      #expect(isDrawn.contains(text), "\(text) has no line")
    }
    #expect(lines.count == 25)
  }

  @Test(
    "The picture of an event has the claims that 'claims' lists, each with its stance",
    arguments: ["M1", "M2", "M3", "V1", "E1", "E2", "S1", "S3", "S5"]
  )
  func testimony(event: String) throws {
    let claims = try sandbox.run("claims", event, "--demo", "--json")
    let listed = try JSONReader.read(Array(claims.bytes)).json["claims"].elements
    let dot = try sandbox.run("render", "--event", event, "--demo", "--format", "dot").output
    for claim in listed {
      guard case .string(let id) = claim["id"], case .string(let stance) = claim["stance"] else {
        Issue.record("\(claim)")
        continue
      }
      #expect(dot.contains("\"n-c-\(id)\" [\"class\"=\"claim \(stance)\""), "\(id)")
    }
    let carriers = Set(dot.matches(of: /reached us through (\w+)/).map { String($0.1) })
    let asks = Set(dot.matches(of: /"n-c-(\w+)" \["class"="claim asks"/).map { String($0.1) })
    let drawn = Set(dot.matches(of: /"n-c-(\w+)" \["class"/).map { String($0.1) })
    let ids = Set(
      listed.compactMap { claim in
        if case .string(let id) = claim["id"] { id } else { nil }
      }
    )
    #expect(drawn.subtracting(carriers).subtracting(asks) == ids.subtracting(carriers))
  }
}
