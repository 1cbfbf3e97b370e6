/// How much of a text is shown before an ellipsis.
///
/// Graphviz crashes on labels of many thousand lines, and nobody reads them.
public struct DOTTextLimits: Sendable, Hashable {
  /// The characters of a label, or of one text run of an HTML-like label.
  public var labelCharacters: Int
  /// The lines of a label, or of one text run of an HTML-like label.
  public var labelLines: Int
  /// The characters of a tooltip.
  public var tooltipCharacters: Int

  /// Creates limits.
  public init(labelCharacters: Int = 200, labelLines: Int = 8, tooltipCharacters: Int = 1000) {
    self.labelCharacters = labelCharacters
    self.labelLines = labelLines
    self.tooltipCharacters = tooltipCharacters
  }
}
