extension StyleSheet {
  /// The pairs of statuses whose lines differ in colour alone, or in nothing.
  ///
  /// Two lines differ if their patterns or arrowheads do, or if one is at least half as wide
  /// again as the other.
  public var lookAlikes: [(LineKind, LineKind)] {
    let kinds = LineKind.statuses
    return kinds.indices.flatMap { first in
      kinds[(first + 1)...].filter { self[kinds[first]].looksLike(self[$0]) }
        .map { (kinds[first], $0) }
    }
  }
}

extension LineStyle {
  /// Tells whether colour is all that may tell two lines apart.
  fileprivate func looksLike(_ other: LineStyle) -> Bool {
    let widths = [width, other.width].sorted()
    return pattern == other.pattern && arrowhead == other.arrowhead
      && widths[1] < 1.5 * widths[0]
  }
}
