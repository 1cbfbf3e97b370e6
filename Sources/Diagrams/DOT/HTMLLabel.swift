/// The contents of an HTML-like label or of one cell: lines of text, or a table.
///
/// Only what Graphviz can parse can be said; see
/// <https://graphviz.org/doc/info/shapes.html#html>.
public enum HTMLLabel: Sendable, Hashable {
  /// Runs of text and line breaks.
  case text([HTMLInline])
  /// A table.
  case table(HTMLTable)

  /// Makes a text of one run.
  public static func text(_ text: String, _ font: HTMLFont = HTMLFont()) -> HTMLLabel {
    .text([.run(text, font)])
  }
}

/// A piece of a line of text.
public enum HTMLInline: Sendable, Hashable {
  /// Text in one font. A newline in it breaks the line.
  case run(String, HTMLFont = HTMLFont())
  /// The end of a line, and to which side that line keeps.
  case lineBreak(HTMLAlignment? = nil)
}

/// A font of a text run; nil means as around it.
public struct HTMLFont: Sendable, Hashable {
  /// The size in points, 1 to 255.
  public var size: Double?
  /// The colour, as in `DOTValue.keyword`.
  public var color: String?
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is in italics.
  public var isItalic: Bool

  /// Creates a font.
  public init(
    size: Double? = nil,
    color: String? = nil,
    isBold: Bool = false,
    isItalic: Bool = false
  ) {
    self.size = size
    self.color = color
    self.isBold = isBold
    self.isItalic = isItalic
  }
}
