/// An attribute of a table or a cell.
///
/// Numbers outside the range of Graphviz are moved to its nearer end; spans end at 100, since
/// time and memory grow with their area.
public enum HTMLAttribute: Sendable, Hashable {
  /// Where the object lies in the space it gets; for cells also where text lies.
  case align(HTMLAlignment)
  /// Where lines ended by a break without alignment lie; cells only.
  case balign(HTMLAlignment)
  /// The background colour, as in `DOTValue.keyword`.
  case bgcolor(String)
  /// The width of the border in points, 0 to 255.
  case border(Int)
  /// The width of all cell borders in points, 0 to 127; tables only.
  case cellborder(Int)
  /// The space between border and contents in points, 0 to 255.
  case cellpadding(Int)
  /// The space between cells in points, 0 to 127.
  case cellspacing(Int)
  /// The colour of the border, as in `DOTValue.keyword`.
  case color(String)
  /// The number of columns a cell takes, 1 to 100; cells only.
  case colspan(Int)
  /// Whether width and height are exact instead of least values.
  case fixedsize(Bool)
  /// The least height in points, 0 to 65,535.
  case height(Int)
  /// A link, as in `DOTValue.url`.
  case href(String)
  /// The name of the element in SVG, written as a `DOTIdentifier`.
  case id(String)
  /// The name by which an edge's `headport` and `tailport` refer to the place.
  case port(String)
  /// The number of rows a cell takes, 1 to 100; cells only.
  case rowspan(Int)
  /// The sides that have a border.
  case sides(Set<HTMLSide>)
  /// How border and background are drawn.
  case style(Set<HTMLStyle>)
  /// The frame in which a link opens, such as `_top`.
  case target(String)
  /// Text to be shown on hover; Graphviz writes it only beside a link.
  case tooltip(String)
  /// Where the object lies in the height it gets.
  case valign(HTMLVerticalAlignment)
  /// The least width in points, 0 to 65,535.
  case width(Int)
}

/// A horizontal place.
public enum HTMLAlignment: String, Sendable, Hashable, CaseIterable {
  case left = "LEFT"
  case center = "CENTER"
  case right = "RIGHT"
}

/// A vertical place.
public enum HTMLVerticalAlignment: String, Sendable, Hashable, CaseIterable {
  case top = "TOP"
  case middle = "MIDDLE"
  case bottom = "BOTTOM"
}

/// A side of a table or cell.
public enum HTMLSide: String, Sendable, Hashable, CaseIterable {
  case left = "L"
  case top = "T"
  case right = "R"
  case bottom = "B"
}

/// A way to draw a border or background.
public enum HTMLStyle: String, Sendable, Hashable, CaseIterable {
  case dashed = "DASHED"
  case dotted = "DOTTED"
  case invisible = "INVISIBLE"
  case radial = "RADIAL"
  case rounded = "ROUNDED"
  case solid = "SOLID"
}
