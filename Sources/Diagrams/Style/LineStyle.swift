/// Says how the facts of one kind are drawn as lines.
///
/// Pattern, width and arrowhead together tell any two statuses apart without colour.
public struct LineStyle: Hashable, Sendable {
  /// The colour of the line and of its words.
  public var color: Color
  /// The pattern.
  public var pattern: LinePattern
  /// The width in points.
  public var width: Double
  /// The end of the line.
  public var arrowhead: ArrowShape
  /// What the legend says.
  public var meaning: String

  /// Creates a style.
  public init(
    color: Color,
    pattern: LinePattern,
    width: Double,
    arrowhead: ArrowShape = .none,
    meaning: String
  ) {
    self.color = color
    self.pattern = pattern
    self.width = width
    self.arrowhead = arrowhead
    self.meaning = meaning
  }
}
