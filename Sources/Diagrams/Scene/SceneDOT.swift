public import CaseModel

/// Turns a scene into a DOT graph: left side, events, right side.
public struct SceneDOT: Sendable {
  private let scene: DiagramScene
  private let view: CaseView
  private let cards: Cards
  private let rightSides: Set<EntityID>

  /// Returns the canonical DOT graph of `scene`, which must have been made from `view`.
  public static func graph(_ scene: DiagramScene, view: CaseView) -> DOTGraph {
    SceneDOT(scene, view: view).graph
  }

  private init(_ scene: DiagramScene, view: CaseView) {
    self.scene = scene
    self.view = view
    cards = Cards(view: view)
    // The second half of the sides stands on the right, with arrows drawn backwards.
    rightSides = Set(scene.sides.dropFirst((scene.sides.count + 1) / 2))
  }

  private var graph: DOTGraph {
    let legend = Legend(scene: scene, view: view)
    let body = DOTSubgraph(
      id: "whole",
      isCluster: true,
      attributes: [
        .label: .html(legend.footer), .labelloc: .keyword("b"), .labeljust: .keyword("l"),
        .peripheries: .number(0), .tooltip: .tooltip(""), .margin: .number(10),
      ],
      statements: clusters + nodes(side: nil) + events + lines
    )
    return DOTGraph(
      id: "case",
      isDirected: true,
      attributes: [
        .label: .html(legend.heading), .labelloc: .keyword("t"), .labeljust: .keyword("l"),
        .bgcolor: .keyword(Palette.ground), .fontname: .keyword(Palette.fonts),
        .nodesep: .number(0.22), .ranksep: .number(1.1), .pad: .number(0.3),
        .rankdir: .keyword("LR"), .outputorder: .keyword("edgesfirst"),
        .splines: .keyword("true"), .tooltip: .tooltip(view.index.content.info.title),
      ],
      nodeDefaults: [
        .shape: .keyword("plain"), .fontname: .keyword(Palette.fonts), .fontsize: .number(12),
      ],
      edgeDefaults: [
        .fontname: .keyword(Palette.fonts), .fontsize: .number(9), .arrowsize: .number(0.65),
      ],
      statements: [.subgraph(body)]
    )
  }

  // MARK: - Nodes

  private var clusters: [DOTStatement] {
    scene.sides.map { side in
      .subgraph(
        DOTSubgraph(
          id: "side-\(side.rawValue)",
          isCluster: true,
          attributes: [
            .label: .html(
              .table(
                HTMLTable(
                  [.border(0), .cellpadding(5)],
                  rows: [
                    HTMLRow([
                      HTMLCell(
                        [],
                        .text(
                          view.index.name(side),
                          HTMLFont(size: 13, color: Palette.quiet, isBold: true)
                        )
                      )
                    ])
                  ]
                )
              )
            ),
            .labeljust: .keyword("l"), .labelloc: .keyword("t"),
            .style: .keyword("rounded,filled"), .fillcolor: .keyword(Palette.clusterFill),
            .color: .keyword(Palette.faint), .margin: .number(14), .class: .keyword("country"),
            .tooltip: .tooltip(view.index.name(side)), .peripheries: .number(1),
          ],
          statements: nodes(side: side)
        )
      )
    }
  }

  private func nodes(side: EntityID?) -> [DOTStatement] {
    scene.figures.filter { $0.side == side }.map { figure in
      .node(
        Self.nodeID(figure.id),
        [
          .label: .html(cards.card(figure)), .id: .identifier(Self.nodeID(figure.id)),
          .class: .keyword(Self.cssClass(figure, view)),
          .tooltip: .tooltip(tooltip(figure)),
        ]
      )
    }
  }

  private var events: [DOTStatement] {
    scene.events.map { event in
      .node(
        Self.nodeID(event.id.rawValue),
        linked(
          FactID(event.id),
          [
            .label: .html(cards.card(event)),
            .id: .identifier(Self.nodeID(event.id.rawValue)),
            .class: .keyword("event \(event.type.rawValue.lowercased())"),
            .tooltip: .tooltip(tooltip(FactID(event.id))),
          ]
        )
      )
    }
  }

  // MARK: - Lines

  private var lines: [DOTStatement] {
    let sideOf = Dictionary(
      scene.figures.map { ($0.id, $0.side) },
      uniquingKeysWith: { first, _ in first }
    )
    return scene.lines.map { line in
      let isBackwards =
        line.isSubject ? isFromTheRight(line.from, sideOf) : isRight(sideOf[line.from] ?? nil)
      return line.isSubject
        ? subject(line, isBackwards: isBackwards) : participation(line, isBackwards: isBackwards)
    }
  }

  private func isRight(_ side: EntityID?) -> Bool { side.map(rightSides.contains) ?? false }

  /// A statement stands on the side of those who spoke.
  private func isFromTheRight(_ event: String, _ sideOf: [String: EntityID?]) -> Bool {
    let speakers = scene.lines.filter { $0.to == event && !$0.isSubject }
      .map { sideOf[$0.from] ?? nil }
    return !speakers.isEmpty && speakers.allSatisfy(isRight)
  }

  private func participation(_ line: DiagramScene.Line, isBackwards: Bool) -> DOTStatement {
    let style = LineStyle(view.status(line.fact))
    let isConflict = view.assessment(line.fact)?.contradictory.isEmpty == false
    let label = Cards.mark(view, line.fact) + (isConflict ? " ⚡" : "")
    return edge(
      line,
      isBackwards: isBackwards,
      [
        .label: .plain(label), .fontcolor: .keyword(style.color), .color: .keyword(style.color),
        .style: .keyword(style.style), .penwidth: .number(style.width),
        (isBackwards ? .arrowtail : .arrowhead): .keyword(style.arrowhead),
        .class: .keyword("participation \(view.status(line.fact)?.rawValue ?? "unsourced")"),
      ]
    )
  }

  private func subject(_ line: DiagramScene.Line, isBackwards: Bool) -> DOTStatement {
    edge(
      line,
      isBackwards: isBackwards,
      [
        .label: .plain("about"), .fontcolor: .keyword(Palette.quiet),
        .color: .keyword("#94A3B8"), .style: .keyword("solid"), .penwidth: .number(0.9),
        (isBackwards ? .arrowtail : .arrowhead): .keyword("vee"), .class: .keyword("about"),
      ]
    )
  }

  private func edge(
    _ line: DiagramScene.Line,
    isBackwards: Bool,
    _ attributes: DOTAttributes
  ) -> DOTStatement {
    let ends = [Self.nodeID(line.from), Self.nodeID(line.to)]
    let text = tooltip(line.fact)
    let fixed: DOTAttributes = [
      .dir: .keyword(isBackwards ? "back" : "forward"),
      .id: .identifier("e-\(line.fact.rawValue)"), .edgetooltip: .tooltip(text),
      .labeltooltip: .tooltip(text), .tooltip: .tooltip(text),
    ]
    return .edge(
      isBackwards ? ends[1] : ends[0],
      isBackwards ? ends[0] : ends[1],
      linked(line.fact, attributes.merging(fixed))
    )
  }

  // MARK: - Evidence

  /// Adds a link to the first source on the web that carries a claim about the fact.
  private func linked(_ fact: FactID, _ attributes: DOTAttributes) -> DOTAttributes {
    let url = (view.assessment(fact)?.claims ?? []).lazy
      .compactMap { view.index.claims[$0]?.source }
      .compactMap { view.index.sources[$0]?.url }.first
    guard let url else { return attributes }
    return attributes.merging([.url: .url(url), .target: .keyword("blank")])
  }

  private func tooltip(_ fact: FactID) -> String {
    guard let assessment = view.assessment(fact) else { return view.index.describe(fact) }
    let sides = assessment.sides.map { "\(view.index.name($0.side)): \($0.word)" }
    let claims = assessment.claims.compactMap { view.index.claims[$0] }.map { claim in
      let place = [claim.source?.rawValue, claim.locator].compactMap(\.self)
      return "\(claim.id) \(view.index.name(claim.claimant)) \(claim.stance)"
        + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))")
    }
    return ([view.index.describe(fact), Cards.mark(view, fact)] + sides + claims)
      .joined(separator: "\n")
  }

  private func tooltip(_ figure: DiagramScene.Figure) -> String {
    guard let entity = figure.participant.entity else {
      return view.index.name(figure.participant) + "\nNobody has said who."
    }
    let posts = view.index.posts(of: entity).filter { view.shows($0.id) }
      .map { view.index.describe($0) }
    return ([view.index.name(entity)] + posts).joined(separator: "\n")
  }

  private static func nodeID(_ id: String) -> String { "n-\(id)" }

  private static func cssClass(_ figure: DiagramScene.Figure, _ view: CaseView) -> String {
    guard let entity = figure.participant.entity, let record = view.index.entities[entity] else {
      return "slot"
    }
    return record.type.rawValue.lowercased() + (record.isUnnamed ? " unnamed" : "")
  }
}
