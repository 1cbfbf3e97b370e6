import CaseModel
import GraphModel
import Testing

@Suite("Claims that count")
struct KnownClaimsTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  @Test("are known from the day their source was published")
  func asKnown() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("gazette", .asserts, source: "s-late")
    let before = ReadFilter(asKnown: try day("2031-01-09"))
    let between = ReadFilter(asKnown: try day("2031-01-10"))
    let after = ReadFilter(asKnown: try day("2031-02-10"))
    #expect(fixture.assessment("M1/boris", before)?.status == nil)
    #expect(!fixture.view(before).shows("M1/boris"))
    #expect(fixture.view(before).hidden[.notYetKnown] > 0)
    #expect(fixture.assessment("M1/boris", between)?.status == .reported)
    #expect(fixture.assessment("M1/boris", after)?.status == .corroborated)
  }

  @Test("of an inexact day count only once they were certainly known")
  func inexact() throws {
    var fixture = CaseFixture()
    fixture.content.sources.append(
      Source(
        id: "s-vague",
        title: "Vague",
        published: try UncertainDate(edtf: "[2031-03-01,2031-03-04]")
      )
    )
    fixture.claim("paper", .asserts, id: "c1", source: "s-vague")
    let view = fixture.view(ReadFilter(asKnown: try day("2031-03-02")))
    #expect(view.known.excluded["c1"] == .perhapsNotYetKnown)
    #expect(fixture.view(ReadFilter(asKnown: try day("2031-03-04"))).shows("M1/boris"))
  }

  @Test("without a source are known from the day they were made; without both never by a day")
  func withoutSource() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1", source: nil, said: "2031-01-02")
    fixture.claim("gazette", .asserts, id: "c2", source: nil)
    let excluded = fixture.view(ReadFilter(asKnown: try day("2031-01-02"))).known.excluded
    #expect(excluded["c1"] == nil)
    #expect(excluded["c2"] == .perhapsNotYetKnown)
  }

  @Test("do not come from sources left out, nor through claims from these")
  func without() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .claim("c2"), id: "c1")
    fixture.claim("anna", .confirms, id: "c2", source: "s-late", via: "c1")
    let view = fixture.view(ReadFilter(without: ["s-paper"]))
    #expect(view.known.excluded["c1"] == .sourceLeftOut)
    #expect(view.known.excluded["c2"] == .viaExcluded("c1"))
    #expect(!view.shows("M1/boris"))
    #expect(view.hidden[.sourceLeftOut] > 0)
  }

  @Test("come only from the sources wanted")
  func only() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("gazette", .asserts, source: "s-late")
    #expect(fixture.assessment("M1/boris", ReadFilter(only: ["s-late"]))?.origins == ["gazette"])
  }

  @Test("fall from the day of their retraction, not before")
  func retraction() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("paper", .retracts, .claim("c1"), id: "c2", source: "s-late")
    let early = fixture.view(ReadFilter(asKnown: try day("2031-01-31")))
    #expect(early.status("M1/boris") == .reported)
    let late = fixture.view()
    #expect(late.status("M1/boris") == nil)
    #expect(late.known.excluded["c1"] == .retracted(by: "c2"))
    #expect(late.hidden[.retracted] > 0)
  }

  @Test("of one claimant about a fact fall together, but not what is said certainly later")
  func retractionOfFact() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1", said: "2031-01-01")
    fixture.claim("gazette", .asserts, id: "c2", said: "2031-01-01")
    fixture.claim("paper", .retracts, id: "c3", said: "2031-01-05")
    fixture.claim("paper", .asserts, id: "c4", said: "2031-01-09")
    let excluded = fixture.view().known.excluded
    #expect(excluded["c1"] == .retracted(by: "c3"))
    #expect(excluded["c2"] == nil)
    #expect(excluded["c4"] == nil)
  }

  @Test("survive chains that go in circles")
  func circle() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1", via: "c2")
    fixture.claim("gazette", .asserts, id: "c2", via: "c1")
    #expect(fixture.view().known.excluded.isEmpty)
  }
}
