import CaseModel

/// Makes the cards and lines of a network, whatever its nodes and links stand for.
struct NetworkCards {
  /// More properties than these are counted.
  private static let propertyLimit = 6

  let view: CaseView
  let style: StyleSheet

  private var evidence: SceneEvidence { SceneEvidence(view: view) }

  // MARK: - Nodes

  /// Returns the card of a node.
  func node(_ node: DiagramNetwork.Node) -> NetworkDOT.Node {
    switch node.content {
    case .entity(let id): figure(node.id, .entity(id))
    case .slot(let fact):
      if case .participation(let part) = view.index.facts[fact] {
        figure(node.id, part.participant)
      } else {
        plain(node.id, "?", fact.rawValue, [], "slot")
      }
    case .event(let id): event(node.id, id)
    case .claim(let id): claim(node.id, id)
    case .source(let id): source(node.id, id)
    case .question(let id):
      plain(node.id, "?", view.index.questions[id]?.text ?? node.id, [node.id], "question")
    case .plain(let title, let labels, let properties):
      plain(
        node.id,
        labels.first?.first.map { String($0).uppercased() } ?? "•",
        title,
        [labels.joined(separator: " · ")] + shown(properties),
        "record"
      )
    }
  }

  private func figure(_ id: String, _ participant: Participant) -> NetworkDOT.Node {
    let figure = DiagramScene.Figure(id: id, participant: participant, side: nil)
    let cards = FigureCards(view: view, style: style, focus: nil)
    return NetworkDOT.Node(
      id: id,
      label: cards.card(figure),
      cssClass: cards.kind(figure).rawValue,
      tooltip: evidence.tooltip(figure)
    )
  }

  private func event(_ id: String, _ event: EventID) -> NetworkDOT.Node {
    let shown = view.index.events[event] ?? Event(id: event, type: .other, title: id)
    return NetworkDOT.Node(
      id: id,
      label: EventCards(view: view, style: style, focus: nil).card(shown),
      cssClass: "event \(shown.type.rawValue.lowercased())",
      tooltip: evidence.tooltip(FactID(event)),
      fact: FactID(event)
    )
  }

  private func claim(_ id: String, _ claim: ClaimID) -> NetworkDOT.Node {
    guard let claim = view.index.claims[claim] else { return plain(id, "“", id, [], "claim") }
    let target: String =
      switch claim.target {
      case .fact(let fact): view.index.describe(fact)
      case .claim(let other): "claim \(other)"
      case .question(let question): view.index.questions[question]?.text ?? question.rawValue
      }
    return NetworkDOT.Node(
      id: id,
      label: ClaimCards(view: view, style: style, event: nil).card(claim, target: target),
      cssClass: "claim \(claim.stance.rawValue)",
      tooltip: evidence.tooltip(claim)
    )
  }

  private func source(_ id: String, _ source: SourceID) -> NetworkDOT.Node {
    let source = view.index.sources[source]
    let details = [id, source?.publisher, source?.author, source?.published?.shortDisplay]
    return plain(id, "▤", source?.title ?? id, details.compactMap(\.self), "source")
  }

  private func plain(
    _ id: String,
    _ sign: String,
    _ title: String,
    _ details: [String],
    _ kind: String
  ) -> NetworkDOT.Node {
    let look = Self.look(kind, style)
    let parts = CardParts(style: style)
    return NetworkDOT.Node(
      id: id,
      label: CardParts.frame(
        badge: parts.badge(sign, look, isRound: false),
        rows: CardParts.rows(title, columns: 30, lines: 4, style.strong(style.sizes.name))
          + parts.captions(details),
        [.border(look.border)] + look.frame
      ),
      cssClass: kind.replacing(" ", with: "-"),
      tooltip: ([title] + details).joined(separator: "\n")
    )
  }

  /// Returns the look of what is neither an entity nor an event.
  static func look(_ kind: String, _ style: StyleSheet) -> NodeStyle {
    var look = style[kind == "question" ? .slot : .statement]
    look.isRounded = kind == "claim"
    if kind != "question" { look.fill = style.ground }
    return look
  }

  private func shown(_ properties: [String]) -> [String] {
    let more = properties.count - Self.propertyLimit
    return properties.prefix(Self.propertyLimit)
      + (more > 0 ? ["and \(more) more properties"] : [])
  }

  // MARK: - Links

  /// Returns the line of a link.
  func link(_ link: DiagramNetwork.Link) -> NetworkDOT.Link {
    switch link.content {
    case .fact(let fact): self.fact(link, fact)
    case .met(let events, let status): met(link, events, status)
    case .plain(let type, let properties):
      NetworkDOT.Link(
        id: link.id,
        from: link.from,
        to: link.to,
        stroke: style[.subject],
        cssClass: "plain",
        tooltip: ([type] + properties).joined(separator: "\n"),
        words: [NetworkDOT.Words(text: type, font: style.detail)]
          + properties.prefix(2).map { NetworkDOT.Words(text: $0, font: style.detail) },
        direction: .forward
      )
    }
  }

  private func fact(_ link: DiagramNetwork.Link, _ fact: FactID) -> NetworkDOT.Link {
    var stroke = style.line(view.status(fact))
    let font = HTMLFont(size: style.sizes.detail, color: stroke.color.hex)
    var isDirected = true
    if case .participation = view.index.facts[fact] {
      isDirected = stroke.arrowhead != .none
    } else if stroke.arrowhead == .none {
      stroke.arrowhead = style[.subject].arrowhead
    }
    return NetworkDOT.Link(
      id: link.id,
      from: link.from,
      to: link.to,
      stroke: stroke,
      cssClass: view.status(fact)?.rawValue ?? "unsourced",
      tooltip: evidence.tooltip(fact),
      words: (verb(fact).map { [NetworkDOT.Words(text: $0, font: style.detail)] } ?? [])
        + [NetworkDOT.Words(text: StatusMark(view: view).caption(fact), font: font)],
      direction: isDirected ? .forward : .none,
      fact: fact
    )
  }

  private func verb(_ fact: FactID) -> String? {
    switch view.index.facts[fact] {
    case .participation(let part):
      ["participant", "speaker"].contains(part.role) ? nil : "as \(part.role)"
    case .post(let post): post.title
    case .relation(let relation): relation.kind.verb
    case .attribute(let attribute):
      if case .place = attribute.value { "in" } else { "about" }
    case .event, nil: nil
    }
  }

  private func met(_ link: DiagramNetwork.Link, _ events: [EventID], _ status: Status?)
    -> NetworkDOT.Link
  {
    let stroke = style.line(status)
    let font = HTMLFont(size: style.sizes.detail, color: stroke.color.hex)
    let names = events.prefix(4).map(\.rawValue).joined(separator: ", ")
    let more = events.count > 4 ? " and \(events.count - 4) more" : ""
    return NetworkDOT.Link(
      id: link.id,
      from: link.from,
      to: link.to,
      stroke: stroke,
      cssClass: status?.rawValue ?? "unsourced",
      tooltip: events.map { view.index.describe(FactID($0)) }.joined(separator: "\n"),
      words: [
        NetworkDOT.Words(text: "met in \(names)\(more)", font: style.detail),
        NetworkDOT.Words(
          text: StatusMark.sign(status) + " " + (status?.rawValue ?? "nobody says"),
          font: font
        ),
      ]
    )
  }
}
