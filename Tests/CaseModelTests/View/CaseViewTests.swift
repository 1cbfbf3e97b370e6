import CaseModel
import GraphModel
import Testing

@Suite("Views of a case")
struct CaseViewTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func bounds(_ edtf: String) throws -> DateBounds { try UncertainDate(edtf: edtf).bounds }

  /// A meeting with a date, claimed as one likes.
  private func dated(_ edtf: String) throws -> CaseFixture {
    var fixture = CaseFixture()
    fixture.content.attributes = [
      Attribute(id: "M1#date", event: "M1", value: .date(try UncertainDate(edtf: edtf)))
    ]
    return fixture
  }

  @Test("show everything without a filter, and hide nothing")
  func everything() throws {
    var fixture = try dated("2031-05")
    fixture.claim("boris", .denies)
    let view = fixture.view()
    #expect(view.hidden.total == 0)
    for fact in fixture.content.facts { #expect(view.shows(fact.id), "\(fact.id)") }
    #expect(view.assessment("nothing") == nil)
    #expect(!view.shows("nothing"))
  }

  @Test(
    "by when it happened let through what may have been within the days",
    arguments: [
      ("2031-05-10", true), ("2031-05", true), ("2031-04/2031-05-01", true), ("2031-06", false),
      ("2031-04-30", false), ("../2031-04", false), ("../2031-05-01", true), ("2032/..", false),
      ("[2031-01-01,2031-12-31]", true),
    ]
  )
  func happened(edtf: String, isShown: Bool) throws {
    let filter = ReadFilter(happened: try bounds("2031-05"))
    let view = try dated(edtf).view(filter)
    #expect(view.shows("M1") == isShown)
    #expect(view.shows("M1/anna") == isShown, "parts go with their event")
    #expect(view.shows("p1"), "posts are no events")
    #expect(view.hidden[.outsideTime] == (isShown ? 0 : 4))
    #expect(view.events.count == (isShown ? 1 : 0))
  }

  @Test("by when it happened let through events without a date")
  func undated() throws {
    #expect(CaseFixture().view(ReadFilter(happened: try bounds("2031-05"))).shows("M1"))
  }

  @Test("by when it was known do not use a date that became known later")
  func laterDate() throws {
    var fixture = try dated("2031-05")
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    fixture.claim("gazette", .asserts, .fact("M1#date"), source: "s-late")
    var filter = ReadFilter(asKnown: try day("2031-01-31"), happened: try bounds("2020"))
    #expect(fixture.view(filter).shows("M1"), "when it was is not known yet")
    #expect(fixture.view(filter).bounds(of: "M1") == .unbounded)
    filter.asKnown = try day("2031-02-10")
    #expect(!fixture.view(filter).shows("M1"))
    #expect(fixture.view(filter).hidden[.outsideTime] > 0)
    filter = ReadFilter(happened: try bounds("2020"), without: ["s-late"])
    #expect(fixture.view(filter).shows("M1"), "nor does a source left out place the event")
  }

  @Test("by when it was known do not find sides by a date that became known later")
  func laterSides() throws {
    var fixture = try dated("2031-05")
    fixture.content.posts[0] = Post(
      id: "p1",
      holder: "anna",
      title: "Director",
      agency: "a-service",
      held: try UncertainDate(edtf: "2029/2030")
    )
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    fixture.claim("paper", .asserts, .fact("p1"))
    fixture.claim("gazette", .asserts, .fact("M1#date"), source: "s-late")
    let early = fixture.view(ReadFilter(asKnown: try day("2031-01-31")))
    #expect(early.sides(of: "anna", at: "M1") == ["aa"])
    #expect(fixture.view().sides(of: "anna", at: "M1").isEmpty)
  }

  @Test("by strength hide what is weaker, and what nobody claims", arguments: Status.allCases)
  func minimum(status: Status) {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    let view = fixture.view(ReadFilter(minimum: status))
    let isEnough = Status.reported.isAtLeast(status)
    #expect(view.shows("M1/anna") == isEnough)
    #expect(view.shows("M1") == isEnough)
    #expect(!view.shows("M1/boris"), "nobody speaks of it")
    #expect(view.hidden[.belowMinimum] == view.hidden.total)
    #expect(view.hidden.total == fixture.content.facts.count - (isEnough ? 2 : 0))
  }

  @Test("put empty slots last and show them once their question is asked")
  func slots() throws {
    var fixture = CaseFixture()
    fixture.content.participations.insert(
      Participation(
        id: "M1/a",
        event: "M1",
        participant: .unknown(description: "others", side: "aa"),
        question: "Q1"
      ),
      at: 0
    )
    fixture.content.questions = [
      Question(id: "Q1", text: "Who else?", pattern: QuestionPattern(find: .participant))
    ]
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    fixture.claim("paper", .asserts, .fact("M1/boris"))
    fixture.claim("senator", .asks, .question("Q1"), source: "s-late")
    #expect(
      fixture.view().participations(in: "M1").map(\.id) == ["M1/anna", "M1/boris", "M1/a"]
    )
    let early = fixture.view(ReadFilter(asKnown: try day("2031-01-31")))
    #expect(early.participations(in: "M1").map(\.id) == ["M1/anna", "M1/boris"])
    #expect(early.participations(of: "boris").map(\.id) == ["M1/boris"])
  }

  @Test("give the best supported date of an event, the first of equals")
  func bestDate() throws {
    var fixture = try dated("2031-05")
    fixture.content.attributes += [
      Attribute(id: "x2", event: "M1", value: .date(try UncertainDate(edtf: "2031-06"))),
      Attribute(id: "x3", event: "M1", value: .date(try UncertainDate(edtf: "2031-07"))),
    ]
    #expect(fixture.view().date(of: "M1")?.edtf == "2031-05")
    fixture.claim("paper", .asserts, .fact("x3"))
    fixture.claim("paper", .asserts, .fact("x2"))
    #expect(fixture.view().date(of: "M1")?.edtf == "2031-06")
    fixture.claim("anna", .confirms, .fact("x3"))
    #expect(fixture.view().date(of: "M1")?.edtf == "2031-07")
    #expect(CaseFixture().view().date(of: "M1") == nil)
    #expect(fixture.view().bounds(of: "M1").description == "[2031-05-01, 2031-07-31]")
  }

  @Test("count what they hide once, by reason")
  func hiddenReasons() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .claim("c2"), id: "c1", source: "s-late")
    fixture.claim(
      "official",
      .asserts,
      .fact("M1/boris"),
      id: "c2",
      source: nil,
      said: "2031-01-01",
      via: "c1"
    )
    let early = fixture.view(ReadFilter(asKnown: try day("2031-01-31")))
    #expect(early.hidden[.notYetKnown] == fixture.content.facts.count)
    #expect(early.hidden.total == fixture.content.facts.count)
    let without = fixture.view(ReadFilter(without: ["s-late"]))
    #expect(without.hidden[.sourceLeftOut] == without.hidden.total)
    #expect(!without.shows("M1/boris"))
    for reason in HiddenCounts.Reason.allCases { #expect(!reason.words.isEmpty) }
  }
}
