/// Writes text of unknown origin into XML 1.0.
///
/// Characters that XML 1.0 has no way to write, most control characters, are dropped and counted.
struct XMLEscape {
  /// How many characters were dropped so far.
  private(set) var droppedCount = 0

  /// Returns text between tags.
  mutating func text(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// Returns the value of an attribute, which stands in double quotes.
  mutating func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private mutating func escaped(_ text: String, isAttribute: Bool) -> String {
    guard text.utf8.contains(where: Self.needsCare) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      case "\t" where isAttribute: result += "&#9;"
      case "\n" where isAttribute: result += "&#10;"
      // Readers make line feeds of these.
      case "\r": result += "&#13;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": droppedCount += 1
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// U+FFFE and U+FFFF begin with the byte EF.
  private static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0xEF || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}
