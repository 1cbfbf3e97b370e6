extension DOTWriter {
  /// Tables inside tables: the library gives up at some hundreds, a card needs two.
  private static let maximumDepth = 16

  private enum Element { case table, cell }

  /// Writes the markup of a label, nothing if it shows nothing.
  mutating func write(_ label: HTMLLabel, depth: Int) {
    switch label {
    case .text(let pieces): for piece in pieces { write(piece) }
    case .table where depth == Self.maximumDepth: break
    case .table(let table): write(table, depth: depth + 1)
    }
  }

  private mutating func write(_ piece: HTMLInline) {
    switch piece {
    case .run(let text, let font): write(text, in: font)
    case .lineBreak(let alignment):
      bytes.append("<BR")
      if let alignment { write([("ALIGN", alignment.rawValue)]) }
      bytes.append("/>")
    }
  }

  private mutating func write(_ text: String, in font: HTMLFont) {
    let text = label(text)
    guard !text.isEmpty else { return }
    var attributes: [(name: String, value: String)] = []
    if let color = font.color.flatMap(Self.keyword) { attributes.append(("COLOR", color)) }
    if let size = font.size.flatMap({ Self.number(min(max($0, 1), 255)) }) {
      attributes.append(("POINT-SIZE", size))
    }
    if !attributes.isEmpty { writeTag("FONT", attributes) }
    if font.isBold { bytes.append("<B>") }
    if font.isItalic { bytes.append("<I>") }
    DOTEscape.htmlText(text, to: &bytes)
    if font.isItalic { bytes.append("</I>") }
    if font.isBold { bytes.append("</B>") }
    if !attributes.isEmpty { bytes.append("</FONT>") }
  }

  private mutating func write(_ table: HTMLTable, depth: Int) {
    writeTag("TABLE", written(table.attributes, on: .table))
    let rows = table.rows.isEmpty ? [HTMLRow([])] : table.rows
    for (index, row) in rows.enumerated() {
      if row.hasRuleAbove, index > 0 { bytes.append("<HR/>") }
      write(row, depth: depth)
    }
    bytes.append("</TABLE>")
  }

  private mutating func write(_ row: HTMLRow, depth: Int) {
    bytes.append("<TR>")
    let cells = row.cells.isEmpty ? [HTMLCell()] : row.cells
    for (index, cell) in cells.enumerated() {
      if cell.hasRuleBefore, index > 0 { bytes.append("<VR/>") }
      writeTag("TD", written(cell.attributes, on: .cell))
      write(cell.content, depth: depth)
      bytes.append("</TD>")
    }
    bytes.append("</TR>")
  }

  private mutating func writeTag(_ name: String, _ attributes: [(name: String, value: String)]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(name)
    write(attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attributes: [(name: String, value: String)]) {
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(name)
      bytes.append("=\"")
      DOTEscape.htmlAttribute(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Returns attributes by name; of two of a name the last one counts.
  private func written(
    _ attributes: [HTMLAttribute],
    on element: Element
  ) -> [(name: String, value: String)] {
    var written: [(name: String, value: String)] = []
    for attribute in attributes {
      guard let added = nameAndValue(attribute, on: element) else { continue }
      let place = written.firstIndex { $0.name >= added.name } ?? written.endIndex
      if place < written.endIndex, written[place].name == added.name {
        written[place] = added
      } else {
        written.insert(added, at: place)
      }
    }
    return written
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
