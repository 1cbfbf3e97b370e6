/// Makes texts of unknown origin safe to print.
package enum PlainText {
  /// Returns the text with every control character, and every character that reorders text,
  /// written as `\u{…}`: a name in a case cannot move the cursor or hide words, nor break XML.
  package static func printable(_ text: String, keepingLines: Bool = true) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0, keepingLines) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if !isUnsafe(scalar, keepingLines) {
        result.unicodeScalars.append(scalar)
      } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        result += " "
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar, _ keepingLines: Bool) -> Bool {
    switch scalar.value {
    case 0x0A: !keepingLines
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
