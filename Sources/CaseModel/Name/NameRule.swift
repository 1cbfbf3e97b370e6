/// Says why a name answers a query, strongest reason first; each rule is a tier of its own.
public enum NameRule: Int, CaseIterable, Comparable, Sendable {
  /// The query is an identifier.
  case identifier
  /// The query is the text, but for white space and Unicode normal form.
  case exact
  /// Only case and diacritics differ.
  case folded
  /// The text is the same in Latin letters, but for spaces, punctuation and leading titles.
  case latin
  /// The text is the same in another romanisation.
  case transliterated
  /// The query has all words of the text, in another order.
  case allWords
  /// The query has some words of the text.
  case someWords
  /// The words of the query are spread over several texts of one owner.
  case combined
  /// Some word of the query is only the beginning of a word.
  case prefix
  /// Some word is one edit away.
  case oneEdit
  /// Some word has only its consonants in common.
  case consonant

  /// Orders by strength, the strongest first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The reason in a few words, for people.
  public var explanation: String {
    switch self {
    case .identifier: "identifier"
    case .exact: "exact"
    case .folded: "same but for case and accents"
    case .latin: "same in Latin letters"
    case .transliterated: "same in another transliteration"
    case .allWords: "same words in another order"
    case .someWords: "part of the name"
    case .combined: "words of several names and posts"
    case .prefix: "beginning of a word"
    case .oneEdit: "one letter differs"
    case .consonant: "sounds alike"
    }
  }
}
