import CaseModel
import GraphModel
import Testing

@Suite("How far questions are answered")
struct QuestionCoverageTests {
  /// Who met Boris, asked by the senator.
  private func fixture(_ pattern: QuestionPattern? = nil) -> CaseFixture {
    var fixture = CaseFixture()
    let pattern = pattern ?? QuestionPattern(find: .participant, with: ["boris"])
    fixture.content.questions = [Question(id: "Q1", text: "Who?", pattern: pattern)]
    fixture.claim("senator", .asks, .question("Q1"), id: "q1")
    return fixture
  }

  private func coverage(_ fixture: CaseFixture, _ filter: ReadFilter = ReadFilter())
    -> QuestionCoverage?
  {
    fixture.view(filter).coverage().first
  }

  @Test("answered: every fact of an answer is confirmed")
  func answered() {
    var fixture = fixture()
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    fixture.claim("anna", .confirms, .fact("M1/anna"))
    let coverage = coverage(fixture)
    #expect(coverage?.state == .answered)
    #expect(coverage?.answers.map(\.fact) == ["M1/anna"])
    #expect(coverage?.answers.first?.evidence.facts == ["M1", "M1/anna", "M1/boris"])
    #expect(coverage?.asked == ["q1"])
    #expect(coverage?.refusals == [])
  }

  @Test(
    "partial: an answer rests on a weaker fact",
    arguments: ["M1/anna", "M1/boris"] as [FactID]
  )
  func weaker(fact: FactID) {
    var fixture = fixture()
    fixture.claim(fact == "M1/anna" ? "boris" : "anna", .confirms, .fact(fact))
    fixture.claim("paper", .asserts, .fact(fact == "M1/anna" ? "M1/boris" : "M1/anna"))
    #expect(coverage(fixture)?.state == .partial)
    #expect(coverage(fixture)?.answers.first?.evidence.status == .reported)
  }

  @Test("partial: the answer names nobody")
  func unnamed() {
    var fixture = fixture()
    fixture.content.participations[0] = Participation(
      id: "M1/anna",
      event: "M1",
      participant: .entity("official")
    )
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    fixture.claim("boris", .confirms, .fact("M1/anna"))
    #expect(coverage(fixture)?.state == .partial)
    #expect(coverage(fixture)?.answers.first?.isUnnamed == true)
    #expect(coverage(fixture)?.answers.first?.evidence.status == .confirmed)
  }

  @Test("partial: nobody ties the event to all whom the question names")
  func untied() {
    var fixture = fixture(
      QuestionPattern(find: .topic, with: ["boris", "senator"], events: ["M1"])
    )
    fixture.content.entities.append(Entity(id: "trade", type: .topic, name: "Trade"))
    fixture.content.attributes = [Attribute(id: "t", event: "M1", value: .topic("trade"))]
    fixture.claim("boris", .confirms, .fact("t"))
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    #expect(coverage(fixture)?.state == .partial)
    #expect(coverage(fixture)?.answers.first?.untied == ["senator"])
  }

  @Test(
    "refused: nobody answers, and somebody declines the question or a fact that would",
    arguments: [
      ClaimTarget.question("Q1"), .fact("M1/anna"), .fact("M1/boris"), .fact("M1"),
    ]
  )
  func refused(target: ClaimTarget) {
    var fixture = fixture()
    fixture.claim("anna", .declines, target, id: "r1")
    let coverage = coverage(fixture)
    #expect(coverage?.state == .refused)
    #expect(coverage?.refusals == ["r1"])
    #expect(coverage?.answers == [])
  }

  @Test("open: nobody answers, whatever the case has prepared as an answer")
  func open() {
    let fixture = fixture()
    #expect(coverage(fixture)?.state == .open)
    #expect(coverage(fixture)?.answers == [])
    var asked = fixture
    asked.claim("senator", .asks, .fact("M1/anna"))
    #expect(coverage(asked)?.state == .open, "what was only asked about answers nothing")
  }

  @Test("partial and refused meet: an answer with a refusal is partial, and lists it")
  func answerAndRefusal() {
    var fixture = fixture()
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    fixture.claim("anna", .declines, .fact("M1/anna"), id: "r1")
    #expect(coverage(fixture)?.state == .partial)
    #expect(coverage(fixture)?.refusals == ["r1"])
  }

  @Test("a denial is an answer, though a weak one")
  func denied() {
    var fixture = fixture(QuestionPattern(find: .event, with: ["boris"]))
    fixture.claim("boris", .denies, .fact("M1"))
    #expect(coverage(fixture)?.state == .partial)
    #expect(coverage(fixture)?.answers.first?.evidence.status == nil, "nobody ties Boris to it")
  }

  @Test("an empty slot answers nothing")
  func slot() {
    var fixture = fixture()
    fixture.content.participations[0] = Participation(
      id: "M1/x",
      event: "M1",
      participant: .unknown(description: "somebody", side: "aa")
    )
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    #expect(coverage(fixture)?.state == .open)
  }

  @Test(
    "each subject finds its own kind of fact",
    arguments: [
      (QuestionPattern.Subject.event, ["M1"]), (.topic, ["x3", "x4"]), (.date, ["x1"]),
      (.place, ["x2"]), (.participant, ["M1/anna"]),
    ] as [(QuestionPattern.Subject, [FactID])]
  )
  func subjects(subject: QuestionPattern.Subject, facts: [FactID]) throws {
    var fixture = fixture(QuestionPattern(find: subject, with: ["boris"]))
    fixture.content.events.append(Event(id: "V1", type: .visit, title: "Visit"))
    fixture.content.attributes = [
      Attribute(id: "x1", event: "M1", value: .date(try UncertainDate(edtf: "2031"))),
      Attribute(id: "x2", event: "M1", value: .place("aa")),
      Attribute(id: "x3", event: "M1", value: .topic("paper")),
      Attribute(id: "x4", event: "M1", value: .subject("V1")),
    ]
    for fact in fixture.content.facts { fixture.claim("paper", .asserts, .fact(fact.id)) }
    #expect(coverage(fixture)?.answers.map(\.fact).sorted() == facts)
  }

  @Test(
    "events are those of the wanted types, or those that bring people together",
    arguments: [
      (EventType.meeting, [], true), (.statement, [], false), (.statement, [.statement], true),
      (.meeting, [.call], false),
    ] as [(EventType, [EventType], Bool)]
  )
  func types(type: EventType, wanted: [EventType], isFound: Bool) {
    var fixture = fixture(QuestionPattern(find: .participant, with: ["boris"], types: wanted))
    fixture.content.events[0] = Event(id: "M1", type: type, title: "It")
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    fixture.claim("anna", .confirms, .fact("M1/anna"))
    #expect(coverage(fixture)?.state == (isFound ? .answered : .open))
  }

  @Test("participants must be of the side asked for")
  func side() {
    for (side, state) in [("aa", QuestionCoverage.State.answered), ("bb", .open)] {
      var fixture = fixture(
        QuestionPattern(find: .participant, with: ["boris"], side: EntityID(side))
      )
      fixture.claim("boris", .confirms, .fact("M1/boris"))
      fixture.claim("anna", .confirms, .fact("M1/anna"))
      #expect(coverage(fixture)?.state == state)
    }
  }

  @Test(
    "participants must belong to an agency asked for at the time, or to a part of it",
    arguments: [
      (nil, true), ("2031", true), ("../2030", false), ("2032/..", false),
    ] as [(String?, Bool)]
  )
  func agencies(held: String?, isFound: Bool) throws {
    var fixture = fixture(
      QuestionPattern(find: .participant, with: ["boris"], agencies: ["house", "council"])
    )
    fixture.content.entities += [
      Entity(id: "house", type: .agency, name: "House"),
      Entity(id: "council", type: .agency, name: "Council"),
    ]
    fixture.content.relations.append(
      Relation(id: "h1", kind: .partOf, subject: "a-service", object: "house")
    )
    fixture.content.posts[0] = Post(
      id: "p1",
      holder: "anna",
      title: "Director",
      agency: "a-service",
      held: try held.map { try UncertainDate(edtf: $0) }
    )
    fixture.content.attributes = [
      Attribute(id: "d", event: "M1", value: .date(try UncertainDate(edtf: "2031-05")))
    ]
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    fixture.claim("anna", .confirms, .fact("M1/anna"))
    #expect(coverage(fixture)?.state == (isFound ? .answered : .open))
  }

  @Test("are left out before they were asked")
  func notYetAsked() throws {
    var fixture = fixture()
    let day = try #require(CalendarDate(year: 2031, month: 1, day: 9))
    let early = ReadFilter(asKnown: day)
    #expect(coverage(fixture, early) == nil)
    #expect(coverage(fixture, ReadFilter(without: ["s-paper"])) == nil)
    fixture.content.claims = []
    #expect(coverage(fixture)?.state == .open, "one that nobody asks is the author's own")
    #expect(coverage(fixture, early) == nil)
  }

  @Test("list answers strongest first")
  func order() {
    var fixture = fixture()
    fixture.content.participations.append(
      Participation(id: "M1/senator", event: "M1", participant: .entity("senator"))
    )
    fixture.claim("boris", .confirms, .fact("M1/boris"))
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    fixture.claim("senator", .confirms, .fact("M1/senator"))
    #expect(coverage(fixture)?.answers.map(\.fact) == ["M1/senator", "M1/anna"])
  }
}
