/// Lists the kinds of nodes that a style sheet tells apart, each of which the legend explains.
public enum NodeKind: String, Hashable, Sendable, CaseIterable {
  case person, agency, country
  /// Somebody real whom nobody names.
  case unnamed
  /// A place for somebody, about whom nobody has said who.
  case slot
  case event, statement
}

/// Says how nodes of one kind look.
public struct NodeStyle: Hashable, Sendable {
  /// Lists how the square with the sign of a node looks.
  public enum Badge: String, Hashable, Sendable, CaseIterable {
    /// Filled with the colour of the border, the sign in the colour of the page.
    case filled
    /// Framed, with the sign in the colour of the border.
    case outlined
    /// The sign alone.
    case plain
  }

  /// The colour of border and badge.
  public var line: Color
  /// The colour of the inside; `nil` leaves it as it is below.
  public var fill: Color?
  /// The width of the border in points.
  public var border: Int
  /// The pattern of the border; those of events and statements go by their status.
  public var pattern: LinePattern
  /// Whether the corners are round.
  public var isRounded: Bool
  /// How the sign looks.
  public var badge: Badge
  /// What the legend says.
  public var meaning: String

  /// Creates a style.
  public init(
    line: Color,
    fill: Color?,
    border: Int = 1,
    pattern: LinePattern = .solid,
    isRounded: Bool = true,
    badge: Badge = .filled,
    meaning: String
  ) {
    self.line = line
    self.fill = fill
    self.border = border
    self.pattern = pattern
    self.isRounded = isRounded
    self.badge = badge
    self.meaning = meaning
  }

  /// Border and fill without the width.
  var frame: [HTMLAttribute] {
    var styles: Set<HTMLStyle> = isRounded ? [.rounded] : []
    if pattern != .solid { styles.insert(pattern.html) }
    return box + (styles.isEmpty ? [] : [.style(styles)])
  }

  /// Border and fill with the pattern of a status.
  func frame(_ status: LineStyle) -> [HTMLAttribute] {
    box + [.style(isRounded ? [.rounded, status.pattern.html] : [status.pattern.html])]
  }

  private var box: [HTMLAttribute] { [.color(line.hex)] + (fill.map { [.bgcolor($0.hex)] } ?? []) }
}
