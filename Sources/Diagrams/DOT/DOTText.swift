/// Prepares text of unknown origin for a drawing.
enum DOTText {
  /// Family emoji take seven scalars and kisses ten; piles of accents have no end.
  private static let scalarsPerCharacter = 16

  /// Returns a text that XML can hold and that cannot disturb its surroundings, cut to a limit.
  ///
  /// Kept are newlines and everything printable. Control characters and bidirectional overrides
  /// are dropped, tabs become spaces, all line separators become newlines.
  static func cleaned(_ text: String, characters: Int, lines: Int = .max) -> String {
    if isClean(text, characters: characters, lines: lines) { return text }
    var result = ""
    var count = 0
    var line = 1
    for character in text {
      if character.utf8.count == 1, let scalar = character.unicodeScalars.first,
        (0x20..<0x7F).contains(scalar.value), count < characters, line <= lines
      {
        count += 1
        result.unicodeScalars.append(scalar)
        continue
      }
      let kept = character.unicodeScalars.prefix(scalarsPerCharacter).compactMap(kept)
      guard !kept.isEmpty else { continue }
      let isNewline = kept.contains("\n")
      line += isNewline ? 1 : 0
      guard count < characters, line <= lines else { return result + "…" }
      count += 1
      if isNewline {
        result += "\n"
      } else {
        for scalar in kept { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Whether a text plainly needs no change, which most do not: to divide it into characters takes much
  /// longer.
  private static func isClean(_ text: String, characters: Int, lines: Int) -> Bool {
    guard text.utf8.count <= characters else { return false }
    var line = 1
    // A character has one letter of ASCII at most, and marks on both sides of it.
    var foreign = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      foreign = scalar.isASCII ? 0 : foreign + 1
      guard line <= lines, foreign < scalarsPerCharacter / 2, kept(scalar) == scalar else {
        return false
      }
    }
    return true
  }

  private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: "\n"
    case 0x09: " "
    case 0x00..<0x20, 0x7F..<0xA0: nil
    case 0x202A...0x202E, 0x2066...0x2069: nil
    case 0xFFFE, 0xFFFF: nil
    default: scalar
    }
  }
}
