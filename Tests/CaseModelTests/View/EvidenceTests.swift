import CaseModel
import Testing

@Suite("Evidence of a row")
struct EvidenceTests {
  private func fixture() -> CaseFixture {
    var fixture = CaseFixture()
    fixture.claim("anna", .confirms, .fact("M1/anna"), id: "c1")
    fixture.claim("paper", .asserts, .fact("M1/boris"), id: "c10")
    fixture.claim("gazette", .asserts, .fact("M1/boris"), id: "c9")
    fixture.claim("paper", .asserts, .fact("p2"), id: "c2")
    return fixture
  }

  @Test("is as strong as its weakest fact, and rests on the origins of that")
  func weakest() {
    let evidence = fixture().view().evidence(for: ["M1/anna", "M1/boris", "p2"])
    #expect(evidence.facts == ["M1/anna", "M1/boris", "p2"])
    #expect(evidence.weakest == "p2")
    #expect(evidence.status == .reported)
    #expect(evidence.origins == ["paper"])
    #expect(evidence.claims == ["c1", "c2", "c9", "c10"])
    #expect(evidence.claimants == ["anna", "gazette", "paper"])
  }

  @Test("of equally strong facts hangs on the one with fewer origins, then on the first")
  func equals() {
    var fixture = fixture()
    fixture.claim("paper", .asserts, .fact("p1"))
    fixture.claim("senator", .asserts, .fact("M1/boris"))
    fixture.claim("paper", .asserts, .fact("b1"))
    fixture.claim("gazette", .asserts, .fact("b1"))
    let view = fixture.view()
    #expect(view.status("b1") == .corroborated)
    #expect(view.evidence(for: ["M1/boris", "b1"]).weakest == "b1")
    #expect(view.evidence(for: ["p1", "p2"]).weakest == "p1")
    #expect(view.evidence(for: ["p2", "p1"]).weakest == "p2")
  }

  @Test("fails where nobody says anything about one of the facts")
  func unclaimed() {
    let evidence = fixture().view().evidence(for: ["M1/anna", "p1"])
    #expect(evidence.weakest == "p1")
    #expect(evidence.status == nil)
    #expect(evidence.origins.isEmpty)
  }

  @Test("of nothing is nothing")
  func empty() {
    let evidence = fixture().view().evidence(for: [])
    #expect(evidence.weakest == nil)
    #expect(evidence.status == nil)
    #expect(evidence.claims.isEmpty)
  }

  @Test("leaves out claims that do not count")
  func filtered() {
    var fixture = fixture()
    fixture.claim("paper", .retracts, .claim("c10"), id: "c11")
    let evidence = fixture.view().evidence(for: ["M1/boris"])
    #expect(evidence.claims == ["c9"])
    #expect(evidence.status == .reported)
  }
}
