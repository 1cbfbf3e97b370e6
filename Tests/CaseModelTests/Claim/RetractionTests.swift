import CaseModel
import GraphModel
import Testing

@Suite("Retractions")
struct RetractionTests {
  private func excluded(_ fixture: CaseFixture, _ filter: ReadFilter = ReadFilter())
    -> [ClaimID: KnownClaims.Exclusion]
  {
    fixture.view(filter).known.excluded
  }

  @Test("A retraction that was itself taken back takes nothing back", arguments: [false, true])
  func takenBack(isReversed: Bool) {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("paper", .retracts, .claim("c1"), id: "c2")
    fixture.claim("paper", .retracts, .claim("c2"), id: "c3")
    if isReversed { fixture.content.claims.reverse() }
    #expect(excluded(fixture) == ["c2": .retracted(by: "c3")])
    #expect(fixture.assessment()?.status == .reported)
    fixture.claim("paper", .retracts, .claim("c3"), id: "c4")
    #expect(excluded(fixture) == ["c1": .retracted(by: "c2"), "c3": .retracted(by: "c4")])
  }

  @Test("A retraction known later does not count before")
  func notYetKnown() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("paper", .retracts, .claim("c1"), id: "c2")
    fixture.claim("paper", .retracts, .claim("c2"), id: "c3", source: "s-late")
    let day = try #require(CalendarDate(year: 2031, month: 1, day: 31))
    let early = ReadFilter(asKnown: day)
    #expect(excluded(fixture, early) == ["c1": .retracted(by: "c2"), "c3": .notYetKnown])
    #expect(excluded(fixture) == ["c2": .retracted(by: "c3")])
  }

  @Test("A retraction that reached us only through a source left out does not count")
  func viaLeftOut() {
    var fixture = CaseFixture()
    fixture.claim("boris", .asserts, id: "c1", source: nil)
    fixture.claim("paper", .asserts, .claim("c3"), id: "c2")
    fixture.claim("boris", .retracts, id: "c3", source: nil, via: "c2")
    #expect(excluded(fixture) == ["c1": .retracted(by: "c3")])
    #expect(
      excluded(fixture, ReadFilter(without: ["s-paper"]))
        == ["c2": .sourceLeftOut, "c3": .viaExcluded("c2")]
    )
  }

  @Test("What came through a retracted report falls with it, however long the chain")
  func chain() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .claim("c2"), id: "c1")
    fixture.claim("gazette", .asserts, .claim("c3"), id: "c2", via: "c1")
    fixture.claim("official", .asserts, id: "c3", via: "c2")
    fixture.claim("paper", .retracts, .claim("c1"), id: "c4")
    let view = fixture.view()
    #expect(view.known.excluded["c2"] == .viaExcluded("c1"))
    #expect(view.known.excluded["c3"] == .viaExcluded("c1"))
    #expect(view.hidden[.retracted] > 0)
  }

  @Test("A denial can be taken back like an assertion")
  func denial() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("boris", .denies)
    #expect(fixture.assessment()?.status == .disputed)
    fixture.claim("boris", .retracts)
    #expect(fixture.assessment()?.status == .reported)
  }

  @Test("A retraction of a fact takes back nothing of another claimant or fact")
  func others() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("anna", .confirms, .fact("M1/anna"), id: "c2")
    fixture.claim("anna", .retracts, id: "c3")
    #expect(excluded(fixture).isEmpty)
  }

  @Test(
    "Retractions in a circle, of themselves or of nothing end",
    arguments: [
      [("c1", "c2"), ("c2", "c1")], [("c1", "c1")], [("c1", "nothing")],
      [("c1", "c2"), ("c2", "c3"), ("c3", "c1")],
    ] as [[(ClaimID, ClaimID)]]
  )
  func circle(links: [(ClaimID, ClaimID)]) {
    var fixture = CaseFixture()
    for (id, target) in links { fixture.claim("paper", .retracts, .claim(target), id: id) }
    let excluded = excluded(fixture)
    #expect(excluded["c1"] == nil, "the first stands")
    #expect(excluded.count <= links.count / 2)
  }

  @Test("A chain of many thousand retractions is no danger")
  func longChain() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c0")
    for number in 1...20_000 {
      fixture.claim(
        "paper",
        .retracts,
        .claim(ClaimID("c\(number - 1)")),
        id: ClaimID("c\(number)"),
        via: number > 1 ? ClaimID("v\(number)") : nil
      )
    }
    let excluded = excluded(fixture)
    #expect(excluded["c0"] == nil)
    #expect(excluded.count == 10_000)
  }

  @Test("Nobody takes back a claim of somebody else that did not come through them")
  func foreignRetraction() {
    var fixture = CaseFixture()
    fixture.claim("gazette", .asserts, id: "c1")
    fixture.claim("boris", .asserts, id: "c2", via: "c1")
    fixture.claim("paper", .retracts, .claim("c2"), id: "c3")
    #expect(fixture.view().known.excluded["c2"] == nil)
    fixture.claim("gazette", .retracts, .claim("c2"), id: "c4")
    #expect(fixture.view().known.excluded["c2"] == .retracted(by: "c4"))
  }
}
