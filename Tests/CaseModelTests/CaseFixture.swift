import CaseModel

/// Builds small cases about invented people: two countries, a service in each, a director at each.
struct CaseFixture {
  var content = CaseContent(info: CaseInfo(id: "fixture", title: "Fixture"))

  init() {
    content.entities = [
      Entity(id: "aa", type: .country, name: "Aaland-Nord"),
      Entity(id: "bb", type: .country, name: "Bessland"),
      Entity(id: "a-service", type: .agency, name: "A Service", agencyKind: .service),
      Entity(id: "b-service", type: .agency, name: "B Service", agencyKind: .service),
      Entity(id: "paper", type: .agency, name: "The Paper", agencyKind: .outlet),
      Entity(id: "gazette", type: .agency, name: "The Gazette", agencyKind: .outlet),
      Entity(id: "anna", type: .person, name: "Anna Ahorn"),
      Entity(id: "boris", type: .person, name: "Boris Birke"),
      Entity(id: "ambassador", type: .person, name: "Arno Ambassador"),
      Entity(id: "senator", type: .person, name: "Selma Senator"),
      Entity(id: "official", type: .person, name: "an official", isUnnamed: true),
      Entity(id: "senate", type: .agency, name: "Senate", agencyKind: .parliament),
    ]
    content.relations = [
      Relation(id: "a1", kind: .partOf, subject: "a-service", object: "aa"),
      Relation(id: "b1", kind: .partOf, subject: "b-service", object: "bb"),
      Relation(id: "s1", kind: .partOf, subject: "senate", object: "aa"),
    ]
    content.posts = [
      Post(id: "p1", holder: "anna", title: "Director", agency: "a-service"),
      Post(id: "p2", holder: "boris", title: "Director", agency: "b-service"),
      Post(id: "p3", holder: "ambassador", title: "Ambassador", country: "aa", accreditedTo: "bb"),
      Post(id: "p4", holder: "senator", title: "Leader", agency: "senate"),
      Post(id: "p5", holder: "official", title: "official", country: "aa"),
    ]
    content.events = [Event(id: "M1", type: .meeting, title: "Meeting")]
    content.participations = [
      Participation(id: "M1/anna", event: "M1", participant: .entity("anna")),
      Participation(id: "M1/boris", event: "M1", participant: .entity("boris")),
    ]
    content.sources = [
      Source(id: "s-paper", title: "Paper", published: try? UncertainDate(edtf: "2031-01-10")),
      Source(id: "s-late", title: "Later", published: try? UncertainDate(edtf: "2031-02-10")),
    ]
  }

  /// Adds a claim; the id counts up.
  @discardableResult
  mutating func claim(
    _ claimant: EntityID,
    _ stance: Stance,
    _ target: ClaimTarget = .fact("M1/boris"),
    id: ClaimID? = nil,
    source: SourceID? = "s-paper",
    said: String? = nil,
    via: ClaimID? = nil,
    onRecord: Bool? = nil,
    confidential: Bool = false
  ) -> ClaimID {
    let id = id ?? ClaimID("c\(content.claims.count + 1)")
    content.claims.append(
      Claim(
        id: id,
        claimant: claimant,
        stance: stance,
        target: target,
        source: source,
        saidOn: said.flatMap { try? UncertainDate(edtf: $0) },
        via: via,
        isOnRecord: onRecord,
        isConfidential: confidential
      )
    )
    return id
  }

  func view(_ filter: ReadFilter = ReadFilter()) -> CaseView {
    CaseView(CaseIndex(content), filter: filter)
  }

  func assessment(_ fact: FactID = "M1/boris", _ filter: ReadFilter = ReadFilter()) -> Assessment? {
    view(filter).assessment(fact)
  }
}
