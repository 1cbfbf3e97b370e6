import Foundation

/// Says how a text comes from a row: a template, of it what matches a pattern, and of that the word
/// in a table.
struct MappedText: Sendable {
  let template: TextTemplate
  /// Takes the first group of the first match, or all of the match.
  var pattern: TextPattern?
  /// Words to put in the place of others.
  var words: WordMap?
  /// What stands where the table has no such word; without it the word stays.
  var otherwise: TextTemplate?

  init(_ template: TextTemplate) { self.template = template }

  /// Returns the text for a row; empty where there is none.
  func text(_ row: MappedRow) -> String {
    var text = template.text(row)
    if let pattern { text = pattern.firstMatch(in: text) ?? "" }
    guard let words else { return text }
    return words[text] ?? otherwise?.text(row) ?? text
  }

  /// The column that it is made of, for messages.
  var slot: Int? {
    for case .cell(let slot) in template.parts { return slot }
    return nil
  }
}

/// Holds a table of words, without regard to case and spaces.
struct WordMap: Sendable {
  private var words: [String: String] = [:]
  /// Whether a longer word is looked up by its beginning, the longest first: 0411 by 041.
  var takesBeginnings = false

  mutating func add(_ word: String, _ meaning: String) { words[Self.key(word)] = meaning }

  subscript(word: String) -> String? {
    var key = Self.key(word)
    if let meaning = words[key] { return meaning }
    guard takesBeginnings else { return nil }
    while key.utf8.count > 1 {
      key.removeLast()
      if let meaning = words[key] { return meaning }
    }
    return nil
  }

  /// Returns a text without case and needless spaces.
  static func key(_ text: String) -> String {
    let lowered = text.lowercased()
    guard lowered.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return lowered }
    return lowered.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .precomposedStringWithCanonicalMapping
  }
}

/// Holds a regular expression (ICU), applied without regard to case.
struct TextPattern: Sendable {
  /// Longer texts are searched in their beginning only.
  static let lengthLimit = 16 << 10

  private let expression: NSRegularExpression

  /// Makes a pattern; `nil` where it is none.
  init?(_ pattern: String) {
    guard
      let expression = try? NSRegularExpression(pattern: pattern, options: .caseInsensitive)
    else { return nil }
    self.expression = expression
  }

  func matches(_ text: String) -> Bool { firstMatch(in: text) != nil }

  func firstMatch(in text: String) -> String? {
    let text = text.utf8.count > Self.lengthLimit ? String(text.prefix(Self.lengthLimit)) : text
    let whole = NSRange(text.startIndex..., in: text)
    guard let match = expression.firstMatch(in: text, range: whole) else { return nil }
    let group = match.numberOfRanges > 1 ? match.range(at: 1) : match.range
    return Range(group, in: text).map { String(text[$0]).trimmingSpaces } ?? ""
  }
}
