extension DOTWriter {
  /// Tables inside tables: the library gives up at some hundreds, a card needs two.
  private static let maximumDepth = 16

  private enum Element: String {
    case table = "TABLE"
    case cell = "TD"
  }

  /// Returns the markup of a label, empty if it shows nothing.
  func markup(of label: HTMLLabel, depth: Int = 0) -> String {
    switch label {
    case .text(let pieces): pieces.map(markup).joined()
    case .table where depth == Self.maximumDepth: ""
    case .table(let table): markup(of: table, depth: depth + 1)
    }
  }

  private func markup(of piece: HTMLInline) -> String {
    switch piece {
    case .run(let text, let font): markup(of: text, in: font)
    case .lineBreak(nil): "<BR/>"
    case .lineBreak(let alignment?): "<BR ALIGN=\"\(alignment.rawValue)\"/>"
    }
  }

  private func markup(of text: String, in font: HTMLFont) -> String {
    var markup = DOTEscape.htmlText(label(text))
    guard !markup.isEmpty else { return "" }
    if font.isItalic { markup = "<I>\(markup)</I>" }
    if font.isBold { markup = "<B>\(markup)</B>" }
    var attributes: [String: String] = [:]
    attributes["COLOR"] = font.color.flatMap(Self.keyword)
    attributes["POINT-SIZE"] = font.size.flatMap { Self.number(min(max($0, 1), 255)) }
    return attributes.isEmpty ? markup : "<FONT\(list(attributes))>\(markup)</FONT>"
  }

  private func markup(of table: HTMLTable, depth: Int) -> String {
    let rows = table.rows.isEmpty ? [HTMLRow([])] : table.rows
    let body = rows.enumerated().map { index, row in
      (row.hasRuleAbove && index > 0 ? "<HR/>" : "") + markup(of: row, depth: depth)
    }
    return "<TABLE\(list(written(table.attributes, on: .table)))>\(body.joined())</TABLE>"
  }

  private func markup(of row: HTMLRow, depth: Int) -> String {
    let cells = row.cells.isEmpty ? [HTMLCell()] : row.cells
    let body = cells.enumerated().map { index, cell in
      let rule = cell.hasRuleBefore && index > 0 ? "<VR/>" : ""
      let attributes = list(written(cell.attributes, on: .cell))
      return "\(rule)<TD\(attributes)>\(markup(of: cell.content, depth: depth))</TD>"
    }
    return "<TR>\(body.joined())</TR>"
  }

  private func list(_ attributes: [String: String]) -> String {
    attributes.sorted { $0.key < $1.key }.map { " \($0)=\"\($1)\"" }.joined()
  }

  private func written(_ attributes: [HTMLAttribute], on element: Element) -> [String: String] {
    attributes.reduce(into: [:]) { written, attribute in
      guard let (name, value) = nameAndValue(attribute, on: element) else { return }
      written[name] = DOTEscape.htmlAttribute(value)
    }
  }

  private func nameAndValue(
    _ attribute: HTMLAttribute,
    on element: Element
  ) -> (name: String, value: String)? {
    switch attribute {
    case .cellborder, .cellspacing: element == .table ? nameAndValue(attribute) : nil
    case .balign, .colspan, .rowspan: element == .cell ? nameAndValue(attribute) : nil
    default: nameAndValue(attribute)
    }
  }

  private func nameAndValue(_ attribute: HTMLAttribute) -> (name: String, value: String)? {
    switch attribute {
    case .align(let place): ("ALIGN", place.rawValue)
    case .balign(let place): ("BALIGN", place.rawValue)
    case .valign(let place): ("VALIGN", place.rawValue)
    case .bgcolor(let color): Self.keyword(color).map { ("BGCOLOR", $0) }
    case .color(let color): Self.keyword(color).map { ("COLOR", $0) }
    case .target(let frame): Self.keyword(frame).map { ("TARGET", $0) }
    case .border(let points): ("BORDER", Self.clamped(points, 0...255))
    case .cellborder(let points): ("CELLBORDER", Self.clamped(points, 0...127))
    case .cellpadding(let points): ("CELLPADDING", Self.clamped(points, 0...255))
    case .cellspacing(let points): ("CELLSPACING", Self.clamped(points, 0...127))
    case .height(let points): ("HEIGHT", Self.clamped(points, 0...65535))
    case .width(let points): ("WIDTH", Self.clamped(points, 0...65535))
    case .colspan(let columns): ("COLSPAN", Self.clamped(columns, 1...100))
    case .rowspan(let rows): ("ROWSPAN", Self.clamped(rows, 1...100))
    case .fixedsize(let isFixed): ("FIXEDSIZE", isFixed ? "TRUE" : "FALSE")
    case .sides(let sides): ("SIDES", Self.ordered(sides).joined())
    case .style(let styles): ("STYLE", Self.ordered(styles).joined(separator: ","))
    // The link is escaped for the drawing here, and for the label as every value is.
    case .href(let link): DOTLink.safe(link).map { ("HREF", DOTEscape.link($0)) }
    case .id(let name): ("ID", DOTIdentifier(name).text)
    case .port(let name): ("PORT", DOTIdentifier(name).text)
    case .tooltip(let text): ("TITLE", tooltip(text))
    }
  }

  private static func clamped(_ value: Int, _ range: ClosedRange<Int>) -> String {
    String(min(max(value, range.lowerBound), range.upperBound))
  }

  private static func ordered<Choice: CaseIterable & RawRepresentable<String> & Hashable>(
    _ choices: Set<Choice>
  ) -> [String] {
    Choice.allCases.filter(choices.contains).map(\.rawValue)
  }
}
