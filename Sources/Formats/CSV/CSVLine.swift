/// Writes lines of CSV (RFC 4180, with line feeds).
enum CSVLine {
  /// Returns a line; fields with separators, quotes or line breaks stand in quotes.
  static func text(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: needsQuotes) || text.first == " " || text.last == " " else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}
