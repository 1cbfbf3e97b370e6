import CaseModel
import TestSupport
import Testing

@testable import Diagrams

@Suite("Contact maps")
struct ContactMapTests {
  /// Two agencies of one country, one of another, somebody without any, and meetings between them.
  private static func fixture() -> SceneFixture {
    var fixture = SceneFixture()
    fixture.content.events = []
    fixture.content.participations = []
    fixture.content.attributes = []
    fixture.content.claims = []
    fixture.content.posts = []
    for (agency, country) in [("guard", "aa"), ("bureau", "aa"), ("office", "bb")] {
      let id = EntityID(agency)
      fixture.content.entities.append(
        Entity(id: id, type: .agency, name: "The \(agency)", agencyKind: .service)
      )
      fixture.content.relations.append(
        Relation(
          id: FactID("\(agency)/part-of"),
          kind: .partOf,
          subject: id,
          object: EntityID(country)
        )
      )
    }
    for (who, agency) in [("anna", "guard"), ("anton", "bureau"), ("berta", "office")] {
      fixture.content.posts.append(
        Post(id: FactID("p-\(who)"), holder: EntityID(who), title: "T", agency: EntityID(agency))
      )
    }
    fixture.content.posts.append(
      Post(id: "p-boris", holder: "boris", title: "Envoy", country: "bb")
    )
    fixture.meeting("M1", ["anna", "berta"])
    fixture.meeting("M2", ["anna", "berta"], isAttested: false)
    fixture.claim("paper", .asserts, "M2/anna")
    fixture.claim("paper", .asserts, "M2/berta")
    fixture.meeting("M3", ["anton", "berta", "boris", "stranger"])
    fixture.meeting("M4", ["anna", "anton"])
    fixture.content.sort()
    return fixture
  }

  private static func map(_ fold: Fold = .agency, _ fixture: SceneFixture = fixture()) -> ContactMap
  {
    ContactMap(fixture.view(), fold: fold)
  }

  /// "guard–office: M1 confirmed, M2 reported" for each contact.
  private static func contacts(_ map: ContactMap) -> Set<String> {
    Set(
      map.contacts.map { contact in
        let names = [contact.first, contact.second].map { map.groups[$0].key.nodeID }.sorted()
        let events = contact.events.map { "\($0.event) \($0.status?.rawValue ?? "nobody")" }
        return "\(names.joined(separator: " ")): \(events.joined(separator: ", "))"
      }
    )
  }

  @Test("Agencies are in contact by the events of their people, each as strong as its weakest part")
  func agencies() {
    let found = Self.contacts(Self.map())
    #expect(found.contains("g-guard g-office: M1 confirmed, M2 reported"))
    #expect(found.contains("g-bureau g-office: M3 confirmed"))
    #expect(found.contains("g-bureau g-guard: M4 confirmed"))
  }

  @Test(
    "Those without an agency are a group of their country, or of nobody, and keep their contacts"
  )
  func unaffiliated() {
    let map = Self.map()
    let found = Self.contacts(map)
    #expect(found.contains("g-office u-bb: M3 confirmed"))
    #expect(found.contains("u u-bb: M3 confirmed"))
    #expect(map.participantCount == 5)
    #expect(map.groups.map(\.members.count).reduce(0, +) == 5)
  }

  @Test("Countries take in all of their agencies")
  func countries() {
    let map = Self.map(.country)
    #expect(map.groups.map(\.key.nodeID).sorted() == ["g-aa", "g-bb", "u"])
    #expect(
      Self.contacts(map).contains("g-aa g-bb: M1 confirmed, M2 reported, M3 confirmed")
    )
    let aa = map.groups.first { $0.key == .entity("aa") }
    #expect(aa?.eventCount == 4 && aa?.innerCount == 1)
  }

  @Test("Posts count at the time of the event alone")
  func postsInTime() throws {
    var fixture = Self.fixture()
    fixture.content.posts.removeAll { $0.holder == "anna" }
    fixture.content.posts += [
      Post(
        id: "old",
        holder: "anna",
        title: "T",
        agency: "bureau",
        held: try UncertainDate(edtf: "2001/2005")
      ),
      Post(
        id: "new",
        holder: "anna",
        title: "T",
        agency: "guard",
        held: try UncertainDate(edtf: "2006/2009")
      ),
    ]
    fixture.content.attributes += [
      Attribute(id: "M1#date", event: "M1", value: .date(try UncertainDate(edtf: "2003"))),
      Attribute(id: "M2#date", event: "M2", value: .date(try UncertainDate(edtf: "2008"))),
    ]
    let found = Self.contacts(Self.map(.agency, fixture))
    #expect(found.contains("g-guard g-office: M2 reported"))
    #expect(found.contains { $0.hasPrefix("g-bureau g-office: M1 confirmed") })
  }

  @Test("One person of two agencies brings nobody together")
  func oneOfTwo() {
    var fixture = Self.fixture()
    fixture.content.posts.append(Post(id: "p2", holder: "anna", title: "T", agency: "office"))
    fixture.meeting("M5", ["anna"])
    #expect(!Self.contacts(Self.map(.agency, fixture)).contains { $0.contains("M5") })
  }

  @Test("Communities are drawn as they are handed in, named by those in most events")
  func communities() {
    let map = Self.map(.community(["anna": 0, "anton": 0, "berta": 1, "boris": 1, "stranger": 1]))
    #expect(map.groups.map(\.members) == [["anna", "anton"], ["berta", "boris", "stranger"]])
    let names = GroupNames(view: Self.fixture().view())
    #expect(
      map.groups.map(names.name) == [
        "Anna Ahorn, Anton Ahorn", "Berta Ahorn, Boris Ahorn, stranger",
      ]
    )
  }

  @Test("Words tell the mix of strengths")
  func words() throws {
    let map = Self.map()
    let contact = try #require(map.contacts.first { $0.events.count == 2 })
    let words = ContactWords(contact)
    #expect(words.total == "2 events")
    #expect(words.mix.map(\.1) == ["1 ● confirmed", "1 ◐ reported"])
  }

  @Test("What has no place is counted: groups beyond the limit, statements, and who only spoke")
  func omissions() {
    var fixture = Self.fixture()
    fixture.content.events.append(Event(id: "S1", type: .statement, title: "Words"))
    fixture.takePart("bruno", in: "S1", role: "speaker")
    let map = ContactMap(fixture.view(), fold: .agency, maximumGroups: 2)
    let counts = Dictionary(
      map.omissions.map { ("\($0.reason) \($0.noun)", $0.count) },
      uniquingKeysWith: +
    )
    #expect(
      counts == [
        "lackOfRoom group": 3, "lackOfRoom participant": 3, "lackOfRoom contact": 7,
        "noPlace other event": 1, "noPlace participant": 1,
      ]
    )
  }

  @Test("Nothing overlaps, and the parts of a bundle have ids of their own")
  func svg() throws {
    let view = Self.fixture().view()
    let svg = try Drawing.contacts(ContactMap(view, fold: .agency), view: view).svg()
    let boxes = try #require(SVGBoxes(svg))
    #expect(boxes.overlaps.isEmpty, "\(boxes.overlaps)")
    let parsed = try #require(ParsedSVG(svg))
    #expect(Set(parsed.ids).count == parsed.ids.count)
    #expect(parsed.ids.contains("n-x") == false && parsed.ids.contains("g-guard"))
    #expect(parsed.shown.contains("2 events") && parsed.shown.contains("1 ● confirmed"))
    #expect(Set(parsed.elements).isDisjoint(with: ["script", "image", "use", "style"]))
  }
}
