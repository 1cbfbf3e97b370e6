/// Makes what stands above a diagram: a title, what it is about, and the legend.
struct Heading {
  private static let columns = 4
  /// A legend narrower than the title is stretched evenly over its columns: empty ones take most.
  private static let spareColumns = 80

  let style: StyleSheet
  let title: String
  let subtitle: String
  /// The samples of the legend, in groups that begin on rows of their own.
  let samples: [[LegendSample]]

  /// The heading as a label.
  var label: HTMLLabel {
    let rows =
      CardParts.rows(title, columns: 70, lines: 2, style.strong(style.sizes.title))
      + CardParts.rows(
        subtitle,
        columns: 120,
        lines: 3,
        HTMLFont(size: style.sizes.summary, color: style.quiet.hex)
      )
    let legend = HTMLTable(
      [.border(0), .cellborder(0), .cellspacing(2), .cellpadding(2)],
      rows: samples.flatMap(inRows)
    )
    return .table(
      HTMLTable(
        [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(2)],
        rows: rows + [
          HTMLRow([HTMLCell([.height(4)])]),
          HTMLRow([HTMLCell([.align(.left)], .table(legend))]),
        ]
      )
    )
  }

  private func inRows(_ samples: [LegendSample]) -> [HTMLRow] {
    stride(from: 0, to: samples.count, by: Self.columns).map { start in
      let shown = samples[start..<min(start + Self.columns, samples.count)]
      let rest = 2 * (Self.columns - shown.count) + Self.spareColumns
      return HTMLRow(shown.flatMap { $0.cells(style) } + [HTMLCell([.colspan(rest)])])
    }
  }
}

/// Holds something that occurs in a diagram, and what it means.
enum LegendSample {
  /// A line.
  case line(LineStyle, String)
  /// A card.
  case card(NodeStyle, String)
  /// A sign.
  case sign(String, String)

  /// Returns the sample and the words beside it.
  func cells(_ style: StyleSheet) -> [HTMLCell] {
    switch self {
    case .line(let line, let meaning): [Self.sample(line), Self.text(meaning, style)]
    case .card(let look, let meaning): [Self.swatch(look), Self.text(meaning, style)]
    case .sign(let sign, let meaning): [Self.text(sign, style), Self.text(meaning, style)]
    }
  }

  private static func sample(_ line: LineStyle) -> HTMLCell {
    let width = line.width
    let cell = HTMLCell([
      .width(34), .height(8), .fixedsize(true),
      .border(width > 4 ? 5 : width > 2 ? 3 : width > 1 ? 2 : 1), .sides([.bottom]),
      .style([line.pattern.html]), .color(line.color.hex),
    ])
    return HTMLCell([.valign(.top)], .table(HTMLTable(plain, rows: [HTMLRow([cell])])))
  }

  private static func swatch(_ look: NodeStyle) -> HTMLCell {
    let inside = HTMLCell([.width(24), .height(13), .fixedsize(true)])
    let table = HTMLTable(plain + [.border(look.border)] + look.frame, rows: [HTMLRow([inside])])
    return HTMLCell([.valign(.middle)], .table(table))
  }

  private static var plain: [HTMLAttribute] {
    [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)]
  }

  private static func text(_ text: String, _ style: StyleSheet) -> HTMLCell {
    HTMLCell(
      [.align(.left)],
      .text(text + "     ", HTMLFont(size: style.sizes.legend, color: style.ink.hex))
    )
  }
}
