/// Makes name tokens of XML (NMTOKEN) of any texts, a different one for each.
struct NMTokens {
  private var taken: Set<String>
  private(set) var tokens: [String: String] = [:]

  /// Begins with tokens that are in use.
  init(reserved: Set<String> = []) { taken = reserved }

  /// Takes texts; those that are tokens already stay as they are.
  mutating func add(_ texts: some Sequence<String>) {
    let texts = Array(texts)
    for text in texts where Self.isToken(text) && taken.insert(text).inserted {
      tokens[text] = text
    }
    for text in texts where tokens[text] == nil {
      let stem = String(
        String.UnicodeScalarView(text.unicodeScalars.map { Self.isPart($0) ? $0 : "_" })
      )
      var token = stem.isEmpty ? "_" : stem
      var number = 2
      while !taken.insert(token).inserted {
        token = "\(stem)_\(number)"
        number += 1
      }
      tokens[text] = token
    }
  }

  /// The token of a text that was added.
  subscript(text: String) -> String { tokens[text] ?? text }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(isPart)
  }

  /// Production 4a of XML 1.0, without the rarer ranges, which become underlines.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x3A: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF: true
    case 0x3001...0xD7FF: true
    default: false
    }
  }
}
