import CaseModel
import Testing

@Suite("Borders of the status table")
struct StatusBorderTests {
  /// All that one voice can say.
  private static let words: [(asserts: Bool, denies: Bool, declines: Bool)] = [
    (false, false, false), (true, false, false), (false, true, false), (false, false, true),
    (true, true, false), (true, false, true), (false, true, true), (true, true, true),
  ]

  private static func voices(isParty: Bool) -> [Voice] {
    words.flatMap { word in
      [true, false].map { isOnRecord in
        Voice(
          claimant: isParty ? "anna" : "paper",
          isParty: isParty,
          asserts: word.asserts,
          isOnRecord: isOnRecord,
          denies: word.denies,
          declines: word.declines
        )
      }
    }
  }

  @Test("hold for every word that two parties and an outsider can say")
  func exhaustive() {
    let parties = Self.voices(isParty: true)
    for first in parties {
      for second in parties {
        for outsider in Self.voices(isParty: false) { check([first, second, outsider]) }
      }
    }
  }

  private func check(_ voices: [Voice]) {
    let origins = voices.filter(\.asserts).count
    let status = StatusTable.status(of: Testimony(voices: voices, originCount: origins))
    let reversed = Testimony(voices: voices.reversed(), originCount: origins)
    let parties = voices.filter(\.isParty)
    let isDenied = parties.contains(where: \.denies)
    var isRight = StatusTable.status(of: reversed) == status
    switch status {
    case .disputed: isRight = isRight && isDenied && origins > 0
    case .denied: isRight = isRight && isDenied && origins == 0
    case .confirmed:
      isRight = isRight && !isDenied && parties.contains { $0.word == .affirms && $0.isOnRecord }
    case .unconfirmed:
      isRight = isRight && !isDenied && origins > 0 && parties.contains(where: \.declines)
    case .corroborated: isRight = isRight && !isDenied && origins > 1
    case .reported: isRight = isRight && !isDenied && origins == 1
    case .open: isRight = isRight && !isDenied && origins == 0
    case nil: isRight = false
    }
    if !isRight { Issue.record("\(String(describing: status)) for \(voices)") }
  }

  typealias Word = StatusTableTests.Word

  @Test(
    "between rows that share a word",
    arguments: [
      StatusTableTests.Example(
        "a party denies, another asserts off the record: disputed, not denied",
        [("official", .asserts), ("boris", .denies)],
        .disputed
      ),
      .init(
        "a party denies and an outsider declines: denied, not open",
        [("boris", .denies), ("paper", .declines)],
        .denied
      ),
      .init(
        "a party denies what was asked: denied",
        [("senator", .asks), ("boris", .denies)],
        .denied
      ),
      .init(
        "a party denies and a party declines: denied",
        [("boris", .denies), ("anna", .declines)],
        .denied
      ),
      .init(
        "a party denies, another declines and an outsider asserts: disputed, not unconfirmed",
        [("boris", .denies), ("anna", .declines), ("paper", .asserts)],
        .disputed
      ),
      .init(
        "an outsider denies and a party declines: open",
        [("paper", .denies), ("anna", .declines)],
        .open
      ),
      .init(
        "an outsider denies what a party confirms: confirmed",
        [("anna", .confirms), ("paper", .denies)],
        .confirmed
      ),
      .init(
        "outsiders assert what a party confirms: confirmed, not corroborated",
        [("anna", .confirms), ("paper", .asserts), ("gazette", .asserts)],
        .confirmed
      ),
      .init(
        "a party off the record and an outsider: corroborated, not confirmed",
        [("official", .asserts), ("paper", .asserts)],
        .corroborated
      ),
      .init(
        "an unnamed official asserts and a director declines: unconfirmed",
        [("official", .asserts), ("anna", .declines)],
        .unconfirmed
      ),
      .init(
        "an unnamed official declines what an outsider asserts: unconfirmed",
        [("official", .declines), ("paper", .asserts)],
        .unconfirmed
      ),
      .init(
        "both parties confirm: confirmed",
        [("anna", .confirms), ("boris", .confirms)],
        .confirmed
      ),
    ]
  )
  func border(example: StatusTableTests.Example) {
    var fixture = CaseFixture()
    for word in example.words { fixture.claim(word.claimant, word.stance) }
    #expect(fixture.assessment()?.status == example.status, "\(example.testDescription)")
  }

  @Test("tell one side from all sides")
  func sides() {
    var fixture = CaseFixture()
    fixture.claim("anna", .confirms)
    #expect(fixture.assessment()?.confirmingSides == ["aa"])
    fixture.claim("boris", .confirms)
    #expect(fixture.assessment()?.confirmingSides == ["aa", "bb"])
  }

  @Test("count as known since the first assertion, not since a question")
  func knownSince() throws {
    var fixture = CaseFixture()
    fixture.claim("senator", .asks, source: nil, said: "2030-01-01")
    #expect(fixture.assessment()?.knownSince == nil)
    fixture.claim("gazette", .asserts, source: "s-late", said: "2030-02-01")
    #expect(fixture.assessment()?.knownSince?.edtf == "2031-02-10", "the source decides")
    fixture.claim("paper", .asserts)
    #expect(fixture.assessment()?.knownSince?.edtf == "2031-01-10")
  }
}
