import GraphModel

/// Estimates how wide a text is drawn, before any engine has measured it.
///
/// The widths are those of Helvetica, which Arial and Liberation Sans share; other characters
/// count by the columns they take in a terminal, generously. An estimate may be too wide by a
/// tenth, and is hardly ever too narrow.
enum TextWidth {
  /// Widths of the characters from space to tilde, in thousandths of the size.
  private static let ascii: [Double] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// Returns the width in points.
  static func points(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let width = text.reduce(0) { $0 + units($1) }
    return width / 1000 * size * (isBold ? 1.12 : 1.04)
  }

  private static func units(_ character: Character) -> Double {
    if let byte = character.asciiValue, byte >= 32, Int(byte) - 32 < ascii.count {
      return ascii[Int(byte) - 32]
    }
    switch character.displayWidth {
    case 0: return 0
    case 1: return 720
    default: return 1050
    }
  }
}
