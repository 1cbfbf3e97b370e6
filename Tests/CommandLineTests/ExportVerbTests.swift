import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("The verb export")
struct ExportVerbTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let secret = """
    format: backchannel-case
    version: 1
    case: {id: secret, title: Secret}
    entities:
      - {id: wada, type: Person, name: Hanako Wada}
      - {id: okoro, type: Person, name: Chidi Okoro}
      - {id: unseen9, type: Person, name: Nobody Knows}
    sources:
      - {id: letter, title: A letter nobody may see, confidential: true}
      - {id: paper, title: A paper, published: 2020-01-02}
    events:
      - {id: E1, type: Meeting, title: Lunch, date: {edtf: 2020-01-01, id: E1-date}, participants: [wada, okoro]}
      - {id: EVT9, type: Meeting, title: Dinner in hiding, participants: [wada, unseen9]}
    claims:
      - {id: c1, claimant: wada, stance: asserts, about: E1, source: paper}
      - {id: c2, claimant: unseen9, stance: asserts, about: EVT9, source: letter}
      - {id: c3, claimant: okoro, stance: asserts, about: E1-date, source: letter}

    """

  /// The names of the formats that are written, and whether each is a folder.
  private func formats() throws -> [(name: String, isFolder: Bool)] {
    let listed = try sandbox.run("formats", "--json").json["formats"] as? [[String: Any]] ?? []
    return listed.filter { $0["writes"] as? Bool == true }.compactMap { format in
      (format["name"] as? String).map { ($0, format["isFolder"] as? Bool == true) }
    }
  }

  /// Everything that an export wrote.
  private func exported(_ name: String, _ arguments: [String]) throws -> String {
    let out = "out-\(UUID().uuidString)"
    let run = try sandbox.start(["export", "--format", name, "-o", out] + arguments).finish()
    try #require(run.status == 0, "\(name): \(run.transcript)")
    let files = FileManager.default.subpaths(atPath: sandbox.file(out)) ?? []
    let texts = try (files.isEmpty ? [out] : files.map { out + "/" + $0 }).map {
      String(decoding: try sandbox.read($0), as: UTF8.self)
    }
    return texts.joined()
  }

  @Test("A public export of any format holds nothing confidential")
  func confidential() throws {
    try sandbox.write(Self.secret, to: "secret.yaml")
    for (name, _) in try formats() {
      for shape in ["records", "events", "met"] {
        let whole = try exported(name, ["--case", "secret.yaml", "--shape", shape])
        #expect(whole.contains("Wada"), "\(name)")
        let edition = try exported(name, ["--case", "secret.yaml", "--public", "--shape", shape])
        #expect(edition.contains("Wada"), "\(name)")
        for word in ["Nobody Knows", "hiding", "nobody may see", "unseen9", "EVT9", "2020-01-01"] {
          #expect(!edition.contains(word), "\(name) --shape \(shape) tells of '\(word)'")
        }
      }
    }
  }

  @Test("What queries made goes into a public export unless it is marked confidential")
  func others() throws {
    try sandbox.write(Self.secret, to: "secret.yaml")
    try sandbox.run("init")
    try sandbox.run("import", "secret.yaml")
    let query = """
      MATCH (w:Person {name: 'Hanako Wada'}), (h:Person {name: 'Nobody Knows'})
      CREATE (s:Ship {name: 'Ever Open'})-[:NEAR]->(w), (s)-[:UNDER]->(h),
        (:Ship {name: 'Ever Closed', confidential: true})-[:BESIDE]->(s)
      SET w.score = 7
      """
    let run = try sandbox.run("query", query)
    try #require(run.status <= 1, "\(run.transcript)")
    for name in ["node-link", "tables"] {
      let whole = try exported(name, [])
      for word in ["Ever Open", "Ever Closed", "NEAR", "UNDER", "BESIDE", "score"] {
        #expect(whole.contains(word), "\(name) lacks '\(word)'")
      }
      let edition = try exported(name, ["--public"])
      for word in ["Ever Open", "NEAR", "score"] {
        #expect(edition.contains(word), "\(name) lacks '\(word)'")
      }
      for word in ["Ever Closed", "UNDER", "BESIDE"] {
        #expect(!edition.contains(word), "\(name) tells of '\(word)'")
      }
    }
  }

  @Test("Filters narrow every format")
  func filters() throws {
    for (name, _) in try formats() where name != "json" {
      let whole = try exported(name, ["--demo"])
      let strong = try exported(name, ["--demo", "--min", "confirmed"])
      #expect(strong.utf8.count < whole.utf8.count, "\(name)")
    }
  }

  @Test("Every format gives the same bytes each time")
  func stable() throws {
    for (name, _) in try formats() {
      #expect(try exported(name, ["--demo"]) == exported(name, ["--demo"]), "\(name)")
    }
  }

  @Test("A name that ends with .gz packs the same bytes")
  func packed() throws {
    let plain = try sandbox.run("export", "--demo")
    let run = try sandbox.run("export", "--demo", "-o", "case.json.gz")
    #expect(run.status == 0, "\(run.transcript)")
    let unpacked = try sandbox.run("-dc", "case.json.gz", executable: "/bin/gzip")
    #expect(unpacked.bytes == plain.bytes, "\(unpacked.errors)")
    #expect(try sandbox.read("case.json.gz").count < plain.bytes.count / 3)
  }

  @Test(
    "A file or folder that is there stays as it is unless --force is said, and nothing half is left"
  )
  func whole() throws {
    try sandbox.write("precious", to: "here")
    for name in ["json", "tables"] {
      let run = try sandbox.run("export", "--demo", "--format", name, "-o", "here")
      #expect(run.status == 2)
      #expect(try sandbox.read("here") == Data("precious".utf8))
    }
    #expect(try sandbox.run("export", "--demo", "-o", "no/such/folder.json").status == 2)
    #expect(try sandbox.run("export", "--demo", "-o", "here", "--force").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == ["here"])
  }

  @Test("--report says what is lost, with counts of this case")
  func report() throws {
    let run = try sandbox.run(
      "export",
      "--demo",
      "--format",
      "node-link",
      "--shape",
      "events",
      "--report"
    )
    #expect(run.status == 0)
    let claims = try sandbox.run("export", "--demo").json["claims"] as? [Any] ?? []
    #expect(run.errors.contains("attributes of what they are about: \(claims.count)\n"))
    let whole = try sandbox.run("export", "--demo", "--report")
    #expect(whole.errors.contains("holds all of this case"), "\(whole.errors)")
  }

  @Test("The help of export and the list of formats name every format")
  func lists() throws {
    let help = try sandbox.run("export", "--help").output
    for (name, _) in try formats() { #expect(help.contains("  \(name)"), "\(name)") }
    let table = try sandbox.run("formats").output
    for (name, _) in try formats() { #expect(table.contains(name), "\(name)") }
  }
}
