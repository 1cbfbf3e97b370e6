import CaseModel
import Testing

@Suite("Conflicts")
struct ConflictFinderTests {
  private func date(_ id: FactID, _ edtf: String) throws -> Attribute {
    Attribute(id: id, event: "M1", value: .date(try UncertainDate(edtf: edtf)))
  }

  @Test(
    "One who asserts and declines or denies contradicts itself",
    arguments: [
      Stance.declines, .denies,
    ]
  )
  func contradiction(stance: Stance) {
    var fixture = CaseFixture()
    fixture.claim("ambassador", .asserts, id: "c1")
    fixture.claim("ambassador", stance, id: "c2")
    let conflicts = fixture.view().conflicts()
    #expect(conflicts.map(\.kind) == [.claimantContradictsItself])
    #expect(conflicts.first?.facts == ["M1/boris"])
    #expect(conflicts.first?.affirming == ["c1"])
    #expect(conflicts.first?.opposing == ["c2"])
  }

  @Test("Two who say yes and no disagree, whether or not they were there")
  func disagreement() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("anna", .confirms, id: "c2")
    fixture.claim("gazette", .denies, id: "c3")
    fixture.claim("boris", .denies, id: "c4")
    let conflicts = fixture.view().conflicts()
    #expect(conflicts.map(\.kind) == [.claimantsDisagree, .claimantsDisagree])
    #expect(conflicts.map(\.opposing) == [["c4"], ["c3"]], "in natural order of claimants")
    #expect(conflicts.map(\.affirming) == [["c1", "c2"], ["c1", "c2"]])
  }

  @Test("Asking, declining and agreeing conflict with nobody else")
  func none() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("anna", .confirms)
    fixture.claim("boris", .declines)
    fixture.claim("senator", .asks)
    fixture.claim("gazette", .denies, .fact("M1/anna"))
    #expect(fixture.view().conflicts().isEmpty)
  }

  @Test("Who denies an event conflicts with whoever affirms a part of it")
  func deniedEvent() {
    var fixture = CaseFixture()
    fixture.claim("anna", .confirms, .fact("M1/anna"), id: "c1")
    fixture.claim("boris", .denies, .fact("M1"), id: "c2")
    fixture.claim("ambassador", .asserts, .fact("M1/boris"), id: "c3")
    fixture.claim("ambassador", .declines, .fact("M1"), id: "c4")
    let view = fixture.view()
    #expect(view.status("M1") == .disputed)
    #expect(view.conflicts().map(\.facts) == [["M1"], ["M1"]])
    #expect(view.conflicts().map(\.kind) == [.claimantContradictsItself, .claimantsDisagree])
    #expect(view.conflicts().last?.affirming == ["c1", "c3"])
    #expect(view.conflicts().last?.opposing == ["c2"])
  }

  @Test(
    "Two dates conflict when they certainly differ, and only then",
    arguments: [
      ("2031-01-01", "2031-01-02", true), ("2031-01", "2031-02", true),
      ("2031-01", "2031-01-31", false), ("2031-01/2031-02", "2031-02/2031-03", false),
      ("2031-01-01", "2031-01-01", false), ("../2031-01-01", "2031-01-02/..", true),
      ("2031-01-01/..", "2040", false),
    ]
  )
  func dates(first: String, second: String, isConflict: Bool) throws {
    var fixture = CaseFixture()
    fixture.content.attributes = [try date("d1", first), try date("d2", second)]
    fixture.claim("paper", .asserts, .fact("d1"), id: "c1")
    fixture.claim("gazette", .asserts, .fact("d2"), id: "c2")
    let conflicts = fixture.view().conflicts()
    #expect(conflicts.map(\.kind) == (isConflict ? [.valuesExclude] : []))
    if isConflict {
      #expect(conflicts.first?.facts == ["d1", "d2"])
      #expect(conflicts.first?.affirming == ["c1"])
      #expect(conflicts.first?.opposing == ["c2"])
    }
  }

  @Test("A date that nobody affirms conflicts with none")
  func unclaimedDate() throws {
    var fixture = CaseFixture()
    fixture.content.attributes = [try date("d1", "2031-01-01"), try date("d2", "2032")]
    fixture.claim("paper", .asserts, .fact("d1"))
    #expect(fixture.view().conflicts().isEmpty)
    fixture.claim("gazette", .denies, .fact("d2"))
    #expect(fixture.view().conflicts().isEmpty)
  }

  @Test("Two places conflict unless one lies in the other; topics never do")
  func places() {
    var fixture = CaseFixture()
    fixture.content.entities += [
      Entity(id: "town", type: .place, name: "Town"), Entity(id: "inn", type: .place, name: "Inn"),
    ]
    fixture.content.relations += [
      Relation(id: "l1", kind: .locatedIn, subject: "inn", object: "town"),
      Relation(id: "l2", kind: .locatedIn, subject: "town", object: "aa"),
    ]
    func conflicts(_ left: Attribute.Value, _ right: Attribute.Value) -> [Conflict.Kind] {
      var fixture = fixture
      fixture.content.attributes = [
        Attribute(id: "x1", event: "M1", value: left),
        Attribute(id: "x2", event: "M1", value: right),
      ]
      fixture.claim("paper", .asserts, .fact("x1"))
      fixture.claim("gazette", .asserts, .fact("x2"))
      return fixture.view().conflicts().map(\.kind)
    }
    #expect(conflicts(.place("inn"), .place("bb")) == [.valuesExclude])
    #expect(conflicts(.place("inn"), .place("aa")).isEmpty)
    #expect(conflicts(.place("aa"), .place("inn")).isEmpty)
    #expect(conflicts(.place("inn"), .place("inn")).isEmpty)
    #expect(conflicts(.topic("inn"), .topic("bb")).isEmpty)
    #expect(conflicts(.topic("inn"), .place("bb")).isEmpty)
  }

  @Test(
    "Two places that one claimant names at one place of a source are a journey",
    arguments: [("row 4", "row 4", 0), ("row 4", "row 5", 1)]
  )
  func journey(first: String, second: String, count: Int) {
    var fixture = CaseFixture()
    fixture.content.attributes = [
      Attribute(id: "x1", event: "M1", value: .place("aa")),
      Attribute(id: "x2", event: "M1", value: .place("bb")),
    ]
    let said: [(id: ClaimID, fact: FactID, locator: String)] = [
      ("c1", "x1", first), ("c2", "x2", second),
    ]
    for (id, fact, locator) in said {
      fixture.content.claims.append(
        Claim(
          id: id,
          claimant: "paper",
          stance: .asserts,
          target: .fact(fact),
          source: "s-paper",
          locator: locator
        )
      )
    }
    #expect(fixture.view().conflicts().count == count)
  }

  @Test("A conflict ends with the retraction of one of its claims")
  func retracted() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("boris", .denies, id: "c2")
    fixture.claim("boris", .retracts, .claim("c2"), id: "c3")
    #expect(fixture.view().conflicts().isEmpty)
  }
}
