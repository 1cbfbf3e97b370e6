import Foundation
import GraphModel
import TestSupport
import Testing

/// Invented registers, each with what an import by its proposed mapping must say.
struct ProposedRegister: Sendable, CustomTestStringConvertible {
  let file: String
  let text: String
  var encoding = String.Encoding.utf8
  /// What the import says of the rows.
  let counts: String
  /// Somebody, and who must be among those whom they met.
  let person: String
  let met: [String]

  var testDescription: String { file }

  static let all = [
    ProposedRegister(
      file: "lobby.csv",
      text: """
        Minister,Date,Name of organisation,Purpose of meeting
        Jane Doe,03/04/2019,Acme Widgets Ltd,Widget safety
        Jane Doe,05/04/2019,Foo Bank,Bank levy
        John Roe,17/04/2019,Bar Energy plc,Energy prices
        John Roe,01/05/2019,Nil return,-
        Jane Doe,30/05/2019,Acme Widgets Ltd,Widget exports

        """,
      counts: "5 read = 4 taken + 0 merged + 1 rejected",
      person: "Jane Doe",
      met: ["Acme Widgets Ltd", "Foo Bank"]
    ),
    ProposedRegister(
      file: "tagebuch.csv",
      text: """
        Nr.;Datum;Staatssekretär;Gesprächspartner;Funktion;Verband;Ort;Thema;Art des Kontakts
        1;03.04.2019;Böb Beispiel;Dr. Änne Muster;Geschäftsführerin;Musterverband e.V.;Köln;Dünger;Gespräch
        2;04.04.2019;Böb Beispiel;Karl Probe;Vorstand;Probe AG;Berlin;Strompreise;Telefonat
        3;31.04.2019;Erna Exempel;Karl Probe;Vorstand;Probe AG;k.A.;Strompreise;Gespräch

        """,
      encoding: .windowsCP1252,
      counts: "3 read = 2 taken + 0 merged + 1 rejected",
      person: "Böb Beispiel",
      met: ["Dr. Änne Muster", "Karl Probe", "Call"]
    ),
    ProposedRegister(
      file: "agenda.csv",
      text: """
        Date;Ministre;Participants;Objet;Lieu
        2 mars 2020;Anne Exemple;Jean Modèle (Société Fictive), Marie Essai et Paul Témoin;Budget;Paris
        9 mars 2020;Anne Exemple;Jean Modèle (Société Fictive), Hugo Test;Budget;Paris
        12 mars 2020;Luc Spécimen;Hugo Test et Marie Essai;Visite;Marseille

        """,
      counts: "3 read = 3 taken + 0 merged + 0 rejected",
      person: "Marie Essai",
      met: ["Anne Exemple", "Jean Modèle", "Paul Témoin", "Hugo Test", "Luc Spécimen"]
    ),
    ProposedRegister(
      file: "calls.csv",
      text: """
        Meeting ID,Meeting date,Participant,Organisation,Role,Duration
        M-1,2021-02-01,Jane Doe,Ministry of Examples,chair,00:30
        M-1,2021-02-01,Ann Lee,Acme Ltd,speaker,00:30
        M-1,2021-02-01,Bob Ray,Foo Bank,guest,00:30
        M-2,2021-02-03,Jane Doe,Ministry of Examples,chair,01:00
        M-2,2021-02-03,Carl Orr,,guest,01:00

        """,
      counts: "5 read = 2 taken + 3 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "Carl Orr"]
    ),
    ProposedRegister(
      file: "visits.tsv",
      text: """
        start\tend\tVisitor\tHost\tBuilding\tURL
        2018-03-05\t2018-03-06\tLee, Ann\tDoe, Jane\tHouse A\thttps://example.org/1
        2018-03-09\t2018-03-09\tRay, Bob\tDoe, Jane\tHouse B\t
        2018-04-02\t2018-04-05\tOrr, Carl\tRoe, John\tHouse A\tnone

        """,
      counts: "3 read = 3 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "[2018-03-05, 6]"]
    ),
    ProposedRegister(
      file: "дневник.csv",
      text: """
        Дата;Министр;Участники;Тема
        03.04.2019;Иван Примеров;Анна Тестова;Торговля
        05.04.2019;Иван Примеров;Борис Образцов;Энергетика

        """,
      encoding: .windowsCP1251,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Иван Примеров",
      met: ["Анна Тестова", "Борис Образцов"]
    ),
    ProposedRegister(
      file: "spotkania.csv",
      text: """
        Data spotkania;Minister;Gość;Temat;Miejsce
        2019-04-03;Łucja Przykładowa;Wąsik Próbny;Ceny energii;Łódź
        2019-04-05;Łucja Przykładowa;Żaneta Wzorcowa;Podatek od żywności;Łomża

        """,
      encoding: .windowsCP1250,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Łucja Przykładowa",
      met: ["Wąsik Próbny", "Żaneta Wzorcowa"]
    ),
    ProposedRegister(
      file: "with preamble.csv",
      text: """
        Register of meetings of the Minister,,,
        Published by the Ministry of Examples,,,

        Date,Minister,Guest,Subject
        21/2/2020,Jane Doe,Ann Lee,Trade
        2/3/2020,Jane Doe,Bob Ray,Energy

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "2020-03-02"]
    ),
    ProposedRegister(
      file: "headless.csv",
      text: """
        2019-04-03,Jane Doe,Ann Lee
        2019-04-05,Jane Doe,Bob Ray

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray"]
    ),
    ProposedRegister(
      file: "names.csv",
      text: """
        Visitor First Name,Visitor Last Name,Visitee First Name,Visitee Last Name,Start,End
        Ann,Lee,Jane,Doe,1/31/2014 10:00,1/31/2014 12:00
        Bob,Ray,Jane,Doe,2/1/2014 10:00,2/1/2014 10:30

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "2014-02-01"]
    ),
    ProposedRegister(
      file: "phone.csv",
      text: """
        Caller,Called,Date,Time,Duration (s)
        Jane Doe,+49 40 7654321,03/04/19,10:30,35
        Jane Doe,+49 40 7654322,14/04/19,11:30,350

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["+49 40 7654321", "+49 40 7654322", "Call", "2019-04-03"]
    ),
  ]
}

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
    "Day and month are told apart by numbers over 12, then by the order of the rows, else asked for",
    arguments: [
      (["03/04/2019", "17/04/2019"], "2019-04-03", false),
      (["03/04/2019", "03/17/2019"], "2019-03-04", false),
      (
        ["01/02/2019", "02/02/2019", "03/02/2019", "01/03/2019", "02/03/2019"], "2019-02-01", false
      ),
      (
        ["01/02/2019", "01/03/2019", "01/04/2019", "02/01/2019", "02/02/2019"], "2019-01-02", false
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
    let key = "# key: [\"{Date}\", \"{Minister}\", \"{Subject}\"]"
    #expect(mapping.contains("    \(key)\n"), "\(mapping)")
    // With the sign taken away the two rows are one meeting.
    let lines = mapping.split(separator: "\n").map(String.init)
    var changed = lines.filter { !$0.contains(key) }.map {
      $0.replacing("  - type:", with: "    type:")
    }
    let place = try #require(changed.firstIndex { $0.hasPrefix("    type:") })
    changed.insert("  - \(key.dropFirst(2))", at: place)
    try sandbox.write(changed.joined(separator: "\n") + "\n", to: "map.yaml")
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
    let claims = try sandbox.run("claims", "--json").output
    #expect(claims.contains("Ministry: \\\"of\\\" # Ex"), "\(claims.prefix(2000))")
    #expect(claims.contains("The diary"))
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
