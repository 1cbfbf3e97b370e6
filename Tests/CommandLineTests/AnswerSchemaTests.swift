import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("The schema of answers")
struct AnswerSchemaTests {
  /// Holds what one command line printed.
  struct Answer {
    let arguments: [String]
    let status: Int32
    let text: String
    let json: JSONValue
  }

  /// Command lines with the exit status of each, asked of the built-in case.
  private static let ofDemo: [(line: String, status: Int32)] = [
    ("who-met pompeo", 0), ("who-met us", 0), ("who-met naryshkin --min confirmed", 0),
    ("who-met pompeo --as-known 2018-01-29", 1), ("who-met pompeo --without story", 1),
    ("met pompeo naryshkin", 0), ("met us ru --at 2018-01", 0), ("met pompeo schumer", 1),
    ("path pompeo schumer", 0), ("path pompeo schumer --min confirmed", 1),
    ("path pompeo pompeo", 1), ("path pompeo naryshkin --as-known 2018-01-29", 1),
    ("timeline", 0), ("timeline pompeo --from 2018-01 --to 2018-02", 0),
    ("timeline --from 2018-01-25", 0), ("timeline --without story", 1), ("profile naryshkin", 0),
    ("profile us", 0), ("profile cia", 0), ("profile pompeo --as-known 2018-01-29", 1),
    ("claims", 0), ("claims M1 --tree", 0), ("claims c24", 0), ("claims story --only story", 0),
    ("claims Q1", 0), ("claims --by huntsman", 0), ("claims M1 --as-known 2018-01-29", 1),
    ("conflicts", 0), ("conflicts --without story", 1), ("questions", 0), ("questions Q2", 0),
    ("questions --as-known 2018-01-29", 1), ("diff 2018-01-28 2018-02-01", 0),
    ("diff 2018-01-28 2018-01-29", 1), ("search", 0), ("search naryshkin", 0),
    ("search story", 0), ("search no-such-word", 1),
    ("query RETURN/**/1/**/AS/**/x", 0), ("query MATCH/**/(n:Nothing)/**/RETURN/**/n", 1),
    ("stats", 0), ("stats --without story", 1),
  ]

  /// The same for a case of one's own, to which `more` was added, taken back, and added again.
  private static let ofOwnCase: [(line: String, status: Int32)] = [
    ("demo", 0), ("who-met pompeo", 0), ("met pompeo naryshkin", 0), ("profile wada", 0),
    ("timeline", 0), ("conflicts", 0), ("questions", 0), ("claims", 0), ("claims A1", 0),
    ("diff 2018-02-01 2018-03-01", 0), ("stats", 0), ("who-met wada", 1), ("log", 0),
    ("log 1", 0), ("log 2", 0), ("log 3", 0), ("log 6", 0), ("log 99", 1), ("check", 0),
    ("check seed.yaml", 0),
    ("check bad.yaml", 2), ("check bad.json", 2), ("check missing.yaml", 2),
    ("check seed.yaml more.yaml bad.yaml", 2), ("formats", 0), ("map diary.csv", 0),
    ("map nobody.csv", 1),
    ("export --report --public --format node-link", 0),
  ]

  private static let more = """
    format: backchannel-case
    version: 1
    case: {id: spy-chiefs-2018, title: Who met the Russian spy chiefs in January 2018?}
    entities:
      - id: wada
        type: Person
        name: Hanako Wada
        names: [{text: 和田花子, kind: native, lang: ja}]
        note: An invented witness.
      - {id: kyoto, type: Place, name: Kyoto}
      - {id: osaka, type: Place, name: Osaka}
    sources:
      - {id: gazette, title: A later story, published: 2018-03-01}
      - {id: letter, title: A letter, confidential: true}
    events:
      - id: A1
        type: Call
        title: A call
        date: [{edtf: 2018-02-05, text: Monday}, {edtf: 2018-02-06, id: A1-tuesday}]
        place: [kyoto, {of: osaka, id: A1-osaka}]
        participants:
          - wada
          - {unknown: whoever called, side: us, role: caller, question: Q9}
          - {unknown: an interpreter, id: A1/interpreter}
      - {id: A2, type: Meeting, title: A meeting, participants: [wada]}
      - {id: A3, type: Appointment, title: An appointment, participants: [naryshkin]}
    questions:
      - {id: Q9, text: Who called?, pattern: {find: participant, events: A1}}
    claims:
      - {id: c100, claimant: naryshkin, stance: denies, about: M1/naryshkin, source: gazette}
      - {id: c101, claimant: wada, stance: asserts, about: A1, said: {edtf: 2018-03-01, text: today}, source: letter, note: By hand.}
      - {id: c102, claimant: wada, stance: asserts, about: A2, confidential: true}
      - {id: c103, claimant: wada, stance: asserts, about: A1#place, source: gazette}
      - {id: c104, claimant: pompeo, stance: asserts, about: A1-osaka, source: gazette}
      - {id: c105, claimant: pompeo, stance: asks, about: Q9, source: gazette}
      - {id: c106, claimant: wada, stance: declines, about: Q9, source: gazette}
      - {id: c107, claimant: pompeo, stance: asserts, about: A3, source: gazette}
      - {id: c108, claimant: pompeo, stance: retracts, about: c107, said: 2018-03-02, source: gazette}

    """

  private static let tables = """
    format: backchannel-tables
    version: 1
    nodes: [{file: ships.csv, labels: [Ship], id: name, properties: {name: string}}]
    """

  private static let diary = """
    Date,Minister,Guest,Place,Subject
    2019-04-03,Jane Doe,Ann Lee,London,Trade
    2019-04-31,Jane Doe,Bob Ray,London,Trade

    """

  private static let bad = """
    format: backchannel-case
    version: 1
    case: {id: bad, title: Bad}
    entities: [{id: vance, type: Person, name: Eleanor Vance}]
    events: [{id: B1, type: Meeting, title: Tea, participants: [vanc]}]
    """

  /// What all these command lines printed; they run once for all tests.
  private static let printed = Result { try runAll() }

  private static func runAll() throws -> [Answer] {
    let sandbox = try Sandbox()
    try FileManager.default.copyItem(
      atPath: Repository.path("data/spy-chiefs-2018/case.yaml"),
      toPath: sandbox.file("seed.yaml")
    )
    try sandbox.write(more, to: "more.yaml")
    try sandbox.write(bad, to: "bad.yaml")
    try sandbox.write("{\"format\": ", to: "bad.json")
    try sandbox.write(tables, to: "tables.yaml")
    try sandbox.write("name\nElla Stone\n", to: "ships.csv")
    try sandbox.write(diary, to: "diary.csv")
    try sandbox.write("Date,Minister,Guest\n2019-04-31,Jane Doe,Bob Ray\n", to: "nobody.csv")
    for setUp in [
      "init", "import seed.yaml", "import more.yaml", "undo", "redo", "import tables.yaml",
    ] {
      let run = try sandbox.start(words(setUp)).finish()
      try #require(run.status == 0, "\(setUp)\n\(run.transcript)")
    }
    return try ofDemo.map { try answer($0.line + " --demo", $0.status, in: sandbox) }
      + ofOwnCase.map { try answer($0.line, $0.status, in: sandbox) }
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }

  private static func answer(_ line: String, _ status: Int32, in sandbox: Sandbox) throws -> Answer
  {
    let run = try sandbox.start(words(line) + ["--json"]).finish()
    #expect(run.status == status, "\(line)\n\(run.transcript)")
    // An export has its file on standard output, and its report beside it.
    let text = line.hasPrefix("export") ? run.errors : run.output
    return Answer(
      arguments: words(line),
      status: run.status,
      text: text,
      json: try JSONReader.read(text.utf8).json
    )
  }

  private func reader(_ name: String) throws -> SchemaReader {
    let bytes = try Data(contentsOf: URL(filePath: Repository.path("data/schema/\(name)")))
    return SchemaReader(schema: try JSONReader.read(bytes).json)
  }

  @Test("Every verb prints what the schema says, whether or not it finds anything")
  func answers() throws {
    let reader = try reader("answers.schema.json")
    for answer in try Self.printed.get() {
      let faults = reader.judge(answer.json).faults
      #expect(faults.isEmpty, "\(answer.arguments): \(faults.prefix(5))")
    }
  }

  @Test("Every answer says by its name which verb it is of")
  func names() throws {
    for answer in try Self.printed.get() {
      let verb = answer.arguments.first == "demo" ? "stats" : answer.arguments.first ?? ""
      #expect(answer.json["answer"] == .string(verb), "\(answer.arguments)")
    }
  }

  @Test("Every member that the schema names is printed by some verb")
  func members() throws {
    let reader = try reader("answers.schema.json")
    let seen = try Self.printed.get().reduce(into: Set<SchemaReader.Member>()) { seen, answer in
      seen.formUnion(reader.judge(answer.json).seen)
    }
    // Counts by kind depend on the case; that their kinds are the model's is tested elsewhere.
    let counts = ["entities", "events", "statuses", "questions"].map {
      "#/$defs/stats/properties/\($0)"
    }
    let missing = reader.members.subtracting(seen).filter { !counts.contains($0.place) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(
    "No object admits members that the schemas do not name, and every member is described",
    arguments: ["answers.schema.json", "case.schema.json", "diagram.schema.json"]
  )
  func closed(name: String) throws {
    func walk(_ value: JSONValue, _ path: String) {
      for member in value.members { walk(member.value, path + "/" + member.key) }
      for (number, element) in value.elements.enumerated() { walk(element, "\(path)/\(number)") }
      if value["type"] == "object", value["properties"] != nil {
        #expect(value["additionalProperties"] == false, "\(name) \(path)")
        #expect(value["description"] != nil, "\(name) \(path)")
      }
    }
    walk(try reader(name).schema, "#")
  }

  @Test("Every definition is used, and every one that is used is there")
  func definitions() throws {
    let schema = try reader("answers.schema.json").schema
    var used: Set<String> = []
    func walk(_ value: JSONValue) {
      if case .string(let name) = value["$ref"] { used.insert(name) }
      for member in value.members { walk(member.value) }
      for element in value.elements { walk(element) }
    }
    walk(schema)
    #expect(used == Set(schema["$defs"].members.map { "#/$defs/" + $0.key }))
  }

  @Test("With --min a path still says what was asked for, and without a path what it would rest on")
  func path() throws {
    let answers = try Self.printed.get().filter { $0.arguments.first == "path" }
    for answer in answers {
      #expect(answer.json["first"]?["id"] == "pompeo")
      #expect(answer.json["evidence"]?["claims"] != nil, "\(answer.arguments)")
    }
    let weak = try #require(answers.first { $0.arguments.contains("--min") })
    #expect(weak.json["filter"]?["min"] == "confirmed")
    #expect(weak.json["strongEnough"] == false)
    #expect(weak.json["steps"].elements.isEmpty == false)
  }

  @Test("What export derives is what the schema of cases says")
  func derived() throws {
    let reader = try reader("case.schema.json")
    let sandbox = try Sandbox()
    try sandbox.write(Self.more, to: "more.yaml")
    for setUp in ["demo --save case.backchannel", "import more.yaml"] {
      let run = try sandbox.start(Self.words(setUp)).finish()
      #expect(run.status == 0, "\(run.transcript)")
    }
    var seen: Set<SchemaReader.Member> = []
    let folder = try folder("exports", in: sandbox)
    for (number, choice) in [["--demo"], [], ["--public"]].enumerated() {
      let run = try sandbox.start(["export"] + choice).finish()
      let finding = reader.judge(try JSONReader.read(run.bytes).json)
      #expect(finding.faults.isEmpty, "\(finding.faults.prefix(5))")
      seen.formUnion(finding.seen)
      try run.bytes.write(to: folder.appending(path: "\(number).json"))
    }
    let missing = reader.members.subtracting(seen).filter { $0.place.contains("derived") }
    #expect(missing.isEmpty, "\(missing)")
    try judge(folder, by: "case.schema.json")
  }

  @Test("Every answer is valid by another program's reading of the schema")
  func validation() throws {
    let folder = try folder("answers", in: sandbox)
    for (number, answer) in try Self.printed.get().enumerated() {
      let words = answer.arguments.joined(separator: "-").replacing("/", with: "-")
      let name = "\(number)-\(words).json"
      try Data(answer.text.utf8).write(to: folder.appending(path: name))
    }
    try judge(folder, by: "answers.schema.json")
  }

  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func folder(_ name: String, in sandbox: Sandbox) throws -> URL {
    let folder = URL(filePath: sandbox.file(name))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func judge(_ folder: URL, by schema: String) throws {
    switch try SchemaValidator.judge(folder, by: "data/schema/\(schema)") {
    case .valid: break
    case .skipped(let reason): print("skipped: \(reason)")
    case .invalid(let faults): Issue.record("\(faults)")
    }
  }
}
