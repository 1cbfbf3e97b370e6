public import CaseModel

extension Drawing {
  /// Draws nodes and links of any kind: people and events by sides, as in other diagrams, where there
  /// is nothing else among them.
  ///
  /// Complexity: O(n log n) in the nodes and links.
  public static func network(
    _ network: DiagramNetwork,
    view: CaseView,
    style: StyleSheet = .light
  ) -> Drawing {
    guard let records = network.records(view) else {
      return NetworkDrawing(network, view: view, style: style).drawing
    }
    var drawing = cards(view, scope: .records(records), style: style)
    drawing.omissions += network.omissions
    return drawing
  }
}

extension DiagramNetwork {
  /// What cannot be drawn.
  var omissions: [Omission] {
    [Omission(valueCount, "plain value", .noPlace)].compactMap(\.self)
  }
}

/// Makes the drawing of a network.
struct NetworkDrawing {
  let network: DiagramNetwork
  let view: CaseView
  let style: StyleSheet
  /// The nodes that there is room for.
  let nodes: [DiagramNetwork.Node]
  /// The links between these.
  let links: [DiagramNetwork.Link]

  init(_ network: DiagramNetwork, view: CaseView, style: StyleSheet) {
    self.network = network
    self.view = view
    self.style = style
    let drawn = Self.bestConnected(network, count: DiagramScene.readableNodeCount)
    nodes = network.nodes.filter { drawn.contains($0.id) }
    links = network.links.filter { drawn.contains($0.from) && drawn.contains($0.to) }
  }

  /// Of too many nodes those with most links, the first of equals.
  private static func bestConnected(_ network: DiagramNetwork, count: Int) -> Set<String> {
    guard network.nodes.count > count else { return Set(network.nodes.map(\.id)) }
    var degrees: [String: Int] = [:]
    for link in network.links {
      degrees[link.from, default: 0] += 1
      degrees[link.to, default: 0] += 1
    }
    let ranked = network.nodes.enumerated().sorted { left, right in
      (-degrees[left.element.id, default: 0], left.offset)
        < (-degrees[right.element.id, default: 0], right.offset)
    }
    return Set(ranked.prefix(count).map(\.element.id))
  }

  var drawing: Drawing {
    let cards = NetworkCards(view: view, style: style)
    let graph = NetworkDOT(
      view: view,
      style: style,
      nodes: nodes.map(cards.node),
      links: links.map(cards.link)
    )
    let page = DiagramPage(
      style: style,
      title: DiagramRecords.title,
      heading: Heading(
        style: style,
        title: DiagramRecords.title,
        subtitle: network.question,
        samples: legend
      ).label,
      footer: footer.label
    )
    var drawing = Drawing(
      graph: page.graph(graph.statements, [.ranksep: .number(0.34)]),
      engine: .dot,
      nodeCount: nodes.count,
      facts: facts
    )
    drawing.derivedStatuses = derivedStatuses
    drawing.plainLineCount = links.count - facts.count - derivedStatuses.count
    drawing.omissions = omissions
    return drawing
  }

  private var facts: [FactID] {
    links.compactMap { if case .fact(let fact) = $0.content { fact } else { nil } }
  }

  private var derivedStatuses: [Status?] {
    links.compactMap { link in
      guard case .met(_, let status) = link.content else { return nil }
      return .some(status)
    }
  }

  private var omissions: [Omission] {
    network.omissions
      + [
        Omission(network.nodes.count - nodes.count, "node", .lackOfRoom),
        Omission(network.links.count - links.count, "line", .lackOfRoom),
      ]
      .compactMap(\.self)
  }

  private var legend: [[LegendSample]] {
    let marks = LegendMarks(view: view, style: style)
    var statuses = Set(facts.map(view.status))
    var figures: [DiagramScene.Figure] = []
    var events: [Event] = []
    var others: Set<String> = []
    for node in nodes {
      switch node.content {
      case .entity(let id):
        figures.append(DiagramScene.Figure(id: node.id, participant: .entity(id), side: nil))
      case .event(let id):
        events += [view.index.events[id]].compactMap(\.self)
        statuses.insert(view.status(FactID(id)))
      case .slot(let fact):
        if case .participation(let part) = view.index.facts[fact] {
          figures.append(
            DiagramScene.Figure(id: node.id, participant: part.participant, side: nil)
          )
        }
      case .claim: others.insert("claim")
      case .source: others.insert("source")
      case .question: others.insert("question")
      case .plain: others.insert("no record of the case")
      }
    }
    statuses.formUnion(derivedStatuses)
    let plain = links.contains { if case .plain = $0.content { true } else { false } }
    let lines: [LegendSample] = plain ? [.line(style[.subject], "no fact: has no status")] : []
    return [
      marks.statuses(statuses) + marks.conflicts(facts) + lines,
      marks.cards(figures, events)
        + others.sorted().map { .card(NetworkCards.look($0, style), $0) },
    ]
  }

  private var footer: Footer {
    Footer(
      view: view,
      style: style,
      counts: "\(counted(nodes.count, "node")), \(counted(links.count, "line"))",
      omissions: omissions
    )
  }
}
