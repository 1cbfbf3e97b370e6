/// Writes texts of unknown origin into YAML.
enum YAMLText {
  /// Returns a text between double quotes, in which no sign of it can end it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isPlain(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value <= 0xFFFF ? 4 : 8
          result += width == 4 ? "\\u" : "\\U"
          result += String(repeating: "0", count: width - digits.count) + digits
        }
      }
    }
    return result + "\""
  }

  /// Returns a text for a comment, in one line.
  static func comment(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isPlain(scalar) ? scalar : " ") }
    return String(result).split(separator: " ").joined(separator: " ")
  }

  /// Returns a list in one line.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  /// Returns a column as it stands in a template.
  static func column(_ name: String) -> String { quoted("{\(name)}") }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0...0x2027, 0x202F...0x2065, 0x2070...0xD7FF, 0xF900..<0xFEFF,
      0xFF00...0xFFEF, 0x10000...0x1FFFD:
      true
    default: false
    }
  }
}
