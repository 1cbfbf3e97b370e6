import CaseModel

/// Turns cards and links into a DOT graph that an engine ranks by itself.
///
/// The words on a link are a node of their own, through which it runs: so no line crosses its own
/// words, and every engine keeps room for them.
struct NetworkDOT {
  /// Holds a card.
  struct Node {
    /// Unique in the drawing.
    let id: String
    let label: HTMLLabel
    let cssClass: String
    let tooltip: String
    /// The fact whose source the card links to.
    var fact: FactID?
  }

  /// Holds a line between two cards.
  struct Link {
    /// Unique in the drawing.
    let id: String
    let from: String
    let to: String
    let stroke: LineStyle
    let cssClass: String
    let tooltip: String
    /// The words on the line, in a frame of their own where something is to be noticed.
    var words: [Words] = []
    /// The frame around the words; `nil` has none.
    var frame: Color?
    /// The end that the line points to.
    var direction = Direction.none
    /// The fact whose source the line links to.
    var fact: FactID?
  }

  /// Holds a line of words.
  struct Words {
    let text: String
    let font: HTMLFont
  }

  /// Lists where an arrowhead stands.
  enum Direction: String { case none, forward, back }

  let view: CaseView
  let style: StyleSheet
  let nodes: [Node]
  let links: [Link]

  /// The nodes, the words and the lines.
  var statements: [DOTStatement] {
    nodes.map(node) + links.filter { !$0.words.isEmpty }.map(caption) + links.flatMap(line)
  }

  private func node(_ node: Node) -> DOTStatement {
    .node(
      "n-\(node.id)",
      linked(
        node.fact,
        [
          .label: .html(node.label), .id: .identifier("n-\(node.id)"),
          .class: .keyword(node.cssClass), .tooltip: .tooltip(node.tooltip),
        ]
      )
    )
  }

  private func caption(_ link: Link) -> DOTStatement {
    let rows = link.words.flatMap { words in
      CardParts.wrapped(words.text, columns: 36, lines: 3).map { line in
        HTMLRow([HTMLCell([.cellpadding(0)], .text(line, words.font))])
      }
    }
    let table = HTMLTable(
      [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)],
      rows: rows
    )
    let id = "l-\(link.id)"
    return .node(
      id,
      linked(
        link.fact,
        [
          .label: .html(.table(table)), .id: .identifier(id),
          .class: .keyword("caption " + link.cssClass), .tooltip: .tooltip(link.tooltip),
          .shape: .keyword("box"),
          .style: .keyword(link.frame == nil ? "filled" : "filled,rounded"),
          .penwidth: .number(link.frame == nil ? 0 : 2),
          .color: .color(link.frame ?? style.ground), .fillcolor: .color(style.ground),
          .margin: .number(link.frame == nil ? 0.03 : 0.08), .width: .number(0.2),
          .height: .number(0.2),
        ]
      )
    )
  }

  private func line(_ link: Link) -> [DOTStatement] {
    let look: DOTAttributes = [
      .color: .color(link.stroke.color), .style: .keyword(link.stroke.pattern.rawValue),
      .penwidth: .number(link.stroke.width), .class: .keyword(link.cssClass),
    ]
    let ends = ("n-\(link.from)", "n-\(link.to)")
    func piece(_ number: Int, from: String, to: String, _ direction: Direction) -> DOTStatement {
      let arrow: DOTAttributes = [
        .dir: .keyword(direction.rawValue),
        (direction == .back ? .arrowtail : .arrowhead): .keyword(link.stroke.arrowhead.rawValue),
        // Heads grow with the width of the line, which they should not.
        .arrowsize: .number(link.stroke.width > 2 ? 0.45 : 0.65),
      ]
      let names: DOTAttributes = [
        .id: .identifier("e\(number)-\(link.id)"), .tooltip: .tooltip(link.tooltip),
      ]
      return .edge(from, to, linked(link.fact, look.merging(arrow).merging(names)))
    }
    if link.words.isEmpty { return [piece(1, from: ends.0, to: ends.1, link.direction)] }
    let caption = "l-\(link.id)"
    return [
      piece(1, from: ends.0, to: caption, link.direction == .back ? .back : .none),
      piece(2, from: caption, to: ends.1, link.direction == .forward ? .forward : .none),
    ]
  }

  private func linked(_ fact: FactID?, _ attributes: DOTAttributes) -> DOTAttributes {
    fact.map { SceneEvidence(view: view).linked($0, attributes) } ?? attributes
  }
}
