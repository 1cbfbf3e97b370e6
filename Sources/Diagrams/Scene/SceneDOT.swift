public import CaseModel

/// Turns a scene into a DOT graph: left side, events, right side.
public struct SceneDOT: Sendable {
  /// Above these, the exhaustive search for the best places takes too long.
  private static let thoroughNodeCount = 60

  private let scene: DiagramScene
  private let view: CaseView
  private let style: StyleSheet
  private let evidence: SceneEvidence

  /// Returns the canonical DOT graph of `scene`, which must have been made from `view`.
  ///
  /// - Parameter dotsPerInch: The resolution of a PNG, by default that of a screen. For SVG it must
  ///   be `nil`: Graphviz scales the drawing, but not the window it is seen through.
  public static func graph(
    _ scene: DiagramScene,
    view: CaseView,
    style: StyleSheet = .light,
    dotsPerInch: Double? = nil
  ) -> DOTGraph {
    var graph = SceneDOT(scene, view: view, style: style).graph
    graph.attributes[.dpi] = dotsPerInch.map(DOTValue.number)
    return graph
  }

  private init(_ scene: DiagramScene, view: CaseView, style: StyleSheet) {
    self.scene = scene
    self.view = view
    self.style = style
    evidence = SceneEvidence(view: view)
  }

  private var graph: DOTGraph {
    let legend = Legend(scene: scene, view: view, style: style)
    let lines = SceneLines(scene, view: view, style: style)
    let page = DiagramPage(
      style: style,
      title: legend.title,
      heading: legend.heading,
      footer: Footer(scene: scene, view: view, style: style).label
    )
    return page.graph(
      clusters(lines) + nodes(side: nil) + events + lines.captions + lines.edges,
      search
    )
  }

  /// How hard the engine tries: the time of `dot` grows steeply with the number of nodes.
  private var search: DOTAttributes {
    let nodes = scene.figures.count + scene.events.count
    return nodes > Self.thoroughNodeCount
      ? [.nslimit: .number(2), .nslimit1: .number(2), .mclimit: .number(1)]
      : [.mclimit: .number(6), .remincross: .keyword("true")]
  }

  // MARK: - Nodes

  private func clusters(_ lines: SceneLines) -> [DOTStatement] {
    scene.sides.map { side in
      let isCountry = view.index.entities[side]?.type == .country
      let tint = isCountry ? style.country : style.group
      let name = HTMLTable(
        [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(2)],
        rows: CardParts.rows(
          view.index.name(side),
          columns: 30,
          lines: 2,
          HTMLFont(size: style.sizes.side, color: style.quiet.hex, isBold: true)
        )
      )
      return .subgraph(
        DOTSubgraph(
          id: "side-\(side.rawValue)",
          isCluster: true,
          attributes: [
            .label: .html(.table(name)), .labeljust: .keyword("l"), .labelloc: .keyword("t"),
            .style: .keyword(isCountry ? "rounded,filled" : "filled"), .peripheries: .number(1),
            .fillcolor: .color(tint.fill ?? style.ground), .color: .color(tint.line),
            .margin: .number(14), .class: .keyword(isCountry ? "country" : "group"),
            .id: .identifier("s-\(side.rawValue)"), .tooltip: .tooltip(view.index.name(side)),
          ],
          statements: nodes(side: side) + lines.order(side: side)
        )
      )
    }
  }

  private func nodes(side: EntityID?) -> [DOTStatement] {
    let quiet = scene.quietFigures(view)
    return scene.figures.filter { $0.side == side }.map { figure in
      let id = SceneLines.nodeID(figure.id)
      let cards = FigureCards(
        view: view,
        style: style,
        focus: figure.participant.entity.flatMap { isCentre(.entity($0)) ? $0 : nil },
        comparison: scene.comparison,
        isQuiet: quiet.contains(figure.id)
      )
      return .node(
        id,
        [
          .label: .html(cards.card(figure)), .id: .identifier(id),
          .class: .keyword(cards.kind(figure).rawValue),
          .tooltip: .tooltip(evidence.tooltip(figure)),
        ]
      )
    }
  }

  private func isCentre(_ record: DiagramScope.Centre) -> Bool {
    scene.scope.centres.contains(record)
  }

  private var events: [DOTStatement] {
    scene.events.map { event in
      let id = SceneLines.nodeID(event.id.rawValue)
      let cards = EventCards(
        view: view,
        style: style,
        focus: isCentre(.event(event.id)) ? event.id : nil,
        comparison: scene.comparison
      )
      return .node(
        id,
        evidence.linked(
          FactID(event.id),
          [
            .label: .html(cards.card(event)), .id: .identifier(id),
            .class: .keyword("event \(event.type.rawValue.lowercased())"),
            .tooltip: .tooltip(evidence.tooltip(FactID(event.id))),
          ]
        )
      )
    }
  }
}
