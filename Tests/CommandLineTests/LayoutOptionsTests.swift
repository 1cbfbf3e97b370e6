import Foundation
import TestSupport
import Testing

@Suite("Size, folds and places of diagrams on the command line")
struct LayoutOptionsTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Makes a case file with the built-in case.
  private func makeCase() throws {
    try sandbox.run("export", "--demo", "-o", "seed.json")
    try sandbox.run("init", "a.backchannel")
    let run = try sandbox.run("import", "seed.json", "--case", "a.backchannel")
    #expect(run.status == 0, "\(run.transcript)")
  }

  @Test("A fold by agency draws who met how often, and tells what is not in it")
  func fold() throws {
    let run = try sandbox.run("render", "--demo", "--fold", "agency", "-o", "a.svg")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("5 nodes, 5 lines") && run.errors.contains("8 other events"))
    let svg = String(decoding: try sandbox.read("a.svg"), as: UTF8.self)
    #expect(svg.contains("Contacts between agencies") && svg.contains("agency not known"))
  }

  @Test("Communities are found, and the same ones again")
  func communities() throws {
    let arguments = ["render", "--demo", "--fold", "community", "--format", "dot"]
    let first = try sandbox.start(arguments).finish()
    #expect(first.status == 0, "\(first.transcript)")
    #expect(first.output.contains("Sergey Naryshkin"))
    #expect(try sandbox.start(arguments).finish().output == first.output)
  }

  @Test("A cap leaves out the weakest, and says how many in the drawing and beside it")
  func cap() throws {
    let run = try sandbox.run("render", "--demo", "--max-nodes", "8", "-o", "a.svg")
    #expect(run.status == 0)
    #expect(run.errors.contains("not drawn for lack of room: "), "\(run.errors)")
    let svg = String(decoding: try sandbox.read("a.svg"), as: UTF8.self)
    #expect(svg.contains("not drawn for lack of room: "))
    let all = try sandbox.run("render", "--demo", "--max-nodes", "0", "-o", "b.svg")
    #expect(!all.errors.contains("lack of room"))
  }

  @Test("With --pin a new event leaves everybody where they were")
  func pin() throws {
    try makeCase()
    let first = try places(in: "1.json")
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: spy-chiefs-2018, title: Who met the Russian spy chiefs in January 2018?}
      entities: [{id: newcomer, type: Person, name: A Newcomer}]
      events:
        - {id: M9, type: Meeting, title: A dinner, participants: [newcomer, pompeo, naryshkin]}
      """,
      to: "more.yaml"
    )
    try sandbox.run("import", "more.yaml", "--case", "a.backchannel")
    let second = try places(in: "2.json")
    #expect(second["n-newcomer"] != nil && second.count > first.count)
    let origin = try #require(first["n-pompeo"])
    let moved = try #require(second["n-pompeo"])
    for (name, place) in first {
      let now = try #require(second[name])
      let shift = (now.x - place.x - moved.x + origin.x, now.y - place.y - moved.y + origin.y)
      #expect(abs(shift.0) < 1 && abs(shift.1) < 1, "\(name) moved by \(shift)")
    }
    let log = try sandbox.run("log", "--case", "a.backchannel")
    #expect(!log.output.contains("render"))
  }

  private func places(in file: String) throws -> [String: (x: Double, y: Double)] {
    let run = try sandbox.run(
      "render",
      "--pin",
      "--case",
      "a.backchannel",
      "--format",
      "json0",
      "-o",
      file
    )
    #expect(run.status == 0, "\(run.transcript)")
    let root = try JSONSerialization.jsonObject(with: try sandbox.read(file)) as? [String: Any]
    var places: [String: (x: Double, y: Double)] = [:]
    for object in root?["objects"] as? [[String: Any]] ?? [] {
      guard let name = object["name"] as? String, let pos = object["pos"] as? String else {
        continue
      }
      let numbers = pos.split(separator: ",").compactMap { Double($0) }
      if numbers.count == 2 { places[name] = (numbers[0], numbers[1]) }
    }
    return places
  }

  @Test(
    "What makes no sense is a clear error",
    arguments: [
      (["--demo", "--pin"], "read in memory"), (["--demo", "--fold", "agencies"], "is not a fold"),
      (["--demo", "--max-nodes", "3001"], "up to 3000"),
      (["--demo", "--max-nodes=-1"], "up to 3000"),
      (["--demo", "--look", "blobs"], "is not a look"),
      (["M1", "--demo", "--fold", "agency"], "--fold draws the whole case"),
      (["--demo", "--format", "x11"], "is not a format"), (["--demo", "--format", "tk"], "is not"),
      (["--demo", "--engine", "nop"], "is not an engine"),
      (["--pin", "--engine", "dot"], "--engine lays out anew"),
    ]
  )
  func errors(arguments: [String], words: String) throws {
    let run = try sandbox.start(["render"] + arguments).finish()
    #expect(run.status == 2, "\(run.transcript)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("A fold by community keeps no places, and says so")
  func noPlaces() throws {
    try makeCase()
    let run = try sandbox.run(
      "render",
      "--pin",
      "--fold",
      "community",
      "--case",
      "a.backchannel",
      "-o",
      "a.svg"
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("no places to keep"), "\(run.errors)")
  }
}
