public import CaseModel

extension Drawing {
  /// Draws an event, its facts, and every claim about each of them: who says it, where, and through
  /// whom it reached us.
  ///
  /// Complexity: linear in the facts of the event and their claims.
  public static func testimony(
    on event: EventID,
    view: CaseView,
    style: StyleSheet = .light
  ) -> Drawing {
    TestimonyDrawing(event, view: view, style: style).drawing
  }
}

/// Makes the drawing of what is said about an event.
struct TestimonyDrawing {
  let event: EventID
  let view: CaseView
  let style: StyleSheet
  let testimony: Testimony
  let claims: ClaimCards

  init(_ event: EventID, view: CaseView, style: StyleSheet) {
    self.event = event
    self.view = view
    self.style = style
    testimony = Testimony(event, view: view)
    claims = ClaimCards(view: view, style: style, event: event)
  }

  var drawing: Drawing {
    guard let shown = view.events.first(where: { $0.id == event }) else {
      return Drawing(graph: page.graph([]), engine: .dot, nodeCount: 0, facts: [])
    }
    let carriers = carriers
    // With ranks from left to right the engine places from below.
    let network = NetworkDOT(
      view: view,
      style: style,
      nodes: [whole(shown)] + testimony.facts.map(node) + testimony.questions.map(node)
        + testimony.speaking.map(node) + undrawnNotes + carriers,
      links: (testimony.facts.map(link) + testimony.questions.map(link)
        + testimony.voices.map(link) + undrawnLinks + testimony.relays.map(link)).reversed()
    )
    var drawing = Drawing(
      graph: page.graph(
        network.statements,
        [
          .ranksep: .number(0.3), .nodesep: .number(0.12), .ordering: .keyword("out"),
        ]
      ),
      engine: .dot,
      nodeCount: 1 + testimony.facts.count + testimony.questions.count + testimony.speaking.count
        + carriers.count,
      facts: testimony.facts
    )
    drawing.plainLineCount =
      testimony.questions.count + testimony.voices.count + testimony.relays.count
    drawing.omissions = omissions
    return drawing
  }

  // MARK: - The event and its facts

  private func whole(_ event: Event) -> NetworkDOT.Node {
    NetworkDOT.Node(
      id: event.id.rawValue,
      label: EventCards(view: view, style: style, focus: event.id).card(event),
      cssClass: "event \(event.type.rawValue.lowercased())",
      tooltip: SceneEvidence(view: view).tooltip(FactID(event.id)),
      fact: FactID(event.id)
    )
  }

  private func node(_ fact: FactID) -> NetworkDOT.Node {
    let (label, cssClass) = card(fact)
    return NetworkDOT.Node(
      id: Testimony.id(fact),
      label: label,
      cssClass: cssClass,
      tooltip: SceneEvidence(view: view).tooltip(fact),
      fact: fact
    )
  }

  private func card(_ fact: FactID) -> (HTMLLabel, String) {
    let sides = (view.assessment(fact)?.sides ?? []).map {
      "\(view.index.name($0.side)): \($0.word)"
    }
    let silence = view.status(fact) == nil ? ["nobody says anything about this"] : []
    switch view.index.facts[fact] {
    case .participation(let part):
      let figure = DiagramScene.Figure(id: part.figureID, participant: part.participant, side: nil)
      let cards = FigureCards(view: view, style: style, focus: nil)
      return (cards.card(figure, remarks: sides + silence), cards.kind(figure).rawValue)
    case .attribute(let attribute):
      let (sign, title, details) = describe(attribute)
      return (
        plainCard(sign, title, details + sides + silence, style[.country]), "attribute"
      )
    default:
      return (plainCard("!", "that it took place at all", sides, style[.event]), "attribute")
    }
  }

  private func describe(_ attribute: Attribute) -> (String, String, [String]) {
    switch attribute.value {
    case .date(let date):
      let words = date.verbatim.map { ["“\($0)”"] } ?? []
      return ("◷", "when: \(date.shortDisplay)", words + [date.basis].compactMap(\.self))
    case .place(let place): return ("◎", "where: \(view.index.name(place))", [])
    case .topic(let topic): return ("¶", "about: \(view.index.name(topic))", [])
    case .subject(let subject):
      return ("¶", "about: \(subject) \(view.index.events[subject]?.title ?? "")", [])
    }
  }

  private func plainCard(_ sign: String, _ title: String, _ details: [String], _ look: NodeStyle)
    -> HTMLLabel
  {
    let parts = CardParts(style: style)
    return CardParts.frame(
      badge: parts.badge(sign, look, isRound: false),
      rows: CardParts.rows(title, columns: 30, lines: 3, style.strong(style.sizes.name))
        + parts.captions(details),
      [.border(look.border)] + look.frame
    )
  }

  private func link(_ fact: FactID) -> NetworkDOT.Link {
    let stroke = style.line(view.status(fact))
    let font = HTMLFont(size: style.sizes.detail, color: stroke.color.hex)
    var words = [NetworkDOT.Words(text: StatusMark(view: view).caption(fact), font: font)]
    if case .participation(let part) = view.index.facts[fact], part.role != "participant" {
      words.insert(NetworkDOT.Words(text: "\(part.role):", font: style.detail), at: 0)
    }
    return NetworkDOT.Link(
      id: fact.rawValue,
      from: event.rawValue,
      to: Testimony.id(fact),
      stroke: stroke,
      cssClass: "fact \(view.status(fact)?.rawValue ?? "unsourced")",
      tooltip: SceneEvidence(view: view).tooltip(fact),
      words: words,
      direction: stroke.arrowhead == .none ? .none : .forward,
      fact: fact
    )
  }

  // MARK: - Questions

  private func node(_ coverage: QuestionCoverage) -> NetworkDOT.Node {
    let id = coverage.question.id
    return NetworkDOT.Node(
      id: Testimony.id(id),
      label: plainCard("?", coverage.question.text, ["question \(id)"], style[.slot]),
      cssClass: "question \(coverage.state.rawValue)",
      tooltip: "\(id) \(coverage.question.text)\n\(coverage.state)"
    )
  }

  private func link(_ coverage: QuestionCoverage) -> NetworkDOT.Link {
    let stroke = style.line(.open)
    let answers = coverage.answers.isEmpty ? [] : [counted(coverage.answers.count, "answer")]
    let words = (["? asked: \(coverage.state)"] + answers).joined(separator: ", ")
    return NetworkDOT.Link(
      id: "\(event)>\(coverage.question.id)",
      from: event.rawValue,
      to: Testimony.id(coverage.question.id),
      stroke: stroke,
      cssClass: "question",
      tooltip: coverage.question.text,
      words: [
        NetworkDOT.Words(
          text: words,
          font: HTMLFont(size: style.sizes.detail, color: stroke.color.hex)
        )
      ]
    )
  }

  // MARK: - Claims

  private func node(_ voice: Testimony.Voice) -> NetworkDOT.Node {
    // The card of a question says what is asked; that of an empty slot does not.
    var target: String?
    if case .question(let id) = voice.claim.target, voice.about != Testimony.id(id) {
      target = view.index.questions[id]?.text
    }
    return node(voice.claim, verb: nil, target: target)
  }

  private func node(_ claim: Claim, verb: String?, target: String?) -> NetworkDOT.Node {
    NetworkDOT.Node(
      id: Testimony.id(claim.id),
      label: claims.card(claim, verb: verb, target: target),
      cssClass: "claim \(claim.stance.rawValue)",
      tooltip: SceneEvidence(view: view).tooltip(claim)
    )
  }

  private func link(_ voice: Testimony.Voice) -> NetworkDOT.Link {
    NetworkDOT.Link(
      id: "\(voice.claim.id)>\(voice.about)",
      from: voice.about,
      to: Testimony.id(voice.claim.id),
      stroke: claims.stroke(voice.claim),
      cssClass: "claim \(voice.claim.stance.rawValue)",
      tooltip: SceneEvidence(view: view).tooltip(voice.claim),
      direction: .back
    )
  }

  /// The claims that do nothing here but carry others.
  private var carriers: [NetworkDOT.Node] {
    var seen = Set(testimony.voices.map(\.claim.id))
    return testimony.relays.map(\.claim).filter { seen.insert($0.id).inserted }
      .sorted { $0.id < $1.id }
      .map { claim in
        let verb = claim.stance == .asserts ? "reports" : nil
        return node(claim, verb: verb, target: describe(claim.target))
      }
  }

  private func describe(_ target: ClaimTarget) -> String? {
    switch target {
    case .fact(let fact): "that \(view.index.describe(fact))"
    case .claim(let id):
      view.index.claims[id].map { "what \(view.index.name($0.claimant)) says (\(id))" }
    case .question: nil
    }
  }

  private func link(_ relay: (claim: Claim, carried: ClaimID)) -> NetworkDOT.Link {
    var stroke = style[.subject]
    stroke.arrowhead = .vee
    return NetworkDOT.Link(
      id: "\(relay.carried)>via",
      from: Testimony.id(relay.carried),
      to: Testimony.id(relay.claim.id),
      stroke: stroke,
      cssClass: "via",
      tooltip: "\(relay.carried) reached us through \(relay.claim.id)",
      direction: .back
    )
  }
}
