import CaseModel
import Testing

@Suite("The status table")
struct StatusTableTests {
  typealias Word = (claimant: EntityID, stance: Stance)

  /// A row of the table, or the border between two rows.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let words: [(claimant: EntityID, stance: Stance)]
    let status: Status?

    init(_ description: String, _ words: [Word], _ status: Status?) {
      testDescription = description
      self.words = words
      self.status = status
    }
  }

  static let examples = [
    // Rows.
    Example("nobody says anything: no status", [], nil),
    Example("only asked about: open", [("senator", .asks)], .open),
    Example("one outsider asserts: reported", [("paper", .asserts)], .reported),
    Example(
      "two outsiders assert: corroborated",
      [("paper", .asserts), ("gazette", .asserts)],
      .corroborated
    ),
    Example(
      "asserted, and a party declines: unconfirmed",
      [("paper", .asserts), ("anna", .declines)],
      .unconfirmed
    ),
    Example("a participant affirms: confirmed", [("anna", .confirms)], .confirmed),
    Example(
      "somebody who speaks for a side affirms: confirmed",
      [("ambassador", .asserts)],
      .confirmed
    ),
    Example("a party denies and nobody asserts: denied", [("boris", .denies)], .denied),
    Example(
      "asserted, and a party denies: disputed",
      [("paper", .asserts), ("boris", .denies)],
      .disputed
    ),
    // Borders: the first row that fits wins.
    Example(
      "a party confirms and the other denies: disputed, not confirmed",
      [("anna", .confirms), ("boris", .denies)],
      .disputed
    ),
    Example(
      "a party confirms and the other declines: confirmed, not unconfirmed",
      [("anna", .confirms), ("boris", .declines)],
      .confirmed
    ),
    Example(
      "two outsiders assert and a party declines: unconfirmed, not corroborated",
      [("paper", .asserts), ("gazette", .asserts), ("boris", .declines)],
      .unconfirmed
    ),
    Example("a party declines and nobody asserts: open", [("anna", .declines)], .open),
    Example(
      "an outsider denies what another asserts: still reported",
      [("paper", .asserts), ("gazette", .denies)],
      .reported
    ),
    Example("an outsider alone denies: open", [("paper", .denies)], .open),
    Example(
      "an outsider declines what another asserts: still reported",
      [("paper", .asserts), ("gazette", .declines)],
      .reported
    ),
    Example(
      "a member of parliament belongs to a side but does not speak for it: reported",
      [("senator", .asserts)],
      .reported
    ),
    Example(
      "an unnamed official is not on the record: reported",
      [("official", .asserts)],
      .reported
    ),
    Example(
      "a party asserts and declines: its word is mixed, so unconfirmed",
      [("ambassador", .asserts), ("ambassador", .declines)],
      .unconfirmed
    ),
    Example(
      "a party asserts and denies: disputed",
      [("anna", .asserts), ("anna", .denies)],
      .disputed
    ),
    Example(
      "a party contradicts itself and another of its side confirms: confirmed",
      [("ambassador", .asserts), ("ambassador", .declines), ("anna", .confirms)],
      .confirmed
    ),
    Example(
      "the same outlet twice is one origin: reported",
      [("paper", .asserts), ("paper", .asserts)],
      .reported
    ),
    Example(
      "asking adds nothing to an assertion: reported",
      [("paper", .asserts), ("senator", .asks)],
      .reported
    ),
  ]

  @Test("gives each row and border its status", arguments: examples)
  func row(example: Example) {
    var fixture = CaseFixture()
    for word in example.words { fixture.claim(word.claimant, word.stance) }
    #expect(fixture.assessment()?.status == example.status, "\(example.testDescription)")
  }

  @Test("orders statuses by strength as the contract says")
  func order() {
    let ordered: [Status] = [
      .confirmed, .corroborated, .reported, .unconfirmed, .disputed, .denied, .open,
    ]
    #expect(Status.allCases == ordered)
    #expect(Status.weaker(.confirmed, .open) == .open)
    #expect(Status.weaker(.confirmed, nil) == nil)
    #expect(Status.reported.isAtLeast(.reported))
    #expect(!Status.unconfirmed.isAtLeast(.reported))
  }

  @Test("hears an unnamed official on the record when the claim says so")
  func explicitlyOnRecord() {
    var fixture = CaseFixture()
    fixture.claim("official", .asserts, onRecord: true)
    #expect(fixture.assessment()?.status == .confirmed)
  }

  @Test("takes a named party off the record when the claim says so")
  func explicitlyOffRecord() {
    var fixture = CaseFixture()
    fixture.claim("anna", .asserts, onRecord: false)
    #expect(fixture.assessment()?.status == .reported)
  }

  @Test("lets a later word overtake an earlier refusal, and not the other way round")
  func overtaken() {
    var spoke = CaseFixture()
    spoke.claim("anna", .declines, said: "2031-01-01")
    spoke.claim("anna", .confirms, said: "2031-01-05")
    #expect(spoke.assessment()?.status == .confirmed)

    var backedAway = CaseFixture()
    backedAway.claim("anna", .confirms, said: "2031-01-01")
    backedAway.claim("anna", .declines, said: "2031-01-05")
    #expect(backedAway.assessment()?.status == .unconfirmed)

    var sameDay = CaseFixture()
    sameDay.claim("anna", .declines, said: "2031-01-05")
    sameDay.claim("anna", .confirms, said: "2031-01-05")
    #expect(sameDay.assessment()?.status == .unconfirmed)
  }

  @Test("counts what is said of a part of an event as said of the event, but no denial")
  func entailment() {
    var fixture = CaseFixture()
    fixture.claim("anna", .confirms, .fact("M1/anna"))
    fixture.claim("boris", .denies, .fact("M1/boris"))
    #expect(fixture.assessment("M1")?.status == .confirmed)
    #expect(fixture.assessment("M1/boris")?.status == .denied)
  }

  @Test("calls an empty slot open")
  func slot() {
    var fixture = CaseFixture()
    fixture.content.participations.append(
      Participation(
        id: "M1/x",
        event: "M1",
        participant: .unknown(description: "others", side: "aa")
      )
    )
    #expect(fixture.assessment("M1/x")?.status == .open)
  }
}
