import CaseModel

/// Makes ids that people can read.
enum ReadableID {
  /// Ids are not longer, so that those that are made of several stay below the limit.
  static let byteLimit = 60
  /// Ids of facts are not longer.
  static let factByteLimit = 190

  /// Returns the words of a text in Latin letters, joined by hyphens: `mike-pompeo`.
  static func slug(_ text: String) -> String {
    var slug = ""
    for word in NameKeys(text, maximumScalars: 200).latin.split(separator: " ") {
      let letters = word.unicodeScalars.filter {
        "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0.value >= 0x80 && $0.properties.isAlphabetic
      }
      guard !letters.isEmpty else { continue }
      if slug.utf8.count + letters.count + 1 > byteLimit {
        guard slug.isEmpty else { break }
        // One word without end, as in scripts that have no spaces.
        var cut = String.UnicodeScalarView()
        for letter in letters where String(cut).utf8.count < byteLimit - 4 { cut.append(letter) }
        return String(cut)
      }
      if !slug.isEmpty { slug += "-" }
      slug += String(String.UnicodeScalarView(letters))
    }
    return slug
  }

  /// Returns a text that is fit for an id as it is; `nil` for others.
  static func plain(_ text: String) -> String? {
    guard 1...byteLimit ~= text.utf8.count, let first = text.utf8.first, isWord(first) else {
      return nil
    }
    return text.utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
      ? text : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Returns an id of a fact, or a short one that stands for it where it would be too long.
  static func fact(_ text: String) -> FactID {
    FactID(bounded(text, "f"))
  }

  static func bounded(_ text: String, _ letter: String) -> String {
    text.utf8.count <= factByteLimit ? text : "\(letter)-\(StableHash(text).text)"
  }

  /// The letter that ids of entities of a type begin with.
  static func prefix(_ type: EntityType) -> String {
    switch type {
    case .person: "p"
    case .agency: "a"
    case .country: "c"
    case .place: "at"
    case .topic: "t"
    }
  }
}
