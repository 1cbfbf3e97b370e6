import CaseModel

/// Holds the colours and fonts of a diagram.
///
/// Contrast of every text colour on its ground is at
/// least 4.5 to 1 (WCAG AA), and no colour is the only carrier of a meaning.
enum Palette {
  static let fonts = "Helvetica,Arial,sans-serif"
  static let ground = "#FFFFFF"
  static let ink = "#111827"
  static let quiet = "#5B6472"
  static let faint = "#CBD5E1"
  static let clusterFill = "#F5F7FA"

  static let personLine = "#0B5C8F"
  static let personFill = "#E8F2F9"
  static let agencyLine = "#54478C"
  static let agencyFill = "#EEECF6"
  static let eventLine = "#8A4B00"
  static let eventFill = "#FCEFD9"
  static let statementLine = "#475569"
  static let statementFill = "#F1F5F9"
}

/// Says how a fact of one strength is drawn.
struct LineStyle {
  let color: String
  let style: String
  let width: Double
  let arrowhead: String
  let glyph: String

  /// The line of every status; `nil` is a fact about which nobody says anything.
  init(_ status: Status?) {
    switch status {
    case .confirmed: self.init("#1F2933", "solid", 1.8, "none", "✔")
    case .corroborated: self.init("#0B5C8F", "dashed", 2.4, "none", "≈")
    case .reported: self.init("#0072B2", "dashed", 1.4, "none", "≈")
    case .unconfirmed: self.init("#6D3FA0", "dotted", 2.2, "none", "○")
    case .disputed: self.init("#C8371B", "solid", 1.8, "none", "✘")
    case .denied: self.init("#C8371B", "dotted", 2.2, "tee", "✘")
    case .open, nil: self.init("#6B7280", "dotted", 1.1, "none", "?")
    }
  }

  private init(
    _ color: String,
    _ style: String,
    _ width: Double,
    _ arrowhead: String,
    _ glyph: String
  ) {
    self.color = color
    self.style = style
    self.width = width
    self.arrowhead = arrowhead
    self.glyph = glyph
  }
}
