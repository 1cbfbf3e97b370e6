import CaseModel

/// Makes the lines of a diagram.
///
/// The words on the line of a participation are a node of their own, through which the line runs:
/// so no line crosses its own words, and every engine keeps room for them. All lines lead from
/// left to right; those of the right side are drawn with their arrows reversed.
struct SceneLines {
  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet
  let arrangement: Arrangement
  private let order: VerticalOrder

  init(_ scene: DiagramScene, view: CaseView, style: StyleSheet) {
    self.scene = scene
    self.view = view
    self.style = style
    arrangement = Arrangement(scene)
    order = VerticalOrder(scene) { line in line.isSubject ? 1 : Self.weight(line, view) }
  }

  /// The words of the participations.
  var captions: [DOTStatement] {
    scene.lines.filter { !$0.isSubject }.map { line in
      let text = words(line).flatMap { CardParts.wrapped($0, columns: 32, lines: 2) }
      let font = HTMLFont(
        size: style.sizes.detail,
        color: stroke(line).color.hex,
        isBold: scene.comparison?.changes[line.fact] != nil
      )
      let label = HTMLLabel.text(text.flatMap { [.run($0, font), .lineBreak(nil)] }.dropLast())
      return .node(
        Self.captionID(line),
        evidence(
          line.fact,
          id: Self.captionID(line),
          [
            .label: .html(label), .class: .keyword("caption " + cssClass(line)),
            .shape: .keyword("box"), .style: .keyword("filled"), .penwidth: .number(0),
            .fillcolor: .color(style.ground), .margin: .number(0.03),
            .width: .number(0.2), .height: .number(0.2),
          ]
        )
      )
    }
  }

  /// The role, unless it goes without saying, and the status.
  private func words(_ line: DiagramScene.Line) -> [String] {
    let status = StatusMark(view: view).caption(line.fact)
    let change = scene.comparison?.captions(line.fact) ?? []
    guard case .participation(let part) = view.index.facts[line.fact],
      !["participant", "speaker"].contains(part.role)
    else { return change + [status] }
    return change + ["as \(part.role)", status]
  }

  private func stroke(_ line: DiagramScene.Line) -> LineStyle {
    let stroke = style.line(view.status(line.fact))
    return scene.comparison?.stroke(line.fact, stroke, style) ?? stroke
  }

  /// The lines, those of participations in two pieces.
  var edges: [DOTStatement] {
    scene.lines.flatMap { line in
      line.isSubject ? [subject(line)] : participation(line)
    } + ties + eventOrder + order(side: nil)
  }

  // MARK: - Participations

  private func participation(_ line: DiagramScene.Line) -> [DOTStatement] {
    let stroke = stroke(line)
    let isOnTheRight = arrangement.isOnTheRight(line.from)
    let caption = Self.captionID(line)
    let figure = Self.nodeID(line.from)
    let event = Self.nodeID(line.to)
    let look: DOTAttributes = [
      .color: .color(stroke.color), .style: .keyword(stroke.pattern.rawValue),
      .penwidth: .number(stroke.width), .class: .keyword("participation " + cssClass(line)),
    ]
    let captions = arrangement.captionColumns
    let length = abs(
      (isOnTheRight ? captions.right : captions.left) - (arrangement.columns[line.to] ?? 0)
    )
    // Lines meet the words at their sides, where the text is.
    let (start, end) = (DOTValue.identifier("e"), DOTValue.identifier("w"))
    let inner = evidence(line.fact, id: "e1-\(line.fact)", look).merging([
      .dir: .keyword("none"), .weight: .number(Self.hold),
      (isOnTheRight ? .tailport : .headport): isOnTheRight ? start : end,
    ])
    let outer = evidence(line.fact, id: "e2-\(line.fact)", look).merging([
      .dir: .keyword(isOnTheRight ? "back" : "forward"),
      (isOnTheRight ? .arrowtail : .arrowhead): .keyword(stroke.arrowhead.rawValue),
      (isOnTheRight ? .headport : .tailport): isOnTheRight ? end : start,
      .weight: .number(Self.weight(line, view)), .minlen: .number(Double(max(length, 1))),
    ])
    return isOnTheRight
      ? [.edge(caption, figure, inner), .edge(event, caption, outer)]
      : [.edge(figure, caption, inner), .edge(caption, event, outer)]
  }

  /// Keeps the words beside the figure.
  private static let hold = 20.0

  /// What brings people together is what readers look for: its lines are the straightest.
  private static func weight(_ line: DiagramScene.Line, _ view: CaseView) -> Double {
    view.index.events[EventID(line.to)]?.type.bringsTogether == true ? 6 : 3
  }

  private func cssClass(_ line: DiagramScene.Line) -> String {
    view.status(line.fact)?.rawValue ?? "unsourced"
  }

  // MARK: - Subjects

  /// Returns the line from a statement to what it was about; its pattern alone tells its status.
  private func subject(_ line: DiagramScene.Line) -> DOTStatement {
    let (from, to) = (arrangement.columns[line.from] ?? 0, arrangement.columns[line.to] ?? 0)
    let isBackwards = from > to
    let plain = style[.subject]
    let change = scene.comparison?.changes[line.fact]
    let stroke = change.flatMap { scene.comparison?.stroke($0, plain) } ?? plain
    var look: DOTAttributes = [
      .color: .color(stroke.color), .penwidth: .number(stroke.width),
      .style: .keyword(style.line(view.status(line.fact)).pattern.rawValue),
      .class: .keyword("about " + cssClass(line)), .weight: .number(2),
      .dir: .keyword(isBackwards ? "back" : "forward"),
      (isBackwards ? .arrowtail : .arrowhead): .keyword(stroke.arrowhead.rawValue),
      .minlen: .number(Double(max(abs(from - to), 1))),
    ]
    if from == to { look = look.merging([.constraint: .keyword("false")]) }
    let ends = [Self.nodeID(line.from), Self.nodeID(line.to)]
    return .edge(
      ends[isBackwards ? 1 : 0],
      ends[isBackwards ? 0 : 1],
      evidence(line.fact, id: "e1-\(line.fact)", look)
    )
  }

  // MARK: - Ties

  /// Invisible lines between parts of the drawing that nothing connects, so that their columns
  /// line up.
  private var ties: [DOTStatement] {
    var parts = Components(scene)
    guard let anchor = scene.figures.first?.id ?? scene.events.first?.id.rawValue else { return [] }
    let home = arrangement.columns[anchor] ?? 0
    let nodes = scene.events.map(\.id.rawValue) + scene.figures.map(\.id)
    return nodes.compactMap { node in
      guard let column = arrangement.columns[node], column != home, parts.join(anchor, node) else {
        return nil
      }
      let ends = column > home ? [anchor, node] : [node, anchor]
      return .edge(
        Self.nodeID(ends[0]),
        Self.nodeID(ends[1]),
        [
          .style: .keyword("invis"), .minlen: .number(Double(abs(column - home))),
          .weight: .number(1),
        ]
      )
    }
  }

  /// Returns invisible lines from top to bottom between the figures of one side.
  ///
  /// They must stand in the frame of the side itself: the engine breaks on others. `nil` is for
  /// figures that stand in no frame.
  func order(side: EntityID?) -> [DOTStatement] {
    let ids = scene.figures.filter { $0.side == side }.map(\.id)
    return chains(Dictionary(grouping: ids, by: arrangement.isOnTheRight).values.map(\.self))
  }

  private var eventOrder: [DOTStatement] {
    let ids = scene.events.map(\.id.rawValue)
    return chains(Dictionary(grouping: ids) { arrangement.columns[$0] ?? 0 }.values.map(\.self))
  }

  private func chains(_ columns: [[String]]) -> [DOTStatement] {
    columns.map(order.sorted).filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { ids in
      let nodes = ids.map(Self.nodeID)
      return .subgraph(
        DOTSubgraph(
          id: "order-\(ids[0])",
          isCluster: false,
          attributes: [.rank: .keyword("same")],
          // With ranks from left to right the engine places from below.
          statements: zip(nodes, nodes.dropFirst()).map {
            .edge($1, $0, [.style: .keyword("invis"), .weight: .number(1)])
          }
        )
      )
    }
  }

  // MARK: - Parts

  private func evidence(_ fact: FactID, id: String, _ look: DOTAttributes) -> DOTAttributes {
    let evidence = SceneEvidence(view: view)
    return evidence.linked(
      fact,
      look.merging([.id: .identifier(id), .tooltip: .tooltip(evidence.tooltip(fact))])
    )
  }

  /// The name of the node that stands for a figure or an event.
  static func nodeID(_ id: String) -> String { "n-\(id)" }

  private static func captionID(_ line: DiagramScene.Line) -> String { "l-\(line.fact)" }
}

/// Holds which nodes of a scene hang together (union-find).
private struct Components {
  private var parents: [String: String] = [:]

  init(_ scene: DiagramScene) {
    for line in scene.lines { _ = join(line.from, line.to) }
  }

  /// Joins two parts and tells whether they were apart.
  mutating func join(_ first: String, _ second: String) -> Bool {
    let (one, two) = (root(first), root(second))
    guard one != two else { return false }
    parents[one] = two
    return true
  }

  private mutating func root(_ node: String) -> String {
    var root = node
    while let parent = parents[root] { root = parent }
    if root != node { parents[node] = root }
    return root
  }
}
