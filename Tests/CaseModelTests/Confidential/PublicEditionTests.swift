import CaseModel
import Testing

@Suite("The public edition")
struct PublicEditionTests {
  /// A case where the paper asserts publicly that Anna took part, and the rest is up to the test.
  private func fixture() -> CaseFixture {
    var fixture = CaseFixture()
    fixture.content.sources.append(
      Source(id: "s-secret", title: "A leak", isConfidential: true)
    )
    fixture.claim("paper", .asserts, .fact("M1/anna"), id: "c1")
    return fixture
  }

  private func edition(_ fixture: CaseFixture) -> PublicEdition {
    PublicEdition(of: fixture.content)
  }

  @Test("of a case without secrets is the case")
  func nothingSecret() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .fact("M1/anna"))
    #expect(edition(fixture).content == fixture.content)
    #expect(edition(fixture).removed.total == 0)
  }

  @Test("has no confidential claim or source, nor claims from such a source")
  func marked() {
    var fixture = fixture()
    fixture.claim("gazette", .asserts, .fact("M1/anna"), id: "c2", confidential: true)
    fixture.claim("gazette", .asserts, .fact("M1/anna"), id: "c3", source: "s-secret")
    let edition = edition(fixture)
    #expect(edition.content.claims.map(\.id) == ["c1"])
    #expect(!edition.content.sources.map(\.id).contains("s-secret"))
    #expect(edition.removed.claims == 2)
    #expect(edition.removed.sources == 1)
    #expect(edition.content.participations.map(\.id).contains("M1/anna"), "the paper says so too")
  }

  @Test("has no claim that came through a confidential one, or that speaks of one")
  func chains() {
    var fixture = fixture()
    fixture.claim("gazette", .asserts, .claim("c3"), id: "c2", confidential: true)
    fixture.claim("ambassador", .asserts, .fact("M1/anna"), id: "c3", via: "c2")
    fixture.claim("senator", .asserts, .fact("M1/anna"), id: "c4", via: "c3")
    fixture.claim("boris", .denies, .claim("c3"), id: "c5")
    #expect(edition(fixture).content.claims.map(\.id) == ["c1"])
  }

  @Test("has no fact of any kind that only a confidential claim supports")
  func facts() throws {
    var fixture = fixture()
    fixture.content.entities.append(Entity(id: "trade", type: .topic, name: "Trade"))
    fixture.content.events.append(Event(id: "M2", type: .meeting, title: "Hidden"))
    fixture.content.participations.append(
      Participation(id: "M2/anna", event: "M2", participant: .entity("anna"))
    )
    fixture.content.attributes = [
      Attribute(id: "t", event: "M1", value: .topic("trade")),
      Attribute(id: "d", event: "M1", value: .date(try UncertainDate(edtf: "2031"))),
      Attribute(id: "m", event: "M1", value: .subject("M2")),
    ]
    for fact in ["M1/boris", "M2/anna", "t", "d", "p3", "s1"] as [FactID] {
      fixture.claim("gazette", .asserts, .fact(fact), source: "s-secret")
    }
    let content = edition(fixture).content
    #expect(content.facts.map(\.id) == ["M1", "M1/anna", "p1", "p4", "p5", "a1"])
    #expect(!content.entities.map(\.id).contains("trade"))
    #expect(!content.entities.map(\.id).contains("gazette"), "it only spoke in confidence")
    #expect(edition(fixture).removed.facts == fixture.content.facts.count - 6)
  }

  @Test("keeps a fact of which somebody still speaks publicly")
  func stillSpokenOf() {
    for stance in [Stance.denies, .declines, .asks] {
      var fixture = fixture()
      fixture.claim("gazette", .asserts, .fact("M1/boris"), confidential: true)
      fixture.claim("boris", stance, .fact("M1/boris"))
      #expect(edition(fixture).content.participations.count == 2, "\(stance)")
    }
  }

  @Test("has nobody who only spoke in confidence, with posts and relations that nobody claims")
  func confidant() {
    var fixture = fixture()
    fixture.content.relations.append(
      Relation(id: "same", kind: .sameAs, subject: "anna", object: "official")
    )
    fixture.claim("official", .asserts, .fact("M1/anna"), confidential: true)
    let content = edition(fixture).content
    #expect(!content.entities.map(\.id).contains("official"))
    #expect(!content.posts.map(\.holder).contains("official"))
    #expect(!content.relations.map(\.id).contains("same"))
    #expect(content.entities.map(\.id).contains("anna"))
    var claimed = fixture
    claimed.claim("paper", .asserts, .fact("p5"))
    #expect(
      edition(claimed).content.posts.map(\.id).contains("p5"),
      "a post that the paper knows of is public"
    )
  }

  @Test("keeps background that never had anything to do with a secret")
  func background() {
    var fixture = fixture()
    fixture.claim("gazette", .asserts, .fact("M1/boris"), confidential: true)
    let content = edition(fixture).content
    #expect(content.entities.map(\.id).contains("senator"), "nobody ever claimed anything of hers")
    #expect(content.posts.map(\.id).contains("p4"))
    #expect(!content.entities.map(\.id).contains("boris"))
    #expect(!content.posts.map(\.id).contains("p2"))
  }

  @Test("has no utterance that was only made in confidential claims")
  func utterance() {
    var fixture = fixture()
    fixture.content.events.append(Event(id: "S1", type: .statement, title: "What he told us"))
    fixture.content.participations.append(
      Participation(
        id: "S1/official",
        event: "S1",
        participant: .entity("official"),
        role: "speaker"
      )
    )
    func claim(_ id: ClaimID, isConfidential: Bool) -> Claim {
      Claim(
        id: id,
        claimant: "official",
        stance: .asserts,
        target: .fact("M1/anna"),
        utterance: "S1",
        isConfidential: isConfidential
      )
    }
    fixture.content.claims.append(claim("c2", isConfidential: true))
    #expect(edition(fixture).content.events.map(\.id) == ["M1"])
    #expect(!edition(fixture).content.entities.map(\.id).contains("official"))
    fixture.content.claims.append(claim("c3", isConfidential: false))
    #expect(edition(fixture).content.events.map(\.id) == ["M1", "S1"])
  }

  @Test("has no question that only a confidential claim asks, nor its empty slots")
  func question() {
    var fixture = fixture()
    fixture.content.questions = [
      Question(id: "Q1", text: "Who?", pattern: QuestionPattern(find: .participant)),
      Question(id: "Q2", text: "What?", pattern: QuestionPattern(find: .topic)),
    ]
    for question in ["Q1", "Q2"] as [QuestionID] {
      fixture.content.participations.append(
        Participation(
          id: FactID("M1/\(question)"),
          event: "M1",
          participant: .unknown(description: "somebody", side: "bb"),
          question: question
        )
      )
    }
    fixture.claim("senator", .asks, .question("Q1"), confidential: true)
    let edition = edition(fixture)
    #expect(edition.content.questions.map(\.id) == ["Q2"])
    #expect(edition.content.participations.map(\.id) == ["M1/anna", "M1/boris", "M1/Q2"])
    #expect(edition.removed.questions == 1)
  }

  @Test("keeps a slot of which somebody speaks, without its question and a side that is gone")
  func spokenSlot() throws {
    var fixture = fixture()
    fixture.content.questions = [
      Question(id: "Q1", text: "Who?", pattern: QuestionPattern(find: .participant))
    ]
    fixture.content.participations.append(
      Participation(
        id: "M1/x",
        event: "M1",
        participant: .unknown(description: "somebody", side: "gazette"),
        question: "Q1"
      )
    )
    fixture.claim("gazette", .asks, .question("Q1"), confidential: true)
    fixture.claim("paper", .asserts, .fact("M1/x"))
    let slot = try #require(edition(fixture).content.participations.last)
    #expect(slot.participant == .unknown(description: "somebody", side: nil))
    #expect(slot.question == nil)
  }

  @Test(
    "has no question that would ask for something else without what is gone",
    arguments: [
      QuestionPattern(find: .topic, with: ["anna", "boris"]),
      .init(find: .participant, side: "b-service"),
      .init(find: .topic, events: ["M2"]), .init(find: .participant, agencies: ["b-service"]),
    ]
  )
  func brokenQuestion(pattern: QuestionPattern) {
    var fixture = fixture()
    fixture.content.events.append(Event(id: "M2", type: .meeting, title: "Hidden"))
    fixture.content.questions = [Question(id: "Q1", text: "What?", pattern: pattern)]
    fixture.claim("gazette", .asserts, .fact("M2"), confidential: true)
    fixture.claim("gazette", .asserts, .fact("M1/boris"), confidential: true)
    #expect(edition(fixture).content.questions.isEmpty)
  }

  @Test("keeps what a public question asks about, and of alternatives those that are left")
  func publicQuestion() {
    var fixture = fixture()
    fixture.content.events.append(Event(id: "M2", type: .meeting, title: "Hidden"))
    fixture.content.questions = [
      Question(
        id: "Q1",
        text: "Whom did Boris meet?",
        pattern: QuestionPattern(
          find: .participant,
          with: ["boris"],
          events: ["M1", "M2"],
          agencies: ["a-service", "gazette"]
        )
      )
    ]
    fixture.claim("gazette", .asserts, .fact("M2"), confidential: true)
    fixture.claim("gazette", .asserts, .fact("M1/boris"), confidential: true)
    fixture.claim("senator", .asks, .question("Q1"))
    let content = edition(fixture).content
    #expect(content.entities.map(\.id).contains("boris"))
    #expect(content.questions.first?.pattern.with == ["boris"])
    #expect(content.questions.first?.pattern.events == ["M1"])
    #expect(content.questions.first?.pattern.agencies == ["a-service", "gazette"])
  }

  @Test("has no source that only confidential claims use")
  func source() {
    var fixture = fixture()
    fixture.claim("gazette", .asserts, .fact("M1/anna"), source: "s-late", confidential: true)
    let edition = edition(fixture)
    #expect(edition.content.sources.map(\.id) == ["s-paper"])
    #expect(edition.removed.sources == 2)
  }

  @Test("refers to nothing that it lacks, whichever claims are confidential")
  func closed() {
    var base = fixture()
    base.content.questions = [
      Question(
        id: "Q1",
        text: "Who?",
        pattern: QuestionPattern(find: .participant, with: ["boris"], side: "aa")
      )
    ]
    base.claim("gazette", .asserts, .claim("c3"), id: "c2")
    base.claim("official", .asserts, .fact("M1/boris"), id: "c3", via: "c2")
    base.claim("senator", .asks, .question("Q1"), id: "c4")
    base.claim("ambassador", .confirms, .fact("M1"), id: "c5")
    base.claim("boris", .denies, .fact("M1/boris"), id: "c6")
    for mask in 0..<(1 << base.content.claims.count) {
      var content = base.content
      content.claims = content.claims.enumerated().map { position, claim in
        Claim(
          id: claim.id,
          claimant: claim.claimant,
          stance: claim.stance,
          target: claim.target,
          source: claim.source,
          via: claim.via,
          isConfidential: mask & (1 << position) != 0
        )
      }
      let edition = PublicEdition(of: content).content
      #expect(edition.danglingReferences == [], "claims \(mask)")
      #expect(edition.claims.filter(\.isConfidential).isEmpty)
      #expect(PublicEdition(of: edition).removed.total == 0, "twice is once, claims \(mask)")
    }
  }
}

extension CaseContent {
  /// The ids that some record refers to and no record has.
  fileprivate var danglingReferences: Set<String> {
    var ids = Set(facts.map(\.id.rawValue) + entities.map(\.id.rawValue))
    ids.formUnion(claims.map(\.id.rawValue) + sources.map(\.id.rawValue))
    ids.formUnion(questions.map(\.id.rawValue))
    var used: [String?] = []
    for claim in claims {
      used += [claim.claimant.rawValue, claim.target.rawValue, claim.via?.rawValue]
      used += [claim.source?.rawValue, claim.utterance?.rawValue]
    }
    for part in participations {
      used += [part.event.rawValue, part.participant.entity?.rawValue, part.question?.rawValue]
    }
    for post in posts {
      used += [post.holder, post.agency, post.country, post.accreditedTo].map { $0?.rawValue }
    }
    for relation in relations { used += [relation.subject.rawValue, relation.object.rawValue] }
    for question in questions {
      used += (question.pattern.with + question.pattern.agencies).map(\.rawValue)
      used += question.pattern.events.map(\.rawValue) + [question.pattern.side?.rawValue]
    }
    return Set(used.compactMap(\.self)).subtracting(ids)
  }
}
