import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Proposing mappings for registers")
struct MapVerbTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func write(_ register: ProposedRegister) throws {
    let data = try #require(register.text.data(using: register.encoding))
    try data.write(to: URL(fileURLWithPath: sandbox.file(register.file)))
  }

  private func proposal(_ text: String, _ options: String...) throws -> [String: Any] {
    try sandbox.write(text, to: "register.csv")
    let run = try sandbox.start(["map", "register.csv", "--json"] + options).finish()
    #expect(run.status == 0, "\(run.transcript)")
    return try run.json
  }

  @Test("What is proposed is imported as it is", arguments: ProposedRegister.all)
  func imports(register: ProposedRegister) throws {
    try write(register)
    let run = try sandbox.run("map", register.file, "-o", "map.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.output.contains(register.counts), "\(run.transcript)")
    let imported = try sandbox.run("import", register.file, "--mapping", "map.yaml")
    #expect(imported.status == 0, "\(imported.transcript)")
    #expect(imported.errors.contains(register.counts), "\(imported.errors)")
    let met = try sandbox.run("who-met", register.person)
    for name in register.met { #expect(met.output.contains(name), "\(name)\n\(met.transcript)") }
  }

  @Test("Every proposal is a mapping by the schema, also by another program's reading of it")
  func schema() throws {
    let folder = sandbox.file("proposals")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for (index, register) in ProposedRegister.all.enumerated() {
      try write(register)
      try sandbox.run("map", register.file, "-o", "proposals/\(index).yaml")
    }
    let written = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(written.count == ProposedRegister.all.count)
    switch try SchemaValidator.judge(
      URL(fileURLWithPath: folder),
      by: "data/schema/mapping.schema.json"
    ) {
    case .valid: break
    case .skipped(let reason): print("skipped: \(reason)")
    case .invalid(let fault): Issue.record("\(fault)")
    }
  }

  @Test("Every column stands in the proposal", arguments: ProposedRegister.all)
  func completeness(register: ProposedRegister) throws {
    try write(register)
    let run = try sandbox.run("map", register.file, "--json")
    let answer = try run.json
    let mapping = try #require(answer["mapping"] as? String)
    let columns = try #require(answer["columns"] as? [[String: Any]])
    for column in columns.compactMap({ $0["name"] as? String }) {
      #expect(mapping.contains("{\(column)}"), "\(column)\n\(mapping)")
    }
  }

  @Test(
    "Day and month are told apart by numbers over 12, then by the order of rows, else asked for",
    arguments: [
      (["03/04/2019", "17/04/2019"], "2019-04-03", false),
      (["03/04/2019", "03/17/2019"], "2019-03-04", false),
      (
        ["01/02/2019", "03/02/2019", "01/03/2019", "02/03/2019", "01/04/2019"], "2019-02-01", false
      ),
      (
        ["01/02/2019", "01/03/2019", "02/01/2019", "02/03/2019", "03/01/2019"], "2019-01-02", false
      ),
      (["01/02/2019", "03/04/2019"], "2019-02-01", true),
    ]
  )
  func dateOrder(dates: [String], first: String, isAsked: Bool) throws {
    let rows = dates.map { "\($0),Jane Doe,Ann Lee\n" }.joined()
    let answer = try proposal("Date,Minister,Guest\n" + rows)
    let readings = try #require(answer["first"] as? [[String: Any]])
    #expect(readings.first?["date"] as? String == first)
    let questions = try #require(answer["questions"] as? [String])
    #expect(questions.contains { $0.contains("undecided") } == isAsked, "\(questions)")
    let mapping = try #require(answer["mapping"] as? String)
    #expect(mapping.contains("dayFirst: ") && mapping.contains("undecided") == isAsked)
  }

  @Test("Rows that may be one event are not made one unless somebody says so")
  func possibleKey() throws {
    let rows = """
      Date,Minister,Guest,Subject
      2019-04-03,Jane Doe,Ann Lee,Trade
      2019-04-03,Jane Doe,Bob Ray,Trade

      """
    let answer = try proposal(rows)
    let mapping = try #require(answer["mapping"] as? String)
    #expect(answer["taken"] as? Int == 2)
    let key = "#key: [\"{Date}\", \"{Minister}\", \"{Subject}\"]"
    #expect(mapping.contains("\n    \(key)\n"), "\(mapping)")
    try sandbox.write(mapping.replacing("#key", with: "key"), to: "map.yaml")
    let run = try sandbox.run("import", "register.csv", "--mapping", "map.yaml", "-n")
    #expect(run.errors.contains("2 read = 1 taken + 1 merged"), "\(run.transcript)")
  }

  @Test("Title and publisher stand in the mapping, and the publisher makes the claims")
  func naming() throws {
    let rows = "Date,Minister,Guest\n2019-04-03,Jane Doe,Ann Lee\n"
    try sandbox.write(rows, to: "register.csv")
    let asked = try sandbox.run("map", "register.csv", "-o", "asked.yaml")
    #expect(asked.output.contains("--publisher"))
    #expect(String(decoding: try sandbox.read("asked.yaml"), as: UTF8.self).contains("# REPLACE"))
    let hostile = "Ministry: \"of\" # Ex\u{2028}amples \\ {a}"
    let run = try sandbox.run(
      "map",
      "register.csv",
      "--publisher",
      hostile,
      "--title",
      "The diary",
      "-o",
      "map.yaml"
    )
    #expect(run.status == 0 && !run.output.contains("--publisher"), "\(run.transcript)")
    try sandbox.run("import", "register.csv", "--mapping", "map.yaml")
    let exported = try sandbox.run("export").json
    func texts(_ list: String, _ key: String) -> [String] {
      (exported[list] as? [[String: Any]] ?? []).compactMap { $0[key] as? String }
    }
    let names = texts("entities", "name")
    #expect(names.contains { $0.hasPrefix("Ministry: \"of\" # Ex") }, "\(names)")
    #expect(texts("sources", "title") == ["The diary"])
  }

  @Test("-o - writes the mapping alone; a file that exists is not overwritten")
  func output() throws {
    try sandbox.write("Date,Minister,Guest\n2019-04-03,Jane Doe,Ann Lee\n", to: "register.csv")
    let run = try sandbox.run("map", "register.csv", "-o", "-")
    #expect(run.output.hasPrefix("# A proposal"))
    #expect(run.output.contains("\nformat: backchannel-mapping\n"))
    try sandbox.write("mine", to: "map.yaml")
    let refused = try sandbox.run("map", "register.csv", "-o", "map.yaml")
    #expect(refused.status == 2 && refused.errors.contains("--force"), "\(refused.transcript)")
    #expect(String(decoding: try sandbox.read("map.yaml"), as: UTF8.self) == "mine")
    let piped = try sandbox.run("map", "-", input: "Date,Host,Guest\n2019-04-03,Jane Doe,Ann Lee\n")
    #expect(piped.status == 0 && piped.output.contains("1 read = 1 taken"), "\(piped.transcript)")
  }

  @Test("A table without a mapping is sent to map, and so is a mapping that is not there")
  func referral() throws {
    try sandbox.run("init")
    try sandbox.write("Date,Minister,Guest\n2019-04-03,Jane Doe,Ann Lee\n", to: "register.csv")
    let bare = try sandbox.run("import", "register.csv")
    #expect(bare.status == 2 && bare.errors.contains("backchannel map register.csv"))
    let missing = try sandbox.run("import", "register.csv", "--mapping", "register.yaml")
    #expect(missing.status == 2 && missing.errors.contains("backchannel map"), "\(missing.errors)")
  }

  @Test("For a table that a shipped mapping fits, that one is named")
  func shipped() throws {
    let answer = try proposal(
      """
      id,role,who,name,start_date,end_date,country_id,country,locale,remarks,file
      1,secretary,doe,Jane Doe,2018-03-05,2018-03-06,france,France,Paris,Met with Ann Lee.,doe.xml

      """
    )
    #expect(answer["shipped"] as? String == "us-state-travels")
    let other = try proposal("Date,Minister,Guest\n2019-04-03,Jane Doe,Ann Lee\n")
    #expect(other["shipped"] is NSNull)
  }
}
