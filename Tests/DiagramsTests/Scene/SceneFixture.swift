import CaseModel

@testable import Diagrams

/// Builds small cases about invented people of two countries, a company, and one meeting whose
/// participations have every status there is.
struct SceneFixture {
  var content = CaseContent(
    info: CaseInfo(id: "fixture", title: "Who met at the lake?", summary: "Two sides, one table.")
  )

  init() {
    content.entities = [
      Entity(
        id: "aa",
        type: .country,
        name: "Aaland-Nord",
        names: [Name(text: "A.N.", kind: .acronym)]
      ),
      Entity(id: "bb", type: .country, name: "Bessland"),
      Entity(id: "paper", type: .agency, name: "The Paper", agencyKind: .outlet),
      Entity(id: "gazette", type: .agency, name: "The Gazette", agencyKind: .outlet),
      Entity(id: "lake", type: .place, name: "the lake"),
      Entity(id: "trade", type: .topic, name: "trade"),
    ]
    for (name, country) in Self.people {
      let id = EntityID(name.lowercased())
      content.entities.append(Entity(id: id, type: .person, name: name + " Ahorn"))
      content.posts.append(
        Post(id: FactID("post-\(id)"), holder: id, title: "Envoy", country: country)
      )
    }
    content.entities.append(
      Entity(id: "guest", type: .person, name: "a guest", isUnnamed: true)
    )
    content.sources = [
      Source(id: "s1", title: "First", url: "https://example.org/a?b=1&c=2"),
      Source(id: "s2", title: "Second"),
    ]
    addMeeting()
    addStatement()
    content.sort()
  }

  private static let people: [(String, EntityID)] = [
    ("Anna", "aa"), ("Anton", "aa"), ("Arno", "aa"), ("Berta", "bb"), ("Boris", "bb"),
    ("Bruno", "bb"),
  ]

  private mutating func addMeeting() {
    content.events.append(Event(id: "M1", type: .meeting, title: "Dinner at the lake"))
    for who in ["anna", "anton", "arno", "berta", "boris", "bruno", "guest"] {
      takePart(EntityID(who), in: "M1")
    }
    content.participations.append(
      Participation(
        id: "M1/slot",
        event: "M1",
        participant: .unknown(description: "the interpreter", side: "bb"),
        role: "interpreter"
      )
    )
    content.attributes = [
      Attribute(id: "M1#place", event: "M1", value: .place("lake")),
      Attribute(id: "M1#about/trade", event: "M1", value: .topic("trade")),
    ]
    if let date = try? UncertainDate(edtf: "2031-01-22/2031-01-28") {
      content.attributes.append(Attribute(id: "M1#date", event: "M1", value: .date(date)))
    }
    claim("anna", .asserts, "M1/anna", source: "s1")
    claim("paper", .asserts, "M1/anton")
    claim("gazette", .asserts, "M1/anton", source: "s2")
    claim("paper", .asserts, "M1/arno")
    claim("paper", .asserts, "M1/berta")
    claim("berta", .declines, "M1/berta")
    claim("paper", .asserts, "M1/boris")
    claim("boris", .denies, "M1/boris")
    claim("bruno", .denies, "M1/bruno")
    claim("anna", .asserts, "M1#place")
    claim("paper", .asserts, "M1#about/trade")
  }

  private mutating func addStatement() {
    content.events.append(Event(id: "S1", type: .statement, title: "Anna's account"))
    takePart("anna", in: "S1", role: "speaker")
    content.attributes.append(Attribute(id: "S1#about/M1", event: "S1", value: .subject("M1")))
    claim("paper", .asserts, "S1/anna")
    claim("paper", .asserts, "S1#about/M1")
  }

  mutating func takePart(_ who: EntityID, in event: EventID, role: String = "participant") {
    content.participations.append(
      Participation(
        id: FactID("\(event)/\(who)"),
        event: event,
        participant: .entity(who),
        role: role
      )
    )
  }

  mutating func claim(
    _ claimant: EntityID,
    _ stance: Stance,
    _ fact: FactID,
    source: SourceID? = "s1"
  ) {
    content.claims.append(
      Claim(
        id: ClaimID("c\(content.claims.count + 1)"),
        claimant: claimant,
        stance: stance,
        target: .fact(fact),
        source: source,
        locator: "p. 1"
      )
    )
  }

  /// Adds a meeting that `people` attest by themselves, or that nobody speaks of.
  mutating func meeting(_ id: EventID, _ people: [EntityID], isAttested: Bool = true) {
    content.events.append(Event(id: id, type: .meeting, title: "Meeting \(id)"))
    for who in people {
      if !content.entities.contains(where: { $0.id == who }) {
        content.entities.append(Entity(id: who, type: .person, name: "\(who)"))
      }
      takePart(who, in: id)
      if isAttested { claim(who, .asserts, FactID("\(id)/\(who)")) }
    }
  }

  func view(_ filter: ReadFilter = ReadFilter()) -> CaseView {
    CaseView(CaseIndex(content), filter: filter)
  }

  func dot(_ scope: DiagramScope = .whole, _ filter: ReadFilter = ReadFilter()) -> String {
    let view = view(filter)
    return DOTWriter.text(of: SceneDOT.graph(DiagramScene(view, scope: scope), view: view))
  }

  func svg(_ scope: DiagramScope = .whole) throws -> [UInt8] {
    SVGDocument.cleaned(
      try LayoutIsolation.inProcess.layout(dot: dot(scope), engine: .dot, format: .svg)
    )
  }
}
