/// Lists the patterns of lines and borders.
public enum LinePattern: String, Hashable, Sendable, CaseIterable {
  case solid, dashed, dotted

  /// The pattern as the border of a table.
  var html: HTMLStyle {
    switch self {
    case .solid: .solid
    case .dashed: .dashed
    case .dotted: .dotted
    }
  }
}

/// Lists the ends of lines.
public enum ArrowShape: String, Hashable, Sendable, CaseIterable {
  case none, vee, normal, empty, tee, dot, odot, diamond, odiamond, box, obox, crow, inv
}
