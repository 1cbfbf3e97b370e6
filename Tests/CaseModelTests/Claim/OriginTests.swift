import CaseModel
import Testing

@Suite("Origins")
struct OriginTests {
  @Test("forty reprints of one ambassador are one")
  func reprints() {
    var fixture = CaseFixture()
    for number in 1...40 {
      let outlet = EntityID("outlet-\(number)")
      fixture.content.entities.append(
        Entity(id: outlet, type: .agency, name: "Outlet \(number)", agencyKind: .outlet)
      )
      fixture.claim(outlet, .asserts, id: ClaimID("r\(number)"))
      fixture.claim("ambassador", .asserts, id: ClaimID("c\(number)"), via: ClaimID("r\(number)"))
    }
    let assessment = fixture.assessment()
    #expect(assessment?.origins == ["ambassador"])
    #expect(assessment?.claims.count == 80)
  }

  @Test("are found at the inner end of a chain of any length")
  func chain() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1")
    fixture.claim("gazette", .asserts, id: "c2", via: "c1")
    fixture.claim("senator", .asserts, id: "c3", via: "c2")
    #expect(fixture.assessment()?.origins == ["senator"])
    let chain = OriginResolver(CaseIndex(fixture.content)).chain(
      outwards: fixture.content.claims[2]
    )
    #expect(chain == ["c2", "c1"])
  }

  @Test("of outlets that say so of their own accord are counted each")
  func independent() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("gazette", .asserts)
    #expect(fixture.assessment()?.origins == ["gazette", "paper"])
  }

  @Test("of a chain that goes in a circle are one at most, and the walk ends")
  func circle() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, id: "c1", via: "c2")
    fixture.claim("gazette", .asserts, id: "c2", via: "c1")
    #expect(fixture.assessment()?.origins == ["paper"])
    #expect(fixture.assessment()?.status == .reported)
    let resolver = OriginResolver(CaseIndex(fixture.content))
    #expect(resolver.chain(outwards: fixture.content.claims[0]) == ["c2"])
    fixture.claim("senator", .asserts, id: "c3", via: "c1")
    #expect(fixture.assessment()?.origins == ["senator"])
    fixture.claim("senator", .asserts, id: "c4", via: "c4")
    #expect(fixture.assessment()?.origins == ["senator"])
  }

  @Test("do not include a relay that says so of the claim and not of the fact")
  func relay() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .claim("c2"), id: "c1")
    fixture.claim("official", .asserts, id: "c2", via: "c1")
    fixture.claim("gazette", .asserts, id: "c3")
    #expect(fixture.assessment()?.origins == ["gazette", "official"])
    #expect(fixture.assessment()?.status == .corroborated)
  }

  @Test("are not those who deny, decline or ask")
  func others() {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts)
    fixture.claim("gazette", .denies)
    fixture.claim("senator", .declines)
    fixture.claim("senate", .asks)
    #expect(fixture.assessment()?.origins == ["paper"])
  }
}
