/// Says how large a drawing may be in each look, and how it is laid out.
///
/// Measured with Graphviz 2.43, in seconds of processor time for SVG on a busy machine with two
/// cores: `dot` takes 0.1 for 30 cards, 0.2 for 150; `sfdp` with `prism` 0.2 for 150 names, 26 for
/// 5,000 dots of a register, and 5 where dots may overlap. Straight lines matter: curves around 150
/// names take 4. A reader finds the way among about 30 cards or 150 names.
public enum SizeTable {
  struct Row {
    let look: DrawingLook
    /// The most nodes that stand for records.
    let nodes: Int
    /// The most lines.
    let lines: Int
    /// What is tried in turn.
    let layouts: [LayoutChoice]
  }

  /// The most nodes that a reader can find the way among, and the limit where none is given.
  public static let readableNodeCount = rows[1].nodes
  /// The most nodes that can be laid out in time, and the limit where none is wanted.
  public static let maximumNodeCount = rows[2].nodes
  /// The most groups of a folded drawing where no limit is given.
  public static let readableGroupCount = 40

  static let rows = [
    Row(look: .cards, nodes: 30, lines: 60, layouts: [LayoutChoice(.dot, seconds: 10)]),
    Row(look: .pills, nodes: 150, lines: 600, layouts: [LayoutChoice(.sfdp, seconds: 10, spread)]),
    Row(
      look: .dots,
      nodes: 3000,
      lines: .max,
      layouts: [
        LayoutChoice(.sfdp, seconds: 25, dense), LayoutChoice(.sfdp, seconds: 20, overlapping),
      ]
    ),
  ]

  /// How a folded drawing is laid out: exactly while it is small.
  static func layouts(groups: Int) -> [LayoutChoice] {
    let spring = LayoutChoice(.sfdp, seconds: 20, spread)
    return groups > 80 ? [spring] : [LayoutChoice(.neato, seconds: 10, exact), spring]
  }

  /// The look of a drawing of some size.
  static func look(nodes: Int, lines: Int) -> DrawingLook {
    rows.first { nodes <= $0.nodes && lines <= $0.lines }?.look ?? .dots
  }

  static func layouts(_ look: DrawingLook) -> [LayoutChoice] {
    rows.first { $0.look == look }?.layouts ?? []
  }

  /// Names need room around them.
  private static let spread: DOTAttributes = [
    .overlap: .keyword("prism"), .overlapScaling: .number(-4), .sep: .keyword("+5"),
    .springConstant: .number(0.6), .splines: .keyword("line"),
  ]
  private static let dense: DOTAttributes = [
    .overlap: .keyword("prism"), .overlapScaling: .number(-6), .sep: .keyword("+3"),
    .springConstant: .number(0.5), .splines: .keyword("line"),
  ]
  private static let overlapping: DOTAttributes = [
    .overlap: .keyword("true"), .springConstant: .number(0.5), .splines: .keyword("line"),
  ]
  private static let exact: DOTAttributes = [
    .overlap: .keyword("prism"), .sep: .keyword("+10"), .splines: .keyword("line"),
  ]
}
