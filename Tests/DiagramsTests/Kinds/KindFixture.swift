import CaseModel
import GraphModel

@testable import Diagrams

struct MissingDay: Error {}

/// Draws the small case of `SceneFixture` in every kind of diagram.
enum KindFixture {
  /// Lists the kinds that are recorded.
  enum Kind: String, CaseIterable {
    case around, testimony, chain, longChain, records, network, comparison
  }

  static func drawing(_ kind: Kind) throws -> Drawing {
    switch kind {
    case .around: .cards(around.view(), scope: .around([.entity("anna")], hops: 2))
    case .testimony: .testimony(on: "M1", view: reported.view())
    case .chain: .chain(shortChain, view: SceneFixture().view())
    case .longChain: .chain(longChain, view: around.view())
    case .records: .network(records, view: SceneFixture().view())
    case .network: .network(network, view: SceneFixture().view())
    case .comparison: try comparison()
    }
  }

  static func dot(_ kind: Kind) throws -> String { DOTWriter.text(of: try drawing(kind).graph) }

  static func svg(_ drawing: Drawing) throws -> [UInt8] {
    SVGDocument.cleaned(
      try LayoutIsolation.inProcess.layout(
        dot: DOTWriter.text(of: drawing.graph),
        engine: drawing.engine,
        format: .svg
      )
    )
  }

  // MARK: - Cases

  /// Two meetings more, in a row behind Boris.
  static var around: SceneFixture {
    var fixture = SceneFixture()
    fixture.meeting("M2", ["boris", "stranger"])
    fixture.meeting("M3", ["stranger", "hermit"])
    return fixture
  }

  /// A claim that came through another one, one that was taken back, a question, and a retraction.
  static var reported: SceneFixture {
    var fixture = SceneFixture()
    fixture.content.claims += [
      Claim(
        id: "r1",
        claimant: "paper",
        stance: .asserts,
        target: .claim("v1"),
        source: "s1",
        locator: "p. 2"
      ),
      Claim(
        id: "v1",
        claimant: "gazette",
        stance: .asserts,
        target: .fact("M1/anna"),
        source: "s1",
        saidOn: try? UncertainDate(edtf: "2031-01-30"),
        quote: "She was <there> & ate",
        via: "r1",
        note: "As the waiter tells."
      ),
      Claim(
        id: "t1",
        claimant: "gazette",
        stance: .asserts,
        target: .fact("M1/arno"),
        source: "s2"
      ),
      Claim(id: "t2", claimant: "gazette", stance: .retracts, target: .claim("t1"), source: "s2"),
      Claim(id: "q1", claimant: "anna", stance: .asks, target: .question("Q1"), source: "s1"),
    ]
    fixture.content.questions = [
      Question(
        id: "Q1",
        text: "What was served?",
        pattern: QuestionPattern(find: .topic, events: ["M1"])
      )
    ]
    fixture.content.sort()
    return fixture
  }

  static let shortChain = Chain(
    start: "anna",
    goal: "boris",
    steps: [
      Chain.Step(from: .entity("anna"), facts: ["M1", "M1/anna"], to: .event("M1")),
      Chain.Step(from: .event("M1"), facts: ["M1", "M1/boris"], to: .entity("boris")),
    ],
    weakest: "M1/boris"
  )

  static let longChain = Chain(
    start: "anna",
    goal: "stranger",
    steps: [
      Chain.Step(from: .entity("anna"), facts: ["S1", "S1/anna"], to: .event("S1")),
      Chain.Step(from: .event("S1"), facts: ["S1#about/M1"], to: .event("M1")),
      Chain.Step(from: .event("M1"), facts: ["M1", "M1/boris"], to: .entity("boris")),
      Chain.Step(from: .entity("boris"), facts: ["M2", "M2/boris"], to: .event("M2")),
      Chain.Step(from: .event("M2"), facts: ["M2", "M2/stranger"], to: .entity("stranger")),
    ],
    weakest: "M1/boris",
    missedMinimum: .confirmed
  )

  static let records = DiagramNetwork(
    nodes: [
      .init(id: "anna", content: .entity("anna")), .init(id: "berta", content: .entity("berta")),
      .init(id: "M1", content: .event("M1")),
    ],
    links: [.init(id: "M1/anna", from: "anna", to: "M1", content: .fact("M1/anna"))],
    question: "MATCH (p)-[r]->(m) RETURN p, r, m",
    valueCount: 2
  )

  static let network = DiagramNetwork(
    nodes: [
      .init(id: "anna", content: .entity("anna")), .init(id: "boris", content: .entity("boris")),
      .init(id: "aa", content: .entity("aa")), .init(id: "c1", content: .claim("c1")),
      .init(id: "s1", content: .source("s1")), .init(id: "M1/slot?", content: .slot("M1/slot")),
      .init(id: "M1", content: .event("M1")), .init(id: "Q1", content: .question("Q1")),
      .init(
        id: "City/1",
        content: .plain(title: "Oslo", labels: ["City"], properties: ["area: 454", "sea: true"])
      ),
    ],
    links: [
      .init(id: "post-anna", from: "anna", to: "aa", content: .fact("post-anna")),
      .init(id: "M1/slot", from: "M1/slot?", to: "M1", content: .fact("M1/slot")),
      .init(
        id: "c1>MADE_BY",
        from: "c1",
        to: "anna",
        content: .plain(type: "MADE_BY", properties: [])
      ),
      .init(
        id: "met",
        from: "anna",
        to: "boris",
        content: .met(events: ["M1"], status: .disputed)
      ),
      .init(
        id: "road",
        from: "City/1",
        to: "aa",
        content: .plain(type: "IN", properties: ["since: 1048"])
      ),
    ],
    question: "MATCH (n)-[r]->(m) RETURN *"
  )

  /// Of a dinner, what one source says on the first day and both on the second.
  private static func comparison() throws -> Drawing {
    var fixture = SceneFixture()
    let days = try ["2031-02-01", "2031-03-01"].map { try UncertainDate(edtf: $0) }
    fixture.content.sources = [
      Source(id: "s1", title: "First", published: days[0]),
      Source(id: "s2", title: "Second", published: days[1]),
    ]
    fixture.claim("anton", .confirms, "M1/anton", source: "s2")
    fixture.claim("bruno", .retracts, "M1/bruno", source: "s2")
    fixture.meeting("M2", ["anna", "arno"])
    fixture.content.claims = fixture.content.claims.map { claim in
      claim.target == .fact("M2/anna") || claim.target == .fact("M2/arno")
        ? Claim(
          id: claim.id,
          claimant: claim.claimant,
          stance: claim.stance,
          target: claim.target,
          source: "s2"
        ) : claim
    }
    guard let from = CalendarDate(year: 2031, month: 2, day: 15),
      let to = CalendarDate(year: 2031, month: 4, day: 15)
    else { throw MissingDay() }
    let early = fixture.view(ReadFilter(asKnown: from))
    let late = fixture.view(ReadFilter(asKnown: to))
    return .cards(
      late.recalling(early),
      comparison: DiagramComparison(
        from: from,
        to: to,
        changes: [
          "M2": .known, "M2/anna": .known, "M2/arno": .known, "M1/anton": .stronger,
          "M1/bruno": .withdrawn, "post-anna": .known, "lake/x": .weaker,
        ],
        before: ["M1/anton": early.assessment("M1/anton")].compactMapValues(\.self),
        asked: []
      )
    )
  }
}
