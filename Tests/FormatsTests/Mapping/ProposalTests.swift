import CaseModel
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Formats

@Suite("Recognizing the columns of registers")
struct ProposalTests {
  @Test(
    "The head of a column says what it holds, in many languages",
    arguments: [
      ("Date of meeting", HeaderRole.date), ("Besuchsdatum", .date), ("fecha de inicio", .date),
      ("Дата встречи", .date), ("data spotkania", .date), ("End date", .end), ("bis", .end),
      ("date de fin", .end), ("Publication date", .published), ("Minister's name", .host),
      ("Staatssekretärin", .host), ("Министр", .host), ("visitee", .host), ("Gäste", .guest),
      ("Names of attendees", .guest), ("Gesprächspartnerin", .guest), ("uczestnicy", .guest),
      ("deelnemers", .guest), ("partecipanti", .guest), ("Name of organisation", .organization),
      ("Verband / Unternehmen", .organization), ("entreprise", .organization),
      ("Purpose of meeting", .topic), ("onderwerp", .topic), ("Oggetto", .topic),
      ("Asunto", .topic), ("lieu", .place), ("Veranstaltungsort", .place), ("miejsce", .place),
      ("pays", .country), ("Meeting ID", .key), ("lfd. Nr.", .key), ("NAMELAST", .familyName),
      ("Prénom", .givenName), ("voornaam", .givenName), ("on behalf of", .client),
      ("Art des Kontakts", .kind), ("source_url", .link), ("name1", .name),
      ("Stanowisko", .position), ("remarks", .note), ("Période", .date), ("Na rzecz", .client),
      ("Osoba pełniąca funkcję", .host),
    ]
  )
  func heads(head: String, role: HeaderRole) {
    #expect(HeaderRole.roles(of: head).first == role)
  }

  @Test("A head that says nothing has no role", arguments: ["", "xyz", "#", "…", "c17"])
  func plainHeads(head: String) {
    #expect(HeaderRole.roles(of: head).isEmpty)
  }

  @Test(
    "Values look like what they are",
    arguments: [
      ("1,204.50", ValueLook.number), ("£1,200", .number), ("12 %", .number), ("10:30", .time),
      ("https://example.org", .link), ("jane@example.org", .mail), ("+49 30 1234567", .phone),
      ("MTG-2019-1", .code), ("France", .country), ("Jane Doe", .person),
      ("Dr. Änne van der Muster", .person), ("Łucja Przykładowa", .person),
      ("Иван Примеров", .person), ("Acme Widgets Ltd", .organization), ("BMW", .organization),
      ("Bundesverband Muster", .organization), ("Foo & Sons", .organization),
      ("Police (Kenya)", .organization), ("Mumbai, Maharashtra, India", .place),
      ("a discussion of prices", .other), ("Foreign Policy", .other), ("Trade", .other),
    ]
  )
  func looks(text: String, look: ValueLook) {
    #expect(ValueLook(text) == look)
  }

  @Test(
    "What keeps names apart is found out",
    arguments: [
      (["Jane Doe; Ann Lee", "Bob Ray"], [";"]),
      (["Jane Doe, Ann Lee and Bob Ray", "Bob Ray"], [",", " and "]),
      (["Jean Modèle et Marie Essai"], [" et "]), (["Jane Doe\nAnn Lee"], ["\n"]),
      (["Department of Trade and Industry"], []), (["Smith, Jones and Sons Ltd"], []),
      (["Jane Doe, Chief Executive"], []), (["Doe, Jane", "Lee, Ann"], []), (["A / B plan"], []),
    ]
  )
  func separators(cells: [String], marks: [String]) {
    #expect(NameSeparators(cells.map { ($0, 1) }).marks == marks)
  }

  @Test("Names with the last one first are told from lists")
  func lastFirst() {
    #expect(NameSeparators([("Doe, Jane", 3), ("van Lee, Ann", 1)]).isLastFirst)
    #expect(!NameSeparators([("Jane Doe, Ann Lee", 3)]).isLastFirst)
    #expect(!NameSeparators([("Jane Doe", 3)]).isLastFirst)
  }

  @Test("What stands in brackets is told by what it looks like")
  func brackets() {
    #expect(NameSeparators([("Ann Lee (Acme Ltd)", 1)]).brackets == .agency)
    #expect(NameSeparators([("Ann Lee (France)", 1)]).brackets == .country)
    #expect(NameSeparators([("Ann Lee (by telephone)", 1)]).brackets == .note)
    #expect(NameSeparators([("Ann Lee", 1)]).brackets == nil)
  }

  private func dates(_ texts: [String], isNamed: Bool = false) -> DateColumn? {
    DateColumn(texts.map { ($0, 1) }, isNamed: isNamed, inOrder: texts)
  }

  @Test("Numbers are dates where they can only be dates, or the head says so")
  func dateShares() {
    #expect(dates(["03.04.2019", "17.4.2019"])?.share == 1)
    #expect(dates(["20190403", "20190404"])?.share == 1)
    #expect(dates(["2019", "2020"]) == nil)
    #expect(dates(["2019", "2020"], isNamed: true)?.share == 1)
    #expect(dates(["1204", "17"]) == nil)
    #expect(dates(["MTG-2019-01", "v12"]) == nil)
    #expect(dates(["3 April 2019", "after Easter"], isNamed: true)?.share == 0.5)
  }

  @Test("Short years and glued times need a declared form")
  func dateForms() {
    #expect(dates(["03/04/19", "17/04/19"])?.forms.first == "D/M/YY")
    #expect(dates(["04/03/19", "04/17/19"])?.forms.first == "M/D/YY")
    #expect(dates(["03.04.19"])?.isDayFirst == true)
    #expect(dates(["20150218230000"])?.forms == ["YYYYMMDDHHmmss"])
    #expect(dates(["2019-04-03"])?.forms.isEmpty == true)
    #expect(dates(["du 01/07/2019 au 30/06/2020"])?.isDayFirst == true)
    #expect(dates(["from 07/01/2019 to 06/30/2020"])?.isDayFirst == false)
  }

  @Test("Dates that contradict one another are counted, and said")
  func contradiction() throws {
    let column = try #require(dates(["17/04/2019", "18/04/2019", "04/17/2019"]))
    #expect(column.isDayFirst == true && column.reason.contains("1 can only be month/day/year"))
  }

  @Test("Texts of any kind come out of YAML as they went in")
  func yaml() throws {
    let texts = [
      "a \"b\" \\ c", "# x: [y]", "tab\tand\nline", "\u{85}\u{2028}\u{FEFF}\u{1F}", "- &a *b !c",
      "{{brace}}", "日本語 🙂", "'", "",
    ]
    for text in texts {
      let document = "value: \(YAMLText.quoted(text)) # \(YAMLText.comment(text))\nlast: 1\n"
      let root = try DocumentText(Array(document.utf8), file: "t.yaml", beginning: "value").root
      guard case .mapping(let members) = root.content else {
        Issue.record("no mapping: \(document)")
        continue
      }
      #expect(members.map(\.key) == ["value", "last"])
      #expect(members.first?.value.json == .string(text))
    }
  }

  private func sample(_ text: String) throws -> RegisterSample {
    try RegisterSample(Array(text.utf8), file: "register.csv")
  }

  @Test("Names found by their values alone take no part where heads say who does")
  func doubtful() throws {
    let text = """
      Date,Minister,Guest,Xyz
      2019-04-03,Jane Doe,Ann Lee,Eva Sand
      2019-04-04,Jane Doe,Bob Ray,Gus Hill

      """
    let proposal = try MappingProposal(try sample(text))
    #expect(
      proposal.columns.map(\.use) == [
        "date", "participant (Person, host)", "participant (Person)", "note",
      ]
    )
    #expect(proposal.columns.last?.reason.contains("nothing says that they took part") == true)
  }

  @Test("What is not understood stands in the note, as far as there is any")
  func notes() throws {
    let text = """
      Date,Minister,Guest,Xyz,Lunch cost
      2019-04-03,Jane Doe,Ann Lee,blue,
      2019-04-04,Jane Doe,Bob Ray,green,12.50

      """
    let proposal = try MappingProposal(try sample(text))
    let notes = try content(of: proposal, text).events.map(\.note)
    #expect(notes == ["Xyz: blue", "Xyz: green\nLunch cost: 12.50"])
  }

  @Test("An organization takes part itself where nobody of it is named")
  func organizations() throws {
    let text = """
      Date,Minister,Guest,Organisation,Client
      2019-04-03,Jane Doe,Ann Lee,Acme Ltd,Foo Bank
      2019-04-04,Jane Doe,,Bar plc,

      """
    let proposal = try MappingProposal(try sample(text))
    let who = try events(of: proposal, text).map(\.who)
    #expect(who == [["Jane Doe", "Ann Lee", "Foo Bank"], ["Jane Doe", "Bar plc"]])
  }

  @Test("Words for kinds of contact become types of events")
  func kinds() throws {
    let text = """
      Fecha,Ministra,Invitado,Tipo
      2019-04-03,Ana Ejemplo,Luis Muestra,Reunión presencial
      2019-04-04,Ana Ejemplo,Luis Muestra,Llamada
      2019-04-05,Ana Ejemplo,Luis Muestra,Videoconferencia
      2019-04-06,Ana Ejemplo,Luis Muestra,Palomas

      """
    let proposal = try MappingProposal(try sample(text))
    #expect(try events(of: proposal, text).map(\.type) == [.meeting, .call, .call, .other])
    #expect(proposal.text.contains("Other stands for Palomas"))
  }

  @Test("Two names and no date are a link, of the types that other columns say")
  func links() throws {
    let text = """
      Entity A Type,Entity A,Entity B Type,Entity B,Connection
      Person,Jane Doe,Organization,Acme Ltd,Owner
      Organization,Foo Bank,Organization,Acme Ltd,Creditor

      """
    let proposal = try MappingProposal(try sample(text))
    #expect(proposal.isRelations)
    let content = try content(of: proposal, text)
    let types = Dictionary(uniqueKeysWithValues: content.entities.map { ($0.name, $0.type) })
    #expect(types["Jane Doe"] == .person && types["Foo Bank"] == .agency)
    #expect(content.relations.map(\.note) == ["Owner", "Creditor"])
  }

  private func content(of proposal: MappingProposal, _ text: String) throws -> CaseContent {
    let mapping = try Mapping.read(Array(proposal.text.utf8), file: "map.yaml") {
      path throws(FormatError) in throw FormatError([])
    }
    let source = ByteSource(Array(text.utf8), file: "register.csv")
    var reader = try MappedReader(source, mapping)
    let batch = try #require(try reader.next())
    #expect(batch.rejections.isEmpty)
    return batch.content
  }

  private func events(of proposal: MappingProposal, _ text: String) throws
    -> [(type: EventType, who: [String])]
  {
    let content = try content(of: proposal, text)
    let names = Dictionary(uniqueKeysWithValues: content.entities.map { ($0.id, $0.name) })
    return content.events.map { event in
      let who = content.participations.filter { $0.event == event.id }
        .compactMap { $0.participant.entity.flatMap { names[$0] } }
      return (event.type, who)
    }
  }

  @Test("Central European and Cyrillic letters are told from Western ones")
  func encodings() throws {
    func guess(_ text: String, _ encoding: String.Encoding) throws -> TextEncoding? {
      let data = try #require(text.data(using: encoding))
      let western = try #require(String(data: data, encoding: .windowsCP1252))
      return EncodingGuess.other(than: .windows1252, Array(western.utf8))
    }
    #expect(try guess("Łucja Przykładowa, wąż, żółw, była, miała", .windowsCP1250) == .windows1250)
    #expect(try guess("Иван Примеров, Анна Тестова", .windowsCP1251) == .windows1251)
    #expect(try guess("Böb Müster, Änne Löwe, Straße, 20 m³", .windowsCP1252) == nil)
    #expect(try guess("Élève à l'école, cœur, déjà vu, où", .windowsCP1252) == nil)
  }

  @Test("Of the trips of U.S. presidents every row becomes a visit with its place")
  func sharedTrips() throws {
    let path = SharedFiles.url("datasets/us-state-travels/trips.csv").path
    guard FileManager.default.fileExists(atPath: path) else {
      return print("skipped: \(path) is not there; set BACKCHANNEL_SHARED to its folder")
    }
    let proposal = try MappingProposal(try RegisterSample(path: path))
    #expect(proposal.sample.rowCount == 4_271 && proposal.sample.isWhole)
    let uses = Dictionary(
      uniqueKeysWithValues: proposal.columns.map { ($0.name, $0.use ?? "") }
    )
    #expect(uses["id"] == "key" && uses["start_date"] == "first day")
    #expect(uses["end_date"] == "last day" && uses["name"] == "participant (Person)")
    #expect(uses["locale"] == "place" && uses["country"] == "country of locale")
    #expect(proposal.text.contains("type: Visit"))
  }
}
