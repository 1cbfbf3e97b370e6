/// Holds one word of a name in its spellings.
struct NameWord: Hashable, Sendable {
  /// The general romanisation.
  let latin: String
  /// The neutral form of each romanisation, in the order of `Romanization`; never empty.
  let neutral: [String]
  /// The consonant keys of the newspapers' romanisations, or else of the general one.
  let consonants: [String]

  /// Makes a word from its spellings, of which there must be one at least.
  init(latin: String, spellings: [String]) {
    self.latin = latin
    neutral = spellings.map(Self.neutral)
    // The general romanisation writes sibilants with accents, which ASCII has lost.
    let spoken = spellings.count > 1 ? spellings.dropFirst() : spellings[...]
    var keys: [String] = []
    for key in spoken.flatMap(ConsonantKey.keys) where !keys.contains(key) { keys.append(key) }
    consonants = keys
  }

  /// Whether this is an initial or looks like a patronymic.
  var isMiddleName: Bool {
    latin.unicodeScalars.count == 1
      || neutral.contains { NameVocabulary.patronymicEndings.contains(where: $0.hasSuffix) }
  }

  /// Writes `y` and `j` as `i`, and one `i` for several inside a word.
  ///
  /// So Sergey, Sergei and Sergej are one word; also Dmitry, Dmitri, Dmitriy and Dmitrii.
  private static func neutral(_ spelling: String) -> String {
    var letters: [UInt8] = []
    for byte in spelling.utf8 {
      let isGlide = byte == UInt8(ascii: "y") || byte == UInt8(ascii: "j")
      let letter = isGlide ? UInt8(ascii: "i") : byte
      guard letter != UInt8(ascii: "i") || letters.last != letter || letters.count == 1 else {
        continue
      }
      letters.append(letter)
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension [NameWord] {
  /// The words without "of", "the", "von" and their like, unless there are no others.
  var withoutSmallWords: [NameWord] {
    let others = filter { !NameVocabulary.smallWords.contains($0.latin) }
    return others.isEmpty ? self : others
  }

  /// The words behind leading titles; all of them if nothing but a phrase ("of ...") is left.
  var withoutTitles: [NameWord] {
    let rest = drop { NameVocabulary.titles.contains($0.latin) }
    guard let first = rest.first, !NameVocabulary.smallWords.contains(first.latin) else {
      return self
    }
    return Array(rest)
  }

  /// The words without the first initial or patronymic behind another word, if two are left.
  var withoutMiddleName: [NameWord] {
    guard count > 2, let place = dropFirst().firstIndex(where: \.isMiddleName) else { return self }
    return Array(self[..<place] + self[(place + 1)...])
  }

  /// The general romanisation without spaces, so that `Xi Jin Ping` is `Xi Jinping`.
  var joinedLatin: String { map(\.latin).joined() }

  /// The neutral form of the whole in each romanisation, without spaces.
  var joinedNeutral: [String] {
    (0..<(map(\.neutral.count).max() ?? 0)).map { variant in
      map { $0.neutral[Swift.min(variant, $0.neutral.count - 1)] }.joined()
    }
  }
}
