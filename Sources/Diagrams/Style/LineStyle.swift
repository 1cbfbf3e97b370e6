import CaseModel

/// Says how a fact of one strength is drawn.
///
/// Pattern, width and arrowhead together tell any two apart without colour.
struct LineStyle: Hashable {
  /// Lists the patterns of a line.
  enum Pattern: String, Hashable {
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

  let color: String
  let pattern: Pattern
  let width: Double
  let arrowhead: String

  /// The line of every status; `nil` is a fact about which nobody says anything.
  init(_ status: Status?) {
    switch status {
    case .confirmed: self.init("#1F2933", .solid, 1.8)
    case .corroborated: self.init("#0B5C8F", .dashed, 2.6)
    case .reported: self.init("#006BA6", .dashed, 1.3)
    case .unconfirmed: self.init("#6D3FA0", .dotted, 2.2)
    case .disputed: self.init("#B02E14", .solid, 1.8, "tee")
    case .denied: self.init("#B02E14", .dotted, 2.2, "tee")
    case .open: self.init("#5B6472", .dotted, 1.1)
    case nil: self.init("#5B6472", .dashed, 0.7)
    }
  }

  private init(_ color: String, _ pattern: Pattern, _ width: Double, _ head: String = "none") {
    self.color = color
    self.pattern = pattern
    self.width = width
    arrowhead = head
  }
}
