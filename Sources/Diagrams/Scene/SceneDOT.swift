public import CaseModel

/// Turns a scene into a DOT graph: left side, events, right side.
public struct SceneDOT: Sendable {
  /// Above these, the exhaustive search for the best places takes too long.
  private static let thoroughNodeCount = 60

  private let scene: DiagramScene
  private let view: CaseView
  private let style: StyleSheet
  private let figureCards: FigureCards
  private let eventCards: EventCards
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
    var person: EntityID?
    var event: EventID?
    switch scene.scope {
    case .whole: break
    case .event(let id): event = id
    case .entity(let id): person = id
    }
    figureCards = FigureCards(view: view, style: style, focus: person)
    eventCards = EventCards(view: view, style: style, focus: event)
    evidence = SceneEvidence(view: view)
  }

  private var graph: DOTGraph {
    let legend = Legend(scene: scene, view: view, style: style)
    let lines = SceneLines(scene, view: view, style: style)
    let body = DOTSubgraph(
      id: "whole",
      isCluster: true,
      attributes: [
        // Clusters inherit the id of the graph.
        .id: .identifier("body"),
        .label: .html(Footer(scene: scene, view: view, style: style).label),
        .labelloc: .keyword("b"),
        .labeljust: .keyword("l"), .peripheries: .number(0), .tooltip: .tooltip(""),
        .margin: .number(10),
      ],
      statements: clusters(lines) + nodes(side: nil) + events + lines.captions + lines.edges
    )
    return DOTGraph(
      id: "case",
      title: legend.title,
      isDirected: true,
      attributes: page.merging([.label: .html(legend.heading), .tooltip: .tooltip(legend.title)])
        .merging(search),
      nodeDefaults: [
        .shape: .keyword("plain"), .fontname: style.fonts.value,
        .fontsize: .number(style.sizes.name),
      ],
      edgeDefaults: [
        .fontname: style.fonts.value, .fontsize: .number(style.sizes.detail),
        .arrowsize: .number(0.65),
      ],
      statements: [.subgraph(body)]
    )
  }

  private var page: DOTAttributes {
    [
      .id: .identifier("case"), .labelloc: .keyword("t"), .labeljust: .keyword("l"),
      .bgcolor: .color(style.ground), .fontname: style.fonts.value,
      .nodesep: .number(0.16), .ranksep: .number(0.42), .pad: .number(0.3),
      .rankdir: .keyword("LR"), .outputorder: .keyword("edgesfirst"),
      .splines: .keyword("true"),
    ]
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
    scene.figures.filter { $0.side == side }.map { figure in
      let id = SceneLines.nodeID(figure.id)
      return .node(
        id,
        [
          .label: .html(figureCards.card(figure)), .id: .identifier(id),
          .class: .keyword(figureCards.kind(figure).rawValue),
          .tooltip: .tooltip(evidence.tooltip(figure)),
        ]
      )
    }
  }

  private var events: [DOTStatement] {
    scene.events.map { event in
      let id = SceneLines.nodeID(event.id.rawValue)
      return .node(
        id,
        evidence.linked(
          FactID(event.id),
          [
            .label: .html(eventCards.card(event)), .id: .identifier(id),
            .class: .keyword("event \(event.type.rawValue.lowercased())"),
            .tooltip: .tooltip(evidence.tooltip(FactID(event.id))),
          ]
        )
      )
    }
  }
}
