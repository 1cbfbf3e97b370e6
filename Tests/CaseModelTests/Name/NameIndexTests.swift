import CaseModel
import Testing

@Suite("Finding names")
struct NameIndexTests {
  static let index = NameIndex([
    IndexedName(id: "p-naryshkin", text: "Sergey Naryshkin"),
    IndexedName(id: "p-naryshkin", text: "Sergey Evgenyevich Naryshkin", kind: .alias),
    IndexedName(id: "p-naryshkin", text: "head of the SVR", kind: .post),
    IndexedName(id: "p-naryshkin", text: "SVR head", kind: .post),
    IndexedName(id: "p-naryshkin", text: "Q4314586", kind: .identifier),
    IndexedName(id: "p-lavrov", text: "Sergey Viktorovich Lavrov"),
    IndexedName(id: "p-pompeo", text: "Mike Pompeo"),
    IndexedName(id: "p-pompeo", text: "CIA director", kind: .post),
    IndexedName(id: "p-pompeo", text: "director of the CIA", kind: .post),
    IndexedName(id: "p-kompeo", text: "Nobody Kompeo"),
    IndexedName(id: "p-antonov", text: "Anatoly Antonov"),
    IndexedName(id: "p-antonov", text: "ambassador to the U.S.", kind: .post),
    IndexedName(id: "p-antonov-2", text: "Invented Antonov"),
    IndexedName(id: "p-xi", text: "习近平", kind: .native),
    IndexedName(id: "p-mitsotakis", text: "Κυριάκος Μητσοτάκης", kind: .native),
    IndexedName(id: "p-isik", text: "Deniz Işık"),
    IndexedName(id: "p-ostergard", text: "Łukasz Østergård-Đurić"),
    IndexedName(id: "a-svr", text: "Foreign Intelligence Service"),
    IndexedName(id: "a-svr", text: "SVR", kind: .acronym),
    IndexedName(id: "a-cia", text: "Central Intelligence Agency"),
    IndexedName(id: "a-cia", text: "CIA", kind: .acronym),
    IndexedName(id: "a-unit", text: "Unit 12345"),
    IndexedName(id: "c-us", text: "United States"),
    IndexedName(id: "c-us", text: "U.S.", kind: .acronym),
  ])

  @Test(
    "The head of the SVR is found by name in any spelling and by his post",
    arguments: [
      ("Sergey Naryshkin", .exact), ("sergey naryshkin", .folded),
      ("Sergey-Naryshkin", .latin), ("Sergei Naryshkin", .transliterated),
      ("Сергей Нарышкин", .transliterated), ("Director Sergey Naryshkin", .latin),
      ("Naryshkin, Sergey", .allWords), ("Naryshkin, Sergei", .allWords),
      ("Naryshkin", .someWords), ("naryshkin", .someWords), ("Нарышкин", .someWords),
      ("Naryškin", .someWords), ("Evgenyevich Naryshkin", .someWords),
      ("S. Naryshkin", .prefix), ("Sergey Narysh", .prefix), ("Нарыш", .prefix),
      ("Naryschkin", .oneEdit), ("Naryszkin", .oneEdit), ("Naryhskin", .oneEdit),
      ("Narychkine", .consonant), ("Narisjkin", .oneEdit), ("Narysjkin", .oneEdit),
      ("SVR head", .exact), ("Head of SVR", .allWords), ("SVR Naryshkin", .combined),
      ("q4314586", .identifier),
    ] as [(String, NameRule)]
  )
  func spellings(_ query: String, _ rule: NameRule) throws {
    let match = try #require(Self.one(query))
    #expect(match.id == "p-naryshkin")
    #expect(match.rule == rule, "matched \(match.matchedText)")
    #expect(Self.index.find(query).matches.first == match)
  }

  @Test(
    "Everybody is found across scripts, word orders and missing patronymics",
    arguments: [
      ("Lavrov Sergey", "p-lavrov"), ("Sergei Lavrov", "p-lavrov"), ("Лавров", "p-lavrov"),
      ("Сергей Викторович Лавров", "p-lavrov"), ("Sergei Lawrow", "p-lavrov"),
      ("Michael Richard Pompeo", nil), ("Mr. Pompeo", "p-pompeo"), ("Pompeo", "p-pompeo"),
      ("Xi Jinping", "p-xi"), ("Xi Jin Ping", "p-xi"), ("xijinping", "p-xi"),
      ("President Xi Jinping", "p-xi"), ("Jinping", "p-xi"), ("Си Цзиньпин", nil),
      ("Mitsotakis", "p-mitsotakis"), ("Μητσοτακης", "p-mitsotakis"),
      ("Kyriakos Mitsotakis", "p-mitsotakis"), ("isik", "p-isik"), ("IŞIK", "p-isik"),
      ("ISIK", "p-isik"), ("Ostergard", "p-ostergard"), ("Oestergaard", "p-ostergard"),
      ("Lukasz Ostergard Duric", "p-ostergard"), ("Djuric", "p-ostergard"),
      ("Mike Ivanovich Pompeo", "p-pompeo"), ("CIA director Mike Pompeo", "p-pompeo"),
    ] as [(String, String?)]
  )
  func scripts(_ query: String, _ expected: String?) {
    #expect(Self.one(query)?.id == expected, "\(Self.index.resolve(query))")
  }

  @Test(
    "A post is found only by all its words, and a title beside an agency keeps its meaning",
    arguments: [
      ("CIA director", "p-pompeo"), ("Director of CIA", "p-pompeo"), ("CIA", "a-cia"),
      ("SVR", "a-svr"), ("Foreign Intelligence", "a-svr"), ("US ambassador", "p-antonov"),
      ("Ambassador Antonov", "p-antonov"), ("ambassador to the US", "p-antonov"), ("US", "c-us"),
      ("the U.S.", "c-us"), ("CIA general", nil), ("Director of SVR", nil), ("director", nil),
    ] as [(String, String?)]
  )
  func posts(_ query: String, _ expected: String?) {
    #expect(Self.one(query)?.id == expected, "\(Self.index.resolve(query))")
  }

  @Test("The exact switch leaves identifiers and texts as written")
  func exactOnly() {
    #expect(Self.index.find("Sergey  Naryshkin", exactOnly: true).matches.map(\.rule) == [.exact])
    #expect(Self.index.find("Q4314586", exactOnly: true).matches.map(\.rule) == [.identifier])
    for query in ["sergey naryshkin", "Naryshkin", "Sergei Naryshkin", "Нарышкин"] {
      #expect(Self.index.find(query, exactOnly: true).matches.isEmpty, "\(query)")
    }
  }

  @Test("Results are ranked by rule, then id, one per owner, and cut at the limit")
  func ranking() {
    let sergeys = Self.index.find("Sergej")
    #expect(sergeys.matches.map(\.id) == ["p-lavrov", "p-naryshkin"])
    #expect(!sergeys.isTruncated)
    let pompeo = Self.index.find("Pompeo")
    #expect(pompeo.matches.map(\.id) == ["p-pompeo", "p-kompeo"])
    #expect(pompeo.matches.map(\.rule) == [.someWords, .oneEdit])
    let cut = Self.index.find("Pompeo", limit: 1)
    #expect(cut.matches == Array(pompeo.matches.prefix(1)) && cut.isTruncated)
    #expect(Self.index.find("Pompeo", limit: -1).matches.isEmpty)
    #expect(Self.index.find("Pompeo", limit: .max) == pompeo)
  }

  @Test("In numbers every digit counts")
  func numbers() {
    #expect(Self.one("Unit 12345")?.id == "a-unit")
    #expect(Self.one("Unit 12346") == nil)
  }

  static func one(_ query: String) -> NameMatch<String>? {
    guard case .one(let match) = index.resolve(query) else { return nil }
    return match
  }
}
