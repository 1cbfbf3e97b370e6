/// Cuts queries into pieces for mutation; knows tokens only roughly, so as not to share the
/// parser's mistakes.
enum TokenCutter {
  /// Returns words, numbers, strings and single marks, each with the blanks before it.
  static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var quote: Character?
    for character in text {
      if let end = quote {
        current.append(character)
        if character == end { quote = nil }
      } else if character == "'" || character == "\"" || character == "`" {
        if !current.allSatisfy(\.isWhitespace) { tokens.append(current) }
        current = String(character)
        quote = character
      } else {
        let isGlued = isWordPart(character) && (current.last.map(isWordPart) ?? false)
        let isFirst = current.allSatisfy(\.isWhitespace)
        if !isGlued, !isFirst {
          tokens.append(current)
          current = ""
        }
        current.append(character)
      }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
