/// Finds quotes in a text whatever its line breaks and quotation marks look like.
struct QuotedText {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(Self.plain(text).utf8) }

  /// Tells whether the parts of `quote` between marks of omission stand in the text, in order.
  ///
  /// Case and punctuation count. Complexity: linear in the text for each part of the quote.
  func contains(quote: String) -> Bool {
    var start = 0
    for part in Self.parts(of: quote) {
      guard let end = end(of: Array(part.utf8), from: start) else { return false }
      start = end
    }
    return true
  }

  private static func parts(of quote: String) -> [String] {
    var marked = plain(quote)
    for mark in ["[…]", "(…)", "[...]", "(...)", "[..]", "...", ". . ."] {
      marked = marked.replacing(mark, with: "…")
    }
    return marked.split(separator: "…").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    .filter { !$0.isEmpty }
  }

  /// The text in canonical form with single spaces, straight quotation marks and plain hyphens.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isGap = true
        continue
      }
      guard let scalar = plain(scalar) else { continue }
      if isGap, !result.isEmpty { result.append(" ") }
      isGap = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
    case 0x2018...0x201B, 0x2039, 0x203A, 0x60, 0xB4, 0x2BC: "'"
    case 0x201C...0x201F, 0xAB, 0xBB, 0x300C...0x300F: "\""
    case 0x2010...0x2015, 0x2212: "-"
    default: scalar
    }
  }

  /// Finds `part` at or after `start` (Knuth, Morris, Pratt 1977) and returns where it ends.
  private func end(of part: [UInt8], from start: Int) -> Int? {
    let borders = Self.borders(of: part)
    var matched = 0
    for offset in bytes.indices.dropFirst(start) {
      while matched > 0, bytes[offset] != part[matched] { matched = borders[matched - 1] }
      if bytes[offset] == part[matched] { matched += 1 }
      if matched == part.count { return offset + 1 }
    }
    return nil
  }

  /// For each beginning of `part`, the length of its longest proper border.
  private static func borders(of part: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for offset in part.indices.dropFirst() {
      while length > 0, part[offset] != part[length] { length = borders[length - 1] }
      if part[offset] == part[length] { length += 1 }
      borders[offset] = length
    }
    return borders
  }
}
