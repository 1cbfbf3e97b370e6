/// Breaks text into lines by the columns it takes on a screen.
public enum TextWrapping {
  /// Returns the text with newlines put in so that no line is wider than some columns, and no
  /// spaces at line ends.
  ///
  /// Lines break at spaces, and inside a word only when it is wider than a line. Newlines of the
  /// text stay. A character wider than a line stands alone.
  public static func wrapped(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(of: $0, columns: max(columns, 1)) }
      .joined(separator: "\n")
  }

  private static func lines(of paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let width = displayWidth(word)
      if !line.isEmpty, used + 1 + width <= columns {
        line += " " + word
        used += 1 + width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let width = displayWidth(of: character)
        if !line.isEmpty, used + width > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += width
      }
    }
    return lines + [line]
  }

  /// Returns the number of columns a text takes: 2 for each East Asian wide character and emoji,
  /// 0 for marks and controls, 1 for all else.
  public static func displayWidth(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + displayWidth(of: $1) }
  }

  private static func displayWidth(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if isWide(first) || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator,
      .paragraphSeparator:
      return 0
    default:
      return 1
    }
  }

  /// The blocks that Unicode Standard Annex 11 calls wide or fullwidth, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default:
      scalar.properties.isEmojiPresentation
    }
  }
}
