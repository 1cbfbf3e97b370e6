/// Collects nodes and lines at fixed places, in points from the top left.
struct PinnedCanvas {
  let style: StyleSheet
  private(set) var statements: [DOTStatement] = []
  private var count = 0

  init(style: StyleSheet) { self.style = style }

  /// Adds a filled rectangle without a border.
  mutating func fill(
    _ x: ClosedRange<Double>,
    _ y: ClosedRange<Double>,
    _ color: Color,
    _ more: DOTAttributes = [:]
  ) {
    let look: DOTAttributes = [
      .style: .keyword("filled"), .penwidth: .number(0), .fillcolor: .color(color),
    ]
    add(x, y, look.merging(more))
  }

  /// Adds a rectangle with a border of some look.
  mutating func box(
    _ x: ClosedRange<Double>,
    _ y: ClosedRange<Double>,
    _ line: LineStyle,
    fill: Color,
    _ more: DOTAttributes
  ) {
    let look: DOTAttributes = [
      .style: .keyword("filled,\(line.pattern.rawValue)"),
      .penwidth: .number(min(line.width, 2)), .color: .color(line.color),
      .fillcolor: .color(fill),
    ]
    add(x, y, look.merging(more))
  }

  private mutating func add(
    _ x: ClosedRange<Double>,
    _ y: ClosedRange<Double>,
    _ look: DOTAttributes
  ) {
    let size: DOTAttributes = [
      .shape: .keyword("box"), .fixedsize: .keyword("true"), .label: .plain(""),
      .width: .number(Self.inches(x.upperBound - x.lowerBound)),
      .height: .number(Self.inches(y.upperBound - y.lowerBound)),
    ]
    let centre = ((x.lowerBound + x.upperBound) / 2, (y.lowerBound + y.upperBound) / 2)
    node(centre.0, centre.1, size.merging(look))
  }

  /// Adds a table whose top left corner has a place, and which is at least so large.
  mutating func table(
    _ x: Double,
    _ y: Double,
    width: Double,
    height: Double,
    rows: [HTMLRow],
    _ more: DOTAttributes = [:]
  ) {
    let plain: [HTMLAttribute] = [
      .border(0), .cellborder(0), .cellspacing(0), .cellpadding(0),
    ]
    let inner = HTMLCell(
      [
        .align(.left), .valign(.top), .width(Int(width)), .height(Int(height)),
      ],
      .table(HTMLTable(plain + [.align(.left), .valign(.top)], rows: rows))
    )
    let label = HTMLLabel.table(HTMLTable(plain, rows: [HTMLRow([inner])]))
    node(x + width / 2, y + height / 2, more.merging([.label: .html(label)]))
  }

  /// Adds one line of text whose middle has a place.
  mutating func text(_ x: Double, _ y: Double, _ text: String, _ font: HTMLFont) {
    node(x, y, [.label: .html(.text(text, font)), .class: .keyword("axis")])
  }

  /// Adds a bracket: a vertical line with two short ones to one side.
  mutating func bracket(_ x: Double, _ y: ClosedRange<Double>, opensRight: Bool, _ color: Color) {
    let height = y.upperBound - y.lowerBound
    let cell = HTMLTable(
      [
        .border(2), .cellborder(0), .cellspacing(0), .cellpadding(0), .color(color.hex),
        .sides(opensRight ? [.left, .top, .bottom] : [.right, .top, .bottom]),
        .width(6), .height(Int(height)), .fixedsize(true),
      ],
      rows: [HTMLRow([HTMLCell([.width(2), .height(2)])])]
    )
    node(
      opensRight ? x + 3 : x - 3,
      (y.lowerBound + y.upperBound) / 2,
      [.label: .html(.table(cell)), .class: .keyword("bracket")]
    )
  }

  /// Adds a straight line.
  mutating func line(
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double),
    _ look: DOTAttributes
  ) {
    let point: DOTAttributes = [
      .shape: .keyword("point"), .width: .number(0.01), .height: .number(0.01),
      .style: .keyword("invis"), .label: .plain(""),
    ]
    let tail = node(start.x, start.y, point)
    let head = node(end.x, end.y, point)
    statements.append(.edge(tail, head, look))
  }

  @discardableResult
  private mutating func node(_ x: Double, _ y: Double, _ attributes: DOTAttributes) -> String {
    count += 1
    let id = "t\(count)"
    let place = "\(Self.number(x / 72)),\(Self.number(-y / 72))"
    let pinned: DOTAttributes = [.pos: .keyword(place), .pin: .keyword("true")]
    statements.append(.node(id, attributes.merging(pinned)))
    return id
  }

  private static func inches(_ points: Double) -> Double {
    (max(points, 0.4) / 72 * 10_000).rounded() / 10_000
  }

  private static func number(_ number: Double) -> String {
    let rounded = (number * 10_000).rounded() / 10_000
    return DOTWriter.number(rounded == 0 ? 0 : rounded) ?? "0"
  }
}
