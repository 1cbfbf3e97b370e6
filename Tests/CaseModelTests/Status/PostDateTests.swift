import CaseModel
import GraphModel
import Testing

@Suite("Posts and dates")
struct PostDateTests {
  private func date(_ edtf: String) throws -> UncertainDate { try UncertainDate(edtf: edtf) }

  /// A meeting in May 2031 and a director whose post was held as said.
  private func fixture(held: String) throws -> CaseFixture {
    var fixture = CaseFixture()
    fixture.content.attributes = [
      Attribute(id: "M1#date", event: "M1", value: .date(try date("2031-05")))
    ]
    fixture.content.posts[0] = Post(
      id: "p1",
      holder: "anna",
      title: "Director",
      agency: "a-service",
      held: try date(held)
    )
    return fixture
  }

  @Test(
    "A post that ended before the event gives its holder no side",
    arguments: [
      ("2029/2030", []), ("2029/2031-04-30", []), ("2031-06-01/..", []),
      ("2029/2031-05-01", ["aa"]),
      ("2031-05-31/..", ["aa"]), ("2031", ["aa"]), ("../2031-05", ["aa"]),
    ] as [(String, [EntityID])]
  )
  func sideOfParticipant(held: String, sides: [EntityID]) throws {
    #expect(try fixture(held: held).view().sides(of: "anna", at: "M1") == sides)
  }

  @Test(
    "Somebody speaks for a side only while in the post",
    arguments: [
      ("2030-12-31", Status.reported), ("2031-01-01", .confirmed), ("2031-12-31", .confirmed),
      ("2032-01-01", .reported), ("2030/2031", .confirmed),
    ]
  )
  func voice(said: String, status: Status) throws {
    var fixture = CaseFixture()
    fixture.content.posts[2] = Post(
      id: "p3",
      holder: "ambassador",
      title: "Ambassador",
      country: "aa",
      accreditedTo: "bb",
      held: try date("2031")
    )
    fixture.claim("ambassador", .asserts, said: said)
    #expect(fixture.assessment()?.status == status)
  }

  @Test("A participant remains a party after leaving the post")
  func formerParticipant() throws {
    var fixture = try fixture(held: "2030/2031")
    fixture.claim("anna", .confirms, said: "2040-01-01")
    #expect(fixture.assessment()?.status == .confirmed)
    #expect(fixture.assessment()?.confirmingSides == ["aa"])
  }

  @Test("Containment is followed upwards through agencies, at its date")
  func containment() throws {
    var fixture = CaseFixture()
    fixture.content.entities += [
      Entity(id: "office", type: .agency, name: "Office", agencyKind: .service),
      Entity(id: "desk", type: .agency, name: "Desk"),
    ]
    fixture.content.relations += [
      Relation(id: "r1", kind: .partOf, subject: "desk", object: "office"),
      Relation(
        id: "r2",
        kind: .partOf,
        subject: "office",
        object: "aa",
        held: try date("../2030")
      ),
      Relation(
        id: "r3",
        kind: .partOf,
        subject: "office",
        object: "bb",
        held: try date("2031/..")
      ),
    ]
    fixture.content.posts[0] = Post(id: "p1", holder: "anna", title: "Clerk", agency: "desk")
    let resolver = SideResolver(CaseIndex(fixture.content))
    #expect(resolver.sides(of: "anna", at: try date("2029").bounds) == ["aa"])
    #expect(resolver.sides(of: "anna", at: try date("2032").bounds) == ["bb"])
    #expect(resolver.voices(of: "anna", at: try date("2032").bounds) == ["anna", "desk", "bb"])
    #expect(resolver.groups(of: "anna", at: try date("2032").bounds) == ["desk", "office", "bb"])
  }

  @Test("Citizenship and whereabouts give nobody a side")
  func citizenship() {
    var fixture = CaseFixture()
    fixture.content.posts = []
    fixture.content.relations = [
      Relation(id: "r1", kind: .citizenOf, subject: "anna", object: "aa"),
      Relation(id: "r2", kind: .locatedIn, subject: "anna", object: "aa"),
    ]
    #expect(SideResolver(CaseIndex(fixture.content)).sides(of: "anna", at: .unbounded).isEmpty)
  }

  @Test(
    "Acting for a country gives its side",
    arguments: [
      Relation.Kind.represents, .memberOf,
    ]
  )
  func allegiance(kind: Relation.Kind) {
    var fixture = CaseFixture()
    fixture.content.posts = []
    fixture.content.relations.append(
      Relation(id: "r1", kind: kind, subject: "anna", object: "a-service")
    )
    let resolver = SideResolver(CaseIndex(fixture.content))
    #expect(resolver.sides(of: "anna", at: .unbounded) == ["aa"])
    #expect(resolver.voices(of: "anna", at: .unbounded) == ["anna", "a-service", "aa"])
  }

  @Test(
    "Whether an agency speaks for its country depends on its kind",
    arguments: AgencyKind.allCases
  )
  func agencyKinds(kind: AgencyKind) {
    var fixture = CaseFixture()
    fixture.content.entities.append(
      Entity(id: "body", type: .agency, name: "Body", agencyKind: kind)
    )
    fixture.content.relations.append(
      Relation(id: "r1", kind: .partOf, subject: "body", object: "aa")
    )
    fixture.claim("body", .asserts)
    let speaks = [.government, .ministry, .service, .embassy, .military].contains(kind)
    #expect(fixture.assessment()?.status == (speaks ? .confirmed : .reported))
  }
}
