import CaseModel

/// Turns a scene into a graph of names or dots, for springs to spread out.
///
/// No words stand on the lines: their pattern and width tell the status, and the rest is told on
/// hover.
struct CompactDOT {
  /// Among dots, this many of the best connected participants have a name.
  static let hubCount = 30
  /// Fewer lines make no hub.
  static let hubDegree = 3

  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet
  let look: DrawingLook
  private let evidence: SceneEvidence
  private let labels: CompactLabels
  private let degrees: [String: Int]
  private let hubs: Set<String>
  private let kinds: FigureCards

  init(_ scene: DiagramScene, view: CaseView, style: StyleSheet, look: DrawingLook) {
    self.scene = scene
    self.view = view
    self.style = style
    self.look = look
    var degrees: [String: Int] = [:]
    for line in scene.lines {
      degrees[line.from, default: 0] += 1
      degrees[line.to, default: 0] += 1
    }
    self.degrees = degrees
    hubs = Self.hubs(scene, degrees)
    evidence = SceneEvidence(view: view)
    labels = CompactLabels(scene: scene, view: view, style: style)
    kinds = FigureCards(view: view, style: style, focus: nil)
  }

  var graph: DOTGraph {
    let heading = CompactHeading(scene: scene, view: view, style: style, look: look)
    return DOTGraph(
      id: "case",
      title: heading.title,
      isDirected: true,
      attributes: CompactHeading.page(style).merging([
        .label: .html(heading.label), .tooltip: .tooltip(heading.title),
      ]),
      nodeDefaults: [
        .fontname: style.fonts.value, .fontsize: .number(style.sizes.detail + 1),
        .height: .number(0.26), .margin: .keyword("0.09,0.05"), .shape: .keyword("box"),
      ],
      edgeDefaults: [
        .fontname: style.fonts.value, .arrowsize: .number(0.55), .dir: .keyword("none"),
      ],
      statements: scene.figures.map(node) + scene.events.map(node) + scene.lines.map(edge)
    )
  }

  /// The best connected participants, the first of equals.
  private static func hubs(_ scene: DiagramScene, _ degrees: [String: Int]) -> Set<String> {
    let ranked = scene.figures.enumerated().sorted { left, right in
      let (first, second) = (degrees[left.element.id] ?? 0, degrees[right.element.id] ?? 0)
      return (second, left.offset) < (first, right.offset)
    }
    return Set(
      ranked.prefix(hubCount).map(\.element.id).filter { degrees[$0] ?? 0 >= hubDegree }
    )
  }

  // MARK: - Nodes

  private func node(_ figure: DiagramScene.Figure) -> DOTStatement {
    let id = SceneLines.nodeID(figure.id)
    let kind = kinds.kind(figure)
    let look = style[kind]
    let degree = degrees[figure.id] ?? 0
    let common: DOTAttributes = [
      .id: .identifier(id), .class: .keyword(kind.rawValue),
      .tooltip: .tooltip(evidence.tooltip(figure)),
    ]
    let isNamed = self.look != .dots || hubs.contains(figure.id)
    let shown =
      isNamed
      ? Self.box(look, pattern: look.pattern, ground: style.ground).merging([
        .label: .html(labels.label(figure, degree: degree)),
        .penwidth: .number(degree > 7 ? 2 : 1),
      ])
      : dot(.circle, look, degree: degree, isFilled: kind != .slot && kind != .unnamed)
    return .node(id, common.merging(shown))
  }

  private func node(_ event: Event) -> DOTStatement {
    let id = SceneLines.nodeID(event.id.rawValue)
    let fact = FactID(event.id)
    let look = style[event.type == .statement ? .statement : .event]
    let line = style.line(view.status(fact))
    let common: DOTAttributes = [
      .id: .identifier(id), .class: .keyword("event \(event.type.rawValue.lowercased())"),
      .tooltip: .tooltip(evidence.tooltip(fact)),
    ]
    let shown =
      self.look != .dots
      ? Self.box(look, pattern: line.pattern, ground: style.ground).merging([
        .label: .html(labels.label(event)), .penwidth: .number(Double(look.border)),
      ])
      : dot(
        .diamond,
        look,
        degree: degrees[event.id.rawValue] ?? 0,
        isFilled: view.status(fact) == .confirmed
      )
    return .node(id, evidence.linked(fact, common.merging(shown)))
  }

  private static func box(_ look: NodeStyle, pattern: LinePattern, ground: Color)
    -> DOTAttributes
  {
    let styles = ["filled"] + (look.isRounded ? ["rounded"] : []) + [pattern.rawValue]
    return [
      .color: .color(look.line), .fillcolor: .color(look.fill ?? ground),
      .style: .keyword(styles.joined(separator: ",")),
    ]
  }

  private enum DotShape: String { case circle, diamond }

  /// Returns a dot whose area grows with its lines, hollow for what is not certain.
  private func dot(_ shape: DotShape, _ look: NodeStyle, degree: Int, isFilled: Bool)
    -> DOTAttributes
  {
    let size = (6 + 5 * Double(degree).squareRoot()) / 72
    return [
      .label: .plain(""), .shape: .keyword(shape.rawValue), .fixedsize: .keyword("true"),
      .width: .number(Self.rounded(size)), .height: .number(Self.rounded(size)),
      .style: .keyword("filled"), .color: .color(look.line), .penwidth: .number(1),
      .fillcolor: .color(isFilled ? look.line : style.ground),
    ]
  }

  // MARK: - Lines

  private func edge(_ line: DiagramScene.Line) -> DOTStatement {
    let status = view.status(line.fact)
    let stroke = style.line(status)
    let drawn = line.isSubject ? style[.subject] : stroke
    let id = "e1-\(line.fact)"
    var attributes: DOTAttributes = [
      .id: .identifier(id), .tooltip: .tooltip(evidence.tooltip(line.fact)),
      .class: .keyword(
        (line.isSubject ? "about " : "participation ") + (status?.rawValue ?? "unsourced")
      ),
      .color: .color(drawn.color), .style: .keyword(stroke.pattern.rawValue),
      .penwidth: .number(Self.rounded(drawn.width * (look == .dots ? 0.6 : 0.8))),
    ]
    // Straight lines may pass beneath other names: only where one ends it has a point.
    if look == .pills || drawn.arrowhead != .none {
      let end = drawn.arrowhead == .none ? "dot" : drawn.arrowhead.rawValue
      attributes = attributes.merging([
        .dir: .keyword(look == .pills ? "both" : "forward"), .arrowhead: .keyword(end),
        .arrowtail: .keyword("dot"),
        .arrowsize: .number(drawn.arrowhead == .none ? 0.35 : 0.55),
      ])
    }
    return .edge(
      SceneLines.nodeID(line.from),
      SceneLines.nodeID(line.to),
      evidence.linked(line.fact, attributes)
    )
  }

  /// Two decimal places are enough for print, and the same on every machine.
  static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
