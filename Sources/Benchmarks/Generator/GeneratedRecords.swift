import CaseModel
import GraphModel

/// Makes a register: people with posts at agencies, meetings with participants, and for each
/// participation a claim with its source and claimant.
struct GeneratedRecords {
  private let eventCount: Int
  private let personCount: Int
  private var random = SplitMix(state: 1)
  private var content = CaseContent(info: CaseInfo(id: "register", title: "A register"))

  /// Returns the records of a case with so many events.
  static func content(eventCount: Int) -> CaseContent {
    var made = GeneratedRecords(eventCount: eventCount, personCount: max(10, eventCount / 5))
    made.addEntities()
    for number in 0..<eventCount { made.addEvent(number) }
    made.addRetractions()
    return made.content
  }

  private init(eventCount: Int, personCount: Int) {
    self.eventCount = eventCount
    self.personCount = personCount
  }

  private mutating func addEntities() {
    content.entities.append(Entity(id: "land", type: .country, name: "Land"))
    content.entities.append(
      Entity(id: "paper", type: .agency, name: "The Paper", agencyKind: .outlet)
    )
    for number in 0..<100 {
      let id = EntityID("a\(number)")
      content.entities.append(
        Entity(id: id, type: .agency, name: "Agency \(number)", agencyKind: .ministry)
      )
      content.relations.append(
        Relation(id: FactID("\(id)/part-of/land"), kind: .partOf, subject: id, object: "land")
      )
    }
    for number in 0..<personCount {
      let id = EntityID("p\(number)")
      content.entities.append(Entity(id: id, type: .person, name: "Person Number \(number)"))
      content.posts.append(
        Post(
          id: FactID("post\(number)"),
          holder: id,
          title: "Clerk",
          agency: EntityID("a\(number % 100)")
        )
      )
    }
    for number in 0..<max(1, eventCount / 10) {
      content.sources.append(Source(id: SourceID("s\(number)"), title: "Minutes \(number)"))
    }
  }

  private mutating func addEvent(_ number: Int) {
    let id = EventID("M\(number)")
    content.events.append(Event(id: id, type: .meeting, title: "Meeting \(number)"))
    let day = 10 + number % 19
    if let date = try? UncertainDate(edtf: "\(1990 + number % 30)-0\(1 + number % 9)-\(day)") {
      content.attributes.append(Attribute(id: FactID("\(id)#date"), event: id, value: .date(date)))
    }
    var present: Set<Int> = []
    while present.count < 3 { present.insert(random.below(personCount)) }
    for person in present.sorted() {
      let part = FactID("\(id)/p\(person)")
      content.participations.append(
        Participation(id: part, event: id, participant: .entity(EntityID("p\(person)")))
      )
      let claim = content.claims.count
      content.claims.append(
        Claim(
          id: ClaimID("c\(claim)"),
          claimant: claim % 3 == 0 ? EntityID("p\(person)") : "paper",
          stance: .asserts,
          target: .fact(part),
          source: content.sources[number % content.sources.count].id
        )
      )
    }
  }

  private mutating func addRetractions() {
    for number in 0..<10 {
      let taken = content.claims[number * (content.claims.count / 10)]
      content.claims.append(
        Claim(
          id: ClaimID("r\(number)"),
          claimant: taken.claimant,
          stance: .retracts,
          target: .claim(taken.id)
        )
      )
    }
  }
}
