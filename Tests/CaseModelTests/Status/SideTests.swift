import CaseModel
import GraphModel
import Testing

@Suite("Sides")
struct SideTests {
  private func sides(_ fixture: CaseFixture, _ entity: EntityID, _ edtf: String? = nil)
    -> [EntityID]
  {
    let bounds = edtf.flatMap { try? UncertainDate(edtf: $0) }?.bounds ?? .unbounded
    return SideResolver(CaseIndex(fixture.content)).sides(of: entity, at: bounds)
  }

  @Test("follow from posts and containment")
  func containment() {
    let fixture = CaseFixture()
    #expect(sides(fixture, "anna") == ["aa"])
    #expect(sides(fixture, "ambassador") == ["aa"])
    #expect(sides(fixture, "b-service") == ["bb"])
    #expect(sides(fixture, "aa") == ["aa"])
    #expect(sides(fixture, "paper") == ["paper"], "an agency without a country is its own side")
  }

  @Test("change with the date of the event")
  func dated() throws {
    var fixture = CaseFixture()
    fixture.content.posts = [
      Post(
        id: "p1",
        holder: "anna",
        title: "Director",
        agency: "a-service",
        held: try UncertainDate(edtf: "2030/2031")
      ),
      Post(
        id: "p2",
        holder: "anna",
        title: "Adviser",
        agency: "b-service",
        held: try UncertainDate(edtf: "2032/..")
      ),
    ]
    #expect(sides(fixture, "anna", "2031-05") == ["aa"])
    #expect(sides(fixture, "anna", "2033") == ["bb"])
    #expect(sides(fixture, "anna", "2031/2032") == ["aa", "bb"])
    #expect(sides(fixture, "anna", "2029").isEmpty)
  }

  @Test("end a walk around a circle of agencies")
  func circle() {
    var fixture = CaseFixture()
    fixture.content.relations = [
      Relation(id: "r1", kind: .partOf, subject: "a-service", object: "b-service"),
      Relation(id: "r2", kind: .partOf, subject: "b-service", object: "a-service"),
    ]
    #expect(sides(fixture, "anna").isEmpty)
  }

  @Test("say affirms, denies, declines, mixed or silent, each with its claims")
  func words() {
    var fixture = CaseFixture()
    fixture.claim("ambassador", .asserts, id: "c1")
    fixture.claim("ambassador", .declines, id: "c2")
    let stances = fixture.assessment()?.sides
    #expect(stances?.map(\.side) == ["aa", "bb"])
    #expect(stances?.map(\.word) == [.mixed, .silent])
    #expect(stances?.map(\.confirms) == [false, false])
    #expect(stances?.first?.claims == ["c1", "c2"])
    #expect(fixture.assessment()?.contradictory == ["ambassador"])
  }

  @Test("of a participant count even where its agency does not speak for the country")
  func participantOfParliament() {
    var fixture = CaseFixture()
    fixture.content.participations.append(
      Participation(id: "M1/senator", event: "M1", participant: .entity("senator"))
    )
    fixture.claim("senator", .confirms)
    #expect(fixture.assessment()?.status == .confirmed)
    #expect(fixture.assessment()?.confirmingSides == ["aa"])
  }

  @Test("an outlet located in a country does not speak for it")
  func outlet() {
    var fixture = CaseFixture()
    fixture.content.relations.append(
      Relation(id: "l1", kind: .locatedIn, subject: "paper", object: "bb")
    )
    fixture.claim("paper", .asserts)
    #expect(fixture.assessment()?.status == .reported)
  }

  @Test("may be companies and ministries: a company speaks for itself")
  func company() {
    var fixture = CaseFixture()
    fixture.content.entities.append(
      Entity(id: "acme", type: .agency, name: "Acme Widgets", agencyKind: .company)
    )
    fixture.content.posts[0] = Post(id: "p1", holder: "anna", title: "Lobbyist", agency: "acme")
    fixture.claim("acme", .confirms)
    #expect(fixture.assessment()?.sides.map(\.side) == ["acme", "bb"])
    #expect(fixture.assessment()?.confirmingSides == ["acme"])
  }

  @Test("A post that became known later gives no side before")
  func postKnownLater() throws {
    var fixture = CaseFixture()
    fixture.claim("paper", .asserts, .fact("p2"), source: "s-late")
    let day = try #require(CalendarDate(iso: "2031-01-15"))
    #expect(fixture.view().sides.sides(of: "boris", at: .unbounded) == ["bb"])
    #expect(fixture.view(ReadFilter(asKnown: day)).sides.sides(of: "boris", at: .unbounded).isEmpty)
    #expect(
      fixture.view(ReadFilter(asKnown: day)).sides.sides(of: "anna", at: .unbounded) == ["aa"]
    )
  }
}
