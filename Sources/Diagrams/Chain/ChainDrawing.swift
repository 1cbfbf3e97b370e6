public import CaseModel

extension Drawing {
  /// Draws a chain from one end to the other, with the status and the origins of every fact, and the
  /// weakest of them marked.
  ///
  /// - Parameter view: A view that shows every fact of the chain.
  public static func chain(_ chain: Chain, view: CaseView, style: StyleSheet = .light) -> Drawing {
    ChainDrawing(chain: chain, view: view, style: style).drawing
  }
}

/// Makes the drawing of a chain.
struct ChainDrawing {
  /// Chains with more nodes than this run from top to bottom, since no page is wide enough.
  private static let nodesInARow = 4
  /// Added to the width of the weakest line.
  private static let emphasis = 2.4

  let chain: Chain
  let view: CaseView
  let style: StyleSheet

  var drawing: Drawing {
    let network = NetworkDOT(
      view: view,
      style: style,
      nodes: chain.nodes.map(node),
      links: chain.steps.map(link)
    )
    let page = DiagramPage(
      style: style,
      title: title,
      heading: Heading(style: style, title: title, subtitle: subtitle, samples: legend).label,
      footer: footer.label
    )
    let isRow = chain.nodes.count <= Self.nodesInARow
    var drawing = Drawing(
      graph: page.graph(
        network.statements,
        [.rankdir: .keyword(isRow ? "LR" : "TB"), .ranksep: .number(0.34)]
      ),
      engine: .dot,
      nodeCount: chain.nodes.count,
      facts: chain.steps.compactMap(\.facts.last)
    )
    drawing.omissions = omissions
    return drawing
  }

  // MARK: - Nodes

  private func node(_ node: Chain.Node) -> NetworkDOT.Node {
    let evidence = SceneEvidence(view: view)
    switch node {
    case .entity(let id):
      let figure = DiagramScene.Figure(id: id.rawValue, participant: .entity(id), side: nil)
      let isEnd = id == chain.start || id == chain.goal
      let cards = FigureCards(view: view, style: style, focus: isEnd ? id : nil)
      return NetworkDOT.Node(
        id: id.rawValue,
        label: cards.card(figure),
        cssClass: cards.kind(figure).rawValue,
        tooltip: evidence.tooltip(figure)
      )
    case .event(let id):
      let fact = FactID(id)
      let event = view.index.events[id] ?? Event(id: id, type: .other, title: id.rawValue)
      let cards = EventCards(view: view, style: style, focus: fact == chain.weakest ? id : nil)
      return NetworkDOT.Node(
        id: id.rawValue,
        label: cards.card(event, remarks: restsOnEvent(fact) ? remarks(fact) : []),
        cssClass: "event \(event.type.rawValue.lowercased())",
        tooltip: evidence.tooltip(fact),
        fact: fact
      )
    }
  }

  /// Whether the chain rests on the event itself, and not just on what was said about it.
  private func restsOnEvent(_ fact: FactID) -> Bool { chain.facts.contains(fact) }

  private func remarks(_ fact: FactID) -> [String] {
    [origins(fact), fact == chain.weakest ? Self.weakestMark : nil].compactMap(\.self)
  }

  // MARK: - Links

  private func link(_ step: Chain.Step) -> NetworkDOT.Link {
    let fact = step.facts.last ?? ""
    let isWeakest = fact == chain.weakest
    var stroke = style.line(view.status(fact))
    stroke.width += isWeakest ? Self.emphasis : 0
    let direction = direction(fact, from: step.from)
    if direction != .none { stroke.arrowhead = style[.subject].arrowhead }
    let detail = HTMLFont(size: style.sizes.detail, color: stroke.color.hex)
    let quiet = style.detail
    var words = [NetworkDOT.Words(text: verb(fact), font: quiet)]
    words.append(NetworkDOT.Words(text: StatusMark(view: view).caption(fact), font: detail))
    words += [origins(fact)].compactMap(\.self).map { NetworkDOT.Words(text: $0, font: quiet) }
    if isWeakest {
      let font = HTMLFont(size: style.sizes.name - 1, color: stroke.color.hex, isBold: true)
      words.insert(NetworkDOT.Words(text: Self.weakestMark, font: font), at: 0)
    }
    return NetworkDOT.Link(
      id: fact.rawValue,
      from: step.from.id,
      to: step.to.id,
      stroke: stroke,
      cssClass: (view.status(fact)?.rawValue ?? "unsourced") + (isWeakest ? " weakest" : ""),
      tooltip: SceneEvidence(view: view).tooltip(fact),
      words: words,
      frame: isWeakest ? stroke.color : nil,
      direction: direction,
      fact: fact
    )
  }

  /// Only what an event was about has a direction.
  private func direction(_ fact: FactID, from node: Chain.Node) -> NetworkDOT.Direction {
    guard case .attribute(let attribute) = view.index.facts[fact] else { return .none }
    return node == .event(attribute.event) ? .forward : .back
  }

  private static let weakestMark = "▼ weakest link"

  private func verb(_ fact: FactID) -> String {
    switch view.index.facts[fact] {
    case .participation(let part):
      ["participant", "speaker"].contains(part.role)
        ? part.role == "speaker" ? "spoke" : "took part" : "as \(part.role)"
    case .post(let post): post.title
    default: view.index.describe(fact)
    }
  }

  /// "origins: Jon Huntsman, Anatoly Antonov"; `nil` where nobody says anything.
  private func origins(_ fact: FactID) -> String? {
    guard let origins = view.assessment(fact)?.origins, !origins.isEmpty else { return nil }
    return (origins.count == 1 ? "origin: " : "origins: ") + names(origins)
  }

  private func names(_ entities: [EntityID]) -> String {
    let more = entities.count > 3 ? " and \(entities.count - 3) more" : ""
    return entities.prefix(3).map(view.index.name).joined(separator: ", ") + more
  }
}

// MARK: - Around the drawing

extension ChainDrawing {
  private var title: String {
    "From \(view.index.name(chain.start)) to \(view.index.name(chain.goal))"
  }

  private var subtitle: String {
    let steps = counted(chain.steps.count, "step")
    let strength = view.evidence(for: chain.facts).status?.rawValue ?? "unsourced"
    let missed = chain.missedMinimum.map {
      " No path is \($0) or stronger, as was asked; this is the strongest weaker one."
    }
    return "The strongest of all chains and of these a shortest: \(steps), \(strength), "
      + "as strong as its weakest fact." + (missed ?? "")
      + " From the case: \(view.index.content.info.title)"
  }

  private var legend: [[LegendSample]] {
    let marks = LegendMarks(view: view, style: style)
    var lines = marks.statuses(Set(chain.facts.map(view.status)))
    if let weakest = chain.weakest {
      var stroke = style.line(view.status(weakest))
      stroke.width += Self.emphasis
      lines.append(.line(stroke, "\(Self.weakestMark): the chain is no stronger than this"))
    }
    let events = chain.nodes.compactMap { node in
      if case .event(let id) = node { view.index.events[id] } else { nil }
    }
    let figures = chain.nodes.compactMap { node -> DiagramScene.Figure? in
      guard case .entity(let id) = node else { return nil }
      return DiagramScene.Figure(id: id.rawValue, participant: .entity(id), side: nil)
    }
    return [lines + marks.conflicts(chain.facts), marks.cards(figures, events)]
  }

  private var footer: Footer {
    let claims = Set(chain.facts.flatMap { view.assessment($0)?.claims ?? [] })
    var footer = Footer(
      view: view,
      style: style,
      counts: "\(counted(chain.facts.count, "fact")), \(counted(claims.count, "claim"))",
      omissions: omissions
    )
    if let weakest = chain.weakest {
      let origins = view.assessment(weakest)?.origins ?? []
      footer.remarks = [
        "Weakest link: \(view.index.describe(weakest)), "
          + StatusMark(view: view).sentence(weakest)
          + (origins.isEmpty ? "" : " (\(names(origins)))")
      ]
    }
    return footer
  }

  private var omissions: [Omission] {
    let drawn = Set(chain.nodes)
    let events = view.events.count { !drawn.contains(.event($0.id)) }
    return [Omission(events, "event", .outside)].compactMap(\.self)
  }
}
