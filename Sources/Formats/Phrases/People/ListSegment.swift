/// Holds one piece of a list, between commas and "and".
struct ListSegment {
  /// Lists what stands in front of a piece.
  enum Joint {
    case start
    case comma
    case and
  }

  var words: [String]
  /// The text in brackets behind the words.
  var bracket: String?
  let joint: Joint

  /// Cuts a list at commas, semicolons, "and", "&", "as well as", "along with" and their like.
  static func segments(of text: String) -> [ListSegment] {
    var segments: [ListSegment] = []
    var current = ListSegment(words: [], joint: .start)
    var bracket: [String] = []
    var joint = Joint.start
    func finish(_ next: Joint) {
      if !current.words.isEmpty || current.bracket != nil {
        segments.append(current)
        joint = next
      } else if next == .and || joint == .start {
        joint = segments.isEmpty ? .start : next
      }
      current = ListSegment(words: [], joint: joint)
    }
    for raw in openingCompounds(text).split(whereSeparator: \.isWhitespace) {
      var word = raw
      if !bracket.isEmpty || word.hasPrefix("(") {
        bracket.append(String(word))
        guard let close = word.lastIndex(of: ")") else { continue }
        let behind = word[word.index(after: close)...]
        let inner = bracket.joined(separator: " ").dropLast(behind.count).dropFirst().dropLast()
        current.bracket = inner.trimmingSpaces
        bracket = []
        if behind.hasPrefix(",") || behind.hasPrefix(";") { finish(.comma) }
        continue
      }
      if ["and", "&", "und", "et"].contains(word.lowercased()) {
        finish(.and)
        continue
      }
      let ends = word.hasSuffix(",") || word.hasSuffix(";")
      if ends { word.removeLast() }
      if ["jr.", "jr", "sr.", "sr"].contains(word.lowercased()), current.words.isEmpty,
        !segments.isEmpty
      {
        current = segments.removeLast()
      }
      if !word.isEmpty { current.words.append(String(word)) }
      if ends { finish(.comma) }
    }
    if !bracket.isEmpty { current.words += bracket }
    finish(.comma)
    return segments.map(\.withoutLeadingWords).filter { !$0.words.isEmpty || $0.bracket != nil }
  }

  /// Writes "and" for the sign in "Deputy Prime Minister/Foreign Minister" and the like.
  private static func openingCompounds(_ text: String) -> String {
    var text = text
    for sign in ["/", "-"] {
      for word in ["Prime Minister", "Foreign Minister"] {
        text = text.replacing(sign + word, with: " and \(word)")
      }
    }
    return text
  }

  /// The piece without "as well as", "with" and the like in front.
  private var withoutLeadingWords: ListSegment {
    var segment = self
    for phrase in [
      ["as", "well", "as"], ["along", "with"], ["together", "with"], ["also", "with"],
    ]
    where segment.words.prefix(phrase.count).map({ $0.lowercased() }) == phrase {
      segment.words.removeFirst(phrase.count)
    }
    while let first = segment.words.first?.lowercased(),
      ["with", "both", "also", "then", "later", "including"].contains(first),
      segment.words.count > 1
    { segment.words.removeFirst() }
    return segment
  }
}
