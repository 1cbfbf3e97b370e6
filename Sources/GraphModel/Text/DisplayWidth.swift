extension Sequence<Character> {
  /// The number of columns that the characters take on a terminal.
  ///
  /// Complexity: O(n).
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Character {
  /// The number of columns that the character takes on a terminal: 2 for an East Asian wide
  /// character or emoji, 0 for a lone mark or control, 1 for all else.
  public var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if (0x20..<0x7F).contains(first.value), unicodeScalars.count == 1 { return 1 }
    if Self.isWide(first) || unicodeScalars.contains("\u{FE0F}") { return 2 }
    return switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: 0
    default: 1
    }
  }

  /// The blocks that Unicode Standard Annex 11 calls wide or fullwidth, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
