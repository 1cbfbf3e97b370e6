import CaseModel
import GraphModel
import Testing

@Suite("Checking what a person should look at")
struct LintTests {
  /// Findings of one kind in the fixture, in which everything else is claimed.
  private func findings(
    _ code: ErrorCode,
    archivedText: (Source) -> ArchivedText = { _ in .notSought },
    _ change: (inout CaseFixture) -> Void
  ) -> [CaseFinding] {
    var fixture = CaseFixture()
    change(&fixture)
    return CaseChecker.findings(in: fixture.content, archivedText: archivedText)
      .filter { $0.code == code }
  }

  private func date(_ edtf: String) throws -> UncertainDate { try UncertainDate(edtf: edtf) }

  // MARK: - Dates

  @Test("A date of an event that reaches past its source is doubtful, one that ends with it is not")
  func dateWidens() throws {
    for (edtf, isFound) in [("2031-01-10", false), ("2031-01", true), ("2031-01-05/..", true)] {
      let date = try date(edtf)
      let found = findings(.dateWidens) { fixture in
        fixture.content.attributes = [Attribute(id: "d", event: "M1", value: .date(date))]
        fixture.claim("paper", .asserts, .fact("d"))
      }
      #expect(found.map(\.record) == (isFound ? ["d"] : []), "\(edtf)")
    }
  }

  @Test("The last of several sources decides, and a denial gives no date")
  func latestSource() throws {
    let date = try date("2031-01")
    func found(_ stance: Stance) -> Int {
      findings(.dateWidens) { fixture in
        fixture.content.attributes = [Attribute(id: "d", event: "M1", value: .date(date))]
        fixture.claim("paper", .asserts, .fact("d"))
        fixture.claim("gazette", stance, .fact("d"), source: "s-late")
      }
      .count
    }
    #expect(found(.asserts) == 0)
    #expect(found(.denies) == 1)
  }

  @Test("A claim made after its source is told from one that may have been")
  func said() {
    let codes = ["2031-01-10", "2031-01-11", "2031-01"].map { said in
      var fixture = CaseFixture()
      fixture.claim("ambassador", .asserts, said: said)
      return CaseChecker.findings(in: fixture.content).filter { $0.key == "said" }.map(\.code)
    }
    #expect(codes == [[], [.saidAfterPublication], [.dateWidens]])
  }

  // MARK: - Sources

  private func addQuote(_ quote: String, to fixture: inout CaseFixture) {
    fixture.content.sources = [
      Source(id: "s", title: "T", archivedText: "s.txt", sha256: String(repeating: "a", count: 64))
    ]
    fixture.content.claims = [
      Claim(
        id: "c1",
        claimant: "ambassador",
        stance: .asserts,
        target: .fact("M1"),
        source: "s",
        quote: quote
      )
    ]
  }

  @Test(
    "A quote stands in its source whatever line breaks, quotation marks and omissions look like",
    arguments: [
      ("he \"came\" here", true), ("he “came”\n  here", true), ("He came", false),
      ("he … here for talks", true), ("he [...] talks.", true), ("talks … came", false),
      ("… for talks.", true), ("talks!", false), ("‘his’ colleagues—all", true), ("…", true),
    ]
  )
  func quotes(_ quote: String, _ isFound: Bool) {
    let text = "Yes, he «came»\there\nfor talks. 'His' and 'his'\u{A0}colleagues-all of them."
    let sum = String(repeating: "a", count: 64)
    let found = findings(.quoteNotInSource, archivedText: { _ in .text(text, sha256: sum) }) {
      addQuote(quote, to: &$0)
    }
    #expect(found.map(\.record) == (isFound ? [] : ["c1"]))
  }

  @Test("An archived text that is gone is a warning, one that changed an error")
  func archive() {
    let missing = findings(.archiveMissing, archivedText: { _ in .unreadable("no such file") }) {
      addQuote("came", to: &$0)
    }
    #expect(missing.map(\.severity) == [.warning])
    #expect(missing.first?.message == "the archived text 's.txt' cannot be read: no such file")
    let changed = findings(.archiveChanged, archivedText: { _ in .text("came", sha256: "b") }) {
      addQuote("came", to: &$0)
    }
    #expect(changed.map(\.severity) == [.error])
  }

  @Test("Texts are asked for only where a source names one, and once")
  func textsSought() {
    var asked: [SourceID] = []
    var fixture = CaseFixture()
    addQuote("came", to: &fixture)
    fixture.content.sources.append(Source(id: "t", title: "T"))
    _ = CaseChecker.findings(in: fixture.content) { source in
      asked.append(source.id)
      return .notSought
    }
    #expect(asked == ["s"])
  }

  // MARK: - Sides

  @Test("A person who met somebody without a side is doubtful, an outlet that spoke is not")
  func sides() {
    let found = findings(.noSide) { fixture in
      fixture.content.entities.append(Entity(id: "z", type: .person, name: "Zoe"))
      fixture.content.entities.append(
        Entity(id: "lone", type: .agency, name: "Lone Service", agencyKind: .service)
      )
      fixture.content.events.append(Event(id: "S1", type: .statement, title: "S"))
      for (event, entity) in [("M1", "z"), ("S1", "z"), ("M1", "lone"), ("S1", "paper")] {
        fixture.content.participations.append(
          Participation(
            id: FactID("\(event)/\(entity)"),
            event: EventID(event),
            participant: .entity(EntityID(entity))
          )
        )
      }
    }
    #expect(found.map(\.record) == ["lone", "z"])
    #expect(
      found.last?.message == "'Zoe' took part in M1 and 1 more, but nothing says on which side"
    )
  }

  @Test("A post that ended before the event gives no side")
  func formerPost() throws {
    let held = try date("2020/2025")
    let day = try date("2031-01-05")
    let found = findings(.noSide) { fixture in
      fixture.content.posts[0] = Post(
        id: "p1",
        holder: "anna",
        title: "Director",
        agency: "a-service",
        held: held
      )
      fixture.content.attributes = [Attribute(id: "d", event: "M1", value: .date(day))]
    }
    #expect(found.map(\.record) == ["anna"])
  }

  // MARK: - Questions

  @Test(
    "Questions that nothing can answer are found",
    arguments: [
      (QuestionPattern(find: .participant, with: ["anna"]), nil),
      (QuestionPattern(find: .event, with: ["anna"], types: [.call]), "pattern"),
      (QuestionPattern(find: .topic, with: ["anna", "senator"]), "pattern"),
      (QuestionPattern(find: .topic, with: ["anna", "senator"], events: ["M1"]), nil),
      (QuestionPattern(find: .topic), "pattern"),
      (QuestionPattern(find: .topic, types: [.meeting]), nil),
      (QuestionPattern(find: .topic, with: ["arms"]), "with"),
      (QuestionPattern(find: .participant, events: ["M1"], side: "anna"), "side"),
      (QuestionPattern(find: .participant, events: ["M1"], agencies: ["arms"]), "agencies"),
    ] as [(QuestionPattern, String?)]
  )
  func questions(_ pattern: QuestionPattern, _ key: String?) {
    let found = findings(.unanswerableQuestion) { fixture in
      fixture.content.entities.append(Entity(id: "arms", type: .topic, name: "Arms"))
      fixture.content.questions = [Question(id: "Q1", text: "?", pattern: pattern)]
    }
    #expect(found.map(\.key) == (key.map { [$0] } ?? []))
  }

  @Test("A question is asked or declined, not asserted")
  func stances() {
    let found = findings(.invalidValue) { fixture in
      let pattern = QuestionPattern(find: .topic, events: ["M1"])
      fixture.content.questions = [Question(id: "Q1", text: "?", pattern: pattern)]
      fixture.claim("senator", .asks, .question("Q1"))
      fixture.claim("senator", .denies, .question("Q1"))
    }
    #expect(found.map(\.record) == ["c2"])
  }

  // MARK: - Entities and facts

  @Test("Two entities of one type with one name may be one")
  func names() {
    let found = findings(.duplicateName) { fixture in
      fixture.content.entities += [
        Entity(id: "anna-2", type: .person, name: "ÁNNA  Ahorn"),
        Entity(id: "anna-3", type: .topic, name: "Anna Ahorn"),
        Entity(id: "official-2", type: .person, name: "an official", isUnnamed: true),
        Entity(id: "boris-2", type: .person, name: "Boris Birke"),
      ]
      fixture.content.relations.append(
        Relation(id: "same", kind: .sameAs, subject: "boris-2", object: "boris")
      )
    }
    #expect(found.map(\.record) == ["anna-2"])
    #expect(found.first?.message == "'anna-2' and 'anna' are both named 'Anna Ahorn'")
  }

  @Test("A fact without a claim is found, an event rests on its parts, a gap needs no claim")
  func evidence() {
    let found = findings(.factWithoutClaim) { fixture in
      fixture.content.relations = []
      fixture.content.posts = []
      fixture.content.events.append(Event(id: "M2", type: .meeting, title: "Other"))
      fixture.content.participations.append(
        Participation(
          id: "M1/gap",
          event: "M1",
          participant: .unknown(description: "who", side: nil)
        )
      )
      fixture.claim("ambassador", .asserts, .fact("M1/boris"))
    }
    #expect(found.map(\.record) == ["M1/anna", "M2"])
    #expect(found.first?.message == "nobody says that Anna Ahorn took part in M1")
  }

  @Test("An entity of a type that makes no sense in its place is doubtful")
  func roles() {
    let found = findings(.wrongType) { fixture in
      fixture.content.entities.append(Entity(id: "arms", type: .topic, name: "Arms"))
      fixture.content.posts.append(Post(id: "p9", holder: "aa", title: "T", agency: "bb"))
      fixture.content.participations.append(
        Participation(id: "M1/arms", event: "M1", participant: .entity("arms"))
      )
      fixture.content.relations.append(
        Relation(id: "c9", kind: .citizenOf, subject: "anna", object: "paper")
      )
    }
    #expect(found.map(\.record) == ["M1/arms", "c9", "p9", "p9"])
    #expect(
      found.first?.message == "'arms' is a Topic, and 'who' wants a Person or Agency or Country"
    )
  }

  @Test("Errors come first, then findings in natural order of the records")
  func order() {
    var fixture = CaseFixture()
    fixture.claim("ambassador", .asserts, .fact("nothing"), id: "z")
    let found = CaseChecker.findings(in: fixture.content)
    #expect(found.first?.code == .claimAboutNothing)
    #expect(found.dropFirst().allSatisfy { $0.severity == .warning })
    let records = found.dropFirst().map(\.record)
    #expect(records == records.sorted(by: NaturalOrder.isAscending))
  }
}
