import Foundation

/// Holds the five keys under which one name is found, from the strictest to the loosest.
///
/// ASCII names are keyed without ICU. Any text is accepted; what is neither a letter nor a digit
/// separates words, except apostrophes and combining marks, which are dropped.
public struct NameKeys: Hashable, Sendable {
  /// Names are cut after this many Unicode scalars.
  public static let maximumNameScalars = 1_024
  /// Queries are cut after this many Unicode scalars.
  public static let maximumQueryScalars = 256

  /// The text with single spaces and without invisible characters; compares by canonical form.
  public let exact: String
  /// `exact` without case and diacritics.
  public let folded: String
  /// The words as keys, dotted initials joined: `U.S.` is `us`.
  let words: [NameWord]
  /// What the words may also be: single initials, joined syllables of a Chinese given name.
  let extraWords: [NameWord]

  /// Words in Latin letters, lower case, ASCII as far as ICU can; separated by one space.
  public var latin: String { words.map(\.latin).joined(separator: " ") }
  /// The neutral spelling of the whole in each romanisation, without spaces.
  public var transliterated: Set<String> { Set(words.joinedNeutral) }
  /// Consonant keys of each word, several where languages read its letters differently.
  public var consonants: [[String]] { words.map(\.consonants) }

  /// Computes the keys of the first `maximumScalars` scalars of `text`.
  public init(_ text: String, maximumScalars: Int = Self.maximumNameScalars) {
    exact = Self.cleaned(text, maximumScalars: maximumScalars)
    let isASCII = exact.utf8.allSatisfy { $0 < 0x80 }
    folded = Self.foldingCase(exact)
    let single = Self.words(in: exact)
    words = Self.joiningInitials(single)
    let isHan = !isASCII && exact.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    extraWords = isHan ? Self.givenNames(single) : words == single ? [] : single
  }
}

extension NameKeys {
  /// Returns `text` with single spaces, without invisible characters, case and diacritics.
  public static func folded(_ text: String) -> String {
    foldingCase(cleaned(text, maximumScalars: .max))
  }

  /// Tells whether a text, if there is one, contains words that are folded already.
  public static func contains(_ text: String?, folded words: String) -> Bool {
    text.map { folded($0).contains(words) } ?? false
  }

  /// Returns `text` with single spaces, without invisible characters and case, in composed form:
  /// what two records with one name have in common, diacritics included.
  public static func sameName(_ text: String) -> String {
    let lowered = cleaned(text, maximumScalars: .max).lowercased()
    return lowered.utf8.allSatisfy { $0 < 0x80 }
      ? lowered : lowered.precomposedStringWithCanonicalMapping
  }

  private static func foldingCase(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased()
      : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private static func cleaned(_ text: String, maximumScalars: Int) -> String {
    var result = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.unicodeScalars.prefix(maximumScalars) {
      if !(0x21..<0x7F).contains(scalar.value) {
        let category = scalar.properties.generalCategory
        if category == .format { continue }
        isGap = isGap || category == .control || scalar.properties.isWhitespace
        if category == .control || scalar.properties.isWhitespace { continue }
      }
      if isGap, !result.isEmpty { result.append(" ") }
      isGap = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func words(in text: String) -> [NameWord] {
    let spellings = Romanization.spellings(of: text).map(split)
    guard let general = spellings.first else { return [] }
    // A romanisation that splits words differently cannot be paired with the general one.
    let aligned = spellings.filter { $0.count == general.count }
    return general.indices.map { index in
      NameWord(latin: general[index], spellings: aligned.map { $0[index] })
    }
  }

  private static func split(_ spelling: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in spelling.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: word.append(scalar)
      case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2018...0x201B: continue
      case 0x80... where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word.append(scalar)
      case 0x80... where scalar.properties.generalCategory == .nonspacingMark: continue
      default:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func joiningInitials(_ words: [NameWord]) -> [NameWord] {
    var joined: [NameWord] = []
    var rest = words[...]
    while let word = rest.first {
      let initials = rest.prefix { $0.latin.utf8.count == 1 }
      joined.append(initials.count > 1 ? merged(initials) : word)
      rest = rest.dropFirst(max(1, initials.count))
    }
    return joined
  }

  /// Joins what may be the given name behind a family name of one or two syllables.
  private static func givenNames(_ syllables: [NameWord]) -> [NameWord] {
    (1...2).compactMap { family in
      syllables.count > family + 1 ? merged(syllables[family...]) : nil
    }
  }

  private static func merged(_ words: ArraySlice<NameWord>) -> NameWord {
    let latin = words.map(\.latin).joined()
    return NameWord(latin: latin, spellings: [latin])
  }
}
