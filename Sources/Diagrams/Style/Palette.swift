/// Holds the colours and fonts of a diagram.
///
/// Contrast of every text colour on its ground is at least 4.5 to 1 (WCAG AA), and no colour is
/// the only carrier of a meaning.
enum Palette {
  static let fonts = "Helvetica,Arial,sans-serif"
  static let ground = "#FFFFFF"
  static let ink = "#111827"
  static let quiet = "#5B6472"
  static let faint = "#CBD5E1"
  static let countryFill = "#F5F7FA"
  static let groupFill = "#F6F5FA"
  static let groupLine = "#C9C3E0"

  static let personLine = "#0B5C8F"
  static let personFill = "#E8F2F9"
  static let agencyLine = "#54478C"
  static let agencyFill = "#EEECF6"
  static let countryLine = "#475569"
  static let eventLine = "#8A4B00"
  static let eventFill = "#FCEFD9"
  static let statementLine = "#475569"
  static let statementFill = "#F1F5F9"
  /// Lines from a statement to what it was about: no text has this colour.
  static let subjectLine = "#7C8899"
}
