import CaseModel
import GraphModel
import Testing

@testable import Diagrams

@Suite("What each kind of diagram tells")
struct KindTests {
  private func shown(_ drawing: Drawing) throws -> String {
    try #require(ParsedSVG(KindFixture.svg(drawing))).shown
  }

  // MARK: - Neighbourhood

  @Test("Every hop adds the events of those who were reached, and the rest is counted")
  func hops() {
    let view = KindFixture.around.view()
    func scene(_ hops: Int) -> DiagramScene {
      DiagramScene(view, scope: .around([.entity("anna")], hops: hops))
    }
    #expect(scene(1).events.map(\.id) == ["M1", "S1"])
    #expect(scene(2).events.map(\.id) == ["M1", "M2", "S1"])
    #expect(scene(3).events.map(\.id) == ["M1", "M2", "M3", "S1"])
    #expect(scene(9) == DiagramScene(view, scope: .around([.entity("anna")], hops: 9)))
    #expect(
      scene(1).omissions
        == [
          Omission(2, "event", .outside), Omission(2, "participant", .outside),
        ].compactMap(\.self)
    )
    #expect(scene(3).omissions.isEmpty)
  }

  @Test("Several centres are drawn together, an event among them with those who took part")
  func centres() {
    let view = KindFixture.around.view()
    let scope = DiagramScope.around([.event("M2"), .entity("hermit")], hops: 1)
    #expect(DiagramScene(view, scope: scope).events.map(\.id) == ["M2", "M3"])
    let further = DiagramScope.around([.event("M2")], hops: 2)
    #expect(DiagramScene(view, scope: further).events.map(\.id) == ["M1", "M2", "M3"])
  }

  // MARK: - Path

  @Test("The weakest link is heavier than its status asks, framed, and named in words")
  func weakestLink() throws {
    let dot = try KindFixture.dot(.chain)
    let style = StyleSheet.light.line(.disputed)
    #expect(dot.contains("\"penwidth\"=\"\(style.widened(by: 2.4).width)\""))
    let shown = try shown(try KindFixture.drawing(.chain))
    #expect(shown.contains("▼ weakest link: the chain is no stronger than this"))
    #expect(shown.contains("Weakest link: Boris Ahorn took part in M1, ✗ disputed (The Paper)"))
    #expect(shown.ranges(of: "▼ weakest link\n").count == 1)
    #expect(shown.contains("origin: Anna Ahorn"))
  }

  @Test("A chain that misses what was asked for says so; a long one runs downwards")
  func longChain() throws {
    let shown = try shown(try KindFixture.drawing(.longChain))
    #expect(
      shown.contains("confirmed or stronger, as was asked; this is the strongest weaker one.")
    )
    #expect(try KindFixture.dot(.longChain).contains("\"rankdir\"=\"TB\""))
    #expect(try KindFixture.dot(.chain).contains("\"rankdir\"=\"LR\""))
  }

  // MARK: - Testimony

  @Test("Every claim about an event is a card with claimant, words, place, day, and way")
  func testimony() throws {
    let shown = try shown(try KindFixture.drawing(.testimony))
    for words in [
      "The Gazette says so", "“She was <there> & ate”", "v1 · said 2031-01-30", "First, p. 1",
      "As the waiter tells.", "The Paper reports", "what The Gazette says (v1)",
      "Boris Ahorn denies it", "Berta Ahorn does not confirm or",
      "taken back by t2: it no longer counts", "The Gazette takes it back", "What was served?",
      "Anna Ahorn asks", "? asked: ", "nobody says anything about this", "Bessland: denies",
    ] {
      #expect(shown.contains(words), "\(words)")
    }
  }

  @Test("All claims of the event are drawn, and no others")
  func completeness() {
    let view = KindFixture.reported.view()
    let testimony = Testimony("M1", view: view)
    let parts = Set(
      view.participations(in: "M1").map(\.id) + view.attributes(of: "M1").map(\.id) + ["M1"]
    )
    let expected = view.index.content.claims.filter { claim in
      switch claim.target {
      case .fact(let fact): parts.contains(fact)
      case .claim(let id): id == "t1"
      case .question: true
      }
    }
    #expect(Set(testimony.voices.map(\.claim.id)) == Set(expected.map(\.id)))
    #expect(testimony.relays.map(\.claim.id) == ["r1"])
    #expect(testimony.unheardCount == 0)
  }

  @Test("Who asks one question about two empty slots is drawn once, with a line to each")
  func sharedQuestion() throws {
    var fixture = KindFixture.reported
    for name in ["cook", "guard"] {
      fixture.content.participations.append(
        Participation(
          id: FactID("M1/\(name)"),
          event: "M1",
          participant: .unknown(description: "the \(name)", side: "bb"),
          question: "Q1"
        )
      )
    }
    let drawing = Drawing.testimony(on: "M1", view: fixture.view())
    let svg = try #require(ParsedSVG(KindFixture.svg(drawing)))
    #expect(svg.ids.count { $0 == "n-c-q1" } == 1)
    #expect(Set(svg.ids).count == svg.ids.count)
    #expect(svg.ids.count { $0.hasPrefix("x-e1_2dq1_3e") } == 2)
    #expect(svg.ids.count { $0.hasPrefix("n-") || $0.hasPrefix("x-n_2d") } == drawing.nodeCount)
  }

  @Test("More claims about one fact than anybody reads are counted")
  func manyClaims() throws {
    var fixture = SceneFixture()
    for _ in 1...20 { fixture.claim("paper", .asserts, "M1/arno") }
    let drawing = Drawing.testimony(on: "M1", view: fixture.view())
    #expect(drawing.omissions.contains { $0.noun == "claim" && $0.count == 9 })
    #expect(try shown(drawing).contains("and 9 more claims"))
  }

  @Test("What a filter keeps from us is counted, and an event that it hides is not drawn")
  func filtered() throws {
    let view = KindFixture.reported.view(ReadFilter(without: ["s2"]))
    #expect(try shown(.testimony(on: "M1", view: view)).contains("claims about this hidden by"))
    let strong = KindFixture.around.view(ReadFilter(minimum: .corroborated))
    #expect(Drawing.testimony(on: "S1", view: strong).nodeCount == 0)
  }

  // MARK: - Query

  @Test("People and events of a query stand by sides, with just the lines that were asked for")
  func records() throws {
    let drawing = try KindFixture.drawing(.records)
    #expect(drawing.facts == ["M1/anna"])
    let shown = try shown(drawing)
    #expect(shown.contains("MATCH (p)-[r]->(m) RETURN p, r, m"))
    #expect(shown.contains("Berta Ahorn") && !shown.contains("Boris Ahorn"))
    #expect(shown.contains("not drawn here: 2 plain values"))
    #expect(shown.contains("1 event, 6 participants outside this view"))
  }

  @Test("Whatever else a query finds is drawn as what it is")
  func network() throws {
    let drawing = try KindFixture.drawing(.network)
    #expect(drawing.facts == ["post-anna", "M1/slot"])
    #expect(drawing.derivedStatuses == [.disputed])
    #expect(drawing.plainLineCount == 2)
    let shown = try shown(drawing)
    for words in [
      "Oslo", "City", "area: 454", "IN", "since: 1048", "met in M1", "✗ disputed", "MADE_BY",
      "the interpreter", "no record of the case", "no fact: has no status",
    ] {
      #expect(shown.contains(words), "\(words)")
    }
  }

  @Test("Of more nodes than anybody reads the best connected are drawn, and the rest is counted")
  func manyNodes() {
    let names = (1...200).map { "x\($0)" }
    let network = DiagramNetwork(
      nodes: names.map { .init(id: $0, content: .plain(title: $0, labels: [], properties: [])) },
      links: names.suffix(100).map {
        .init(id: "to-\($0)", from: $0, to: "x200", content: .plain(type: "TO", properties: []))
      },
      question: ""
    )
    let drawing = NetworkDrawing(network, view: SceneFixture().view(), style: .light)
    #expect(drawing.nodes.count == 150)
    #expect(Set(names.suffix(100)).isSubset(of: Set(drawing.nodes.map(\.id))))
    #expect(drawing.drawing.omissions == [Omission(50, "node", .lackOfRoom)].compactMap(\.self))
  }

  // MARK: - Comparison

  @Test("What changed is told by word, sign and line; what did not is thin and grey")
  func comparison() throws {
    let drawing = try KindFixture.drawing(.comparison)
    let shown = try shown(drawing)
    for words in [
      "What changed between 2031-02-15 and 2031-04-15", "+ new", "↑ stronger",
      "was ◐ reported, 1 origin", "− withdrawn", "was ⊘ denied", "as known on 2031-04-15",
      "not drawn here: 2 further changes", "thin: as before",
    ] {
      #expect(shown.contains(words), "\(words)")
    }
    let dot = try KindFixture.dot(.comparison)
    let style = StyleSheet.light
    #expect(dot.contains("\"penwidth\"=\"\(style.line(.confirmed).widened(by: 1.6).width)\""))
    #expect(dot.contains("\"=\"odot\""))
    #expect(drawing.facts.contains("M1/bruno"))
  }

  @Test("Of too many nodes those that changed come first")
  func changedFirst() throws {
    let day = try #require(CalendarDate(year: 2031, month: 2, day: 15))
    var fixture = SceneFixture()
    fixture.meeting("M2", ["hermit", "stranger"], isAttested: false)
    let comparison = DiagramComparison(
      from: day,
      to: day,
      changes: ["M2/hermit": .known]
    )
    let scene = DiagramScene(fixture.view(), comparison: comparison, maximumNodes: 3)
    #expect(scene.events.map(\.id) == ["M2"])
  }
}
