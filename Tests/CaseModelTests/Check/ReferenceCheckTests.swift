import CaseModel
import GraphModel
import Testing

@Suite("Checking references")
struct ReferenceCheckTests {
  private func findings(_ change: (inout CaseFixture) -> Void) -> [CaseFinding] {
    var fixture = CaseFixture()
    change(&fixture)
    return CaseChecker.referenceFindings(in: fixture.content)
  }

  @Test("A case whose references resolve has no findings")
  func sound() {
    #expect(findings { $0.claim("ambassador", .asserts) }.isEmpty)
  }

  @Test("An id that names nothing is an error with near misses")
  func dangling() throws {
    let found = findings { fixture in
      fixture.content.participations.append(
        Participation(id: "M1/borsi", event: "M1", participant: .entity("borsi"))
      )
    }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .danglingID)
    #expect(finding.severity == .error)
    #expect(finding.record == "M1/borsi")
    #expect(finding.key == "who")
    #expect(finding.candidates == ["boris"])
    #expect(finding.message == "'borsi' names nothing; it must be an entity")
  }

  @Test("An id of another kind of record says what it is")
  func otherKind() throws {
    let found = findings { $0.claim("M1", .asserts) }
    #expect(found.map(\.code) == [.danglingID])
    #expect(found.first?.message == "'M1' is an event, not an entity")
    #expect(found.first?.key == "claimant")
  }

  @Test("Every reference of every record is followed")
  func everyReference() {
    let found = findings { fixture in
      fixture.content.posts.append(
        Post(id: "p", holder: "x", title: "T", agency: "x", country: "x", accreditedTo: "x")
      )
      fixture.content.relations.append(
        Relation(id: "r", kind: .partOf, subject: "x", object: "x")
      )
      fixture.content.participations.append(
        Participation(
          id: "s",
          event: "x",
          participant: .unknown(description: "who", side: "x"),
          question: "x"
        )
      )
      fixture.content.attributes = [
        Attribute(id: "t", event: "x", value: .place("x")),
        Attribute(id: "u", event: "M1", value: .topic("x")),
      ]
      fixture.content.claims = [
        Claim(
          id: "v",
          claimant: "x",
          stance: .asserts,
          target: .fact("M1"),
          source: "x",
          via: "x",
          utterance: "x"
        )
      ]
      let pattern = QuestionPattern(
        find: .event,
        with: ["x"],
        events: ["x"],
        side: "x",
        agencies: ["x"]
      )
      fixture.content.questions = [Question(id: "w", text: "?", pattern: pattern)]
    }
    let keys = Dictionary(grouping: found, by: \.record).mapValues { $0.map { $0.key ?? "-" } }
    #expect(found.allSatisfy { $0.code == .danglingID })
    #expect(
      keys == [
        "p": ["holder", "agency", "country", "accreditedTo"], "r": ["subject", "object"],
        "s": ["-", "question", "side"], "t": ["-", "of"], "u": ["of"],
        "v": ["claimant", "source", "via", "utterance"],
        "w": ["with", "events", "agencies", "side"],
      ]
    )
  }

  @Test("Ids are unique over all kinds of record")
  func duplicates() {
    let found = findings { fixture in
      fixture.content.sources.append(Source(id: "anna", title: "T"))
      fixture.content.events.append(Event(id: "M1", type: .call, title: "T"))
    }
    #expect(found.map(\.code) == [.duplicateID, .duplicateID])
    #expect(
      found.map(\.message) == [
        "'M1' is the id of two records, each an event",
        "'anna' is the id of an entity and of a source",
      ]
    )
  }

  @Test("A claim about an id that nothing bears is about nothing")
  func aboutNothing() throws {
    let found = findings { $0.claim("ambassador", .asserts, .fact("M1/bori")) }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .claimAboutNothing)
    #expect(finding.candidates.first == "M1/boris")
    #expect(finding.key == "about")
  }

  @Test("A claim about an entity says what to name instead")
  func aboutEntity() throws {
    let finding = try #require(findings { $0.claim("ambassador", .asserts, .fact("anna")) }.first)
    #expect(finding.code == .claimAboutNothing)
    #expect(finding.message == "the claim is about 'anna', an entity, which cannot be claimed")
    #expect(finding.remedy == "name a fact about it, such as 'EVENT/anna' for its part in an event")
  }

  @Test("A claim may be about a claim that the document took for a fact")
  func resolvesTargets() {
    let found = findings { fixture in
      fixture.claim("ambassador", .asserts, id: "c1")
      fixture.claim("paper", .asserts, .fact("c1"), id: "c2")
    }
    #expect(found.isEmpty)
  }

  @Test("A circle of reports is found once, from its first claim on")
  func circularVia() {
    let found = findings { fixture in
      fixture.claim("paper", .asserts, id: "c1", via: "c2")
      fixture.claim("gazette", .asserts, id: "c2", via: "c3")
      fixture.claim("paper", .asserts, id: "c3", via: "c2")
      fixture.claim("paper", .asserts, id: "c4", via: "c4")
    }
    #expect(found.map(\.code) == [.circularVia, .circularVia])
    #expect(
      found.map(\.message) == [
        "the chain c2 → c3 → c2 has no end", "the chain c4 → c4 has no end",
      ]
    )
  }

  @Test("Claims about one another are about nothing")
  func circularTargets() {
    let found = findings { fixture in
      fixture.claim("paper", .asserts, .claim("c2"), id: "c1")
      fixture.claim("gazette", .asserts, .claim("c1"), id: "c2")
    }
    #expect(found.map(\.code) == [.claimAboutNothing])
    #expect(found.first?.record == "c1")
  }

  @Test("Long chains and many errors end in good time")
  func size() {
    let found = findings { fixture in
      for number in 1...5_000 {
        let via = ClaimID("c\(number % 5_000 + 1)")
        fixture.claim(
          "paper",
          .asserts,
          .fact(FactID("nothing-\(number)")),
          id: ClaimID("c\(number)"),
          via: via
        )
      }
    }
    #expect(found.count == 5_001)
  }
}
