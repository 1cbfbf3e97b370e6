import GraphModel

/// Makes the parts that cards share: a badge, lines of text, and the frame around them.
struct CardParts {
  let style: StyleSheet

  /// Side of the square badge in points.
  private static let badgeSide = 28
  /// Cards of one column look alike when their texts do not differ much in length.
  private static let textWidth = 156

  /// Returns one row for every line of a text, with an ellipsis after the last one that is shown.
  static func rows(_ text: String, columns: Int, lines: Int, _ font: HTMLFont) -> [HTMLRow] {
    wrapped(text, columns: columns, lines: lines).map { line in
      HTMLRow([HTMLCell([.align(.left), .cellpadding(1)] + room(line, font), .text(line, font))])
    }
  }

  /// The least width of a line with wide characters: the fonts of the engine may lack them, and
  /// those of the reader have them.
  private static func room(_ line: String, _ font: HTMLFont) -> [HTMLAttribute] {
    guard line.contains(where: { $0.displayWidth > 1 }), let size = font.size else { return [] }
    let width = TextWidth.points(line, size: size, isBold: font.isBold)
    return [.width(Int(width.rounded(.up)))]
  }

  /// Returns the lines of a text, at most `lines` of them.
  static func wrapped(_ text: String, columns: Int, lines: Int) -> [String] {
    let flat = DOTText.cleaned(text, characters: columns * (lines + 1))
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
    let all = TextWrapping.wrapped(flat, columns: columns).split(separator: "\n").map(String.init)
    guard all.count > lines else { return all }
    return all.prefix(lines - 1) + ["\(all[lines - 1]) …"]
  }

  /// Returns the rows of captions, each on lines of its own.
  func captions(_ texts: [String?]) -> [HTMLRow] {
    texts.compactMap(\.self).filter { !$0.isEmpty }.flatMap { text in
      Self.rows(Self.leftToRight(text), columns: 42, lines: 3, style.detail)
    }
  }

  /// Returns an English phrase so that a name at its beginning that is written from right to left
  /// does not turn the phrase around.
  private static func leftToRight(_ text: String) -> String {
    text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) } ? "\u{200E}" + text : text
  }

  /// Returns a square with a sign in its middle.
  func badge(_ sign: String, _ look: NodeStyle, isRound: Bool) -> HTMLCell {
    let round: HTMLAttribute = .style(isRound ? [.rounded] : [])
    switch look.badge {
    case .filled:
      let font = HTMLFont(size: 12, color: style.ground.hex, isBold: true)
      return Self.badge([.border(0), .bgcolor(look.line.hex), round], .text(sign, font))
    case .outlined:
      let font = HTMLFont(size: 12, color: look.line.hex, isBold: true)
      return Self.badge([.border(1), .color(look.line.hex), round], .text(sign, font))
    case .plain:
      let font = HTMLFont(size: 16, color: style.quiet.hex, isBold: true)
      return Self.badge([.border(0)], .text(sign, font))
    }
  }

  private static func badge(_ attributes: [HTMLAttribute], _ content: HTMLLabel) -> HTMLCell {
    let square = HTMLTable(
      [
        .cellborder(0), .cellspacing(0), .cellpadding(0), .fixedsize(true), .width(badgeSide),
        .height(badgeSide),
      ] + attributes,
      rows: [
        HTMLRow([
          HTMLCell(
            [
              .align(.center), .valign(.middle), .fixedsize(true), .width(badgeSide),
              .height(badgeSide),
            ],
            content
          )
        ])
      ]
    )
    return HTMLCell([.cellpadding(7), .valign(.middle)], .table(square))
  }

  /// Returns a frame with a badge on the left and rows of text beside it.
  static func frame(badge: HTMLCell, rows: [HTMLRow], _ attributes: [HTMLAttribute]) -> HTMLLabel {
    let text = HTMLTable(
      [.border(0), .cellborder(0), .cellspacing(0), .cellpadding(0)],
      rows: rows
    )
    let cell = HTMLCell(
      [.align(.left), .valign(.middle), .cellpadding(6), .width(textWidth)],
      .table(text)
    )
    return .table(
      HTMLTable(
        [.cellborder(0), .cellspacing(0), .cellpadding(0)] + attributes,
        rows: [HTMLRow([badge, cell])]
      )
    )
  }
}
