/// Holds one way to understand a query: its words and, for each, the texts found so far.
struct NameReading: Sendable {
  /// The words that must all be found.
  let words: [NameWord]
  /// Whether the words must be all words of the text, because the query had a middle name, which
  /// the text may lack but not contradict.
  let isWhole: Bool
  /// For each word the numbers of texts that have it, ascending and distinct.
  private(set) var lists: [[Int32]]

  /// Looks the words up as they are, in any romanisation.
  init(_ words: [NameWord], isWhole: Bool, in table: NameTable) {
    self.words = words
    self.isWhole = isWhole
    lists = words.map { word in
      Self.sorted(Set(word.neutral).flatMap { table.words.texts(for: $0) })
    }
  }

  /// Adds the texts that `rule` finds: `prefix`, `oneEdit` or `consonant`.
  mutating func widen(by rule: NameRule, in table: NameTable) {
    for (index, word) in words.enumerated() {
      let forms = Set(word.neutral)
      switch rule {
      case .prefix:
        // Initials count beside another word; alone they would name half the case.
        let minimum = words.contains { $0.latin.utf8.count > 1 } && words.count > 1 ? 1 : 2
        for form in forms where form.utf8.count >= minimum {
          lists[index] += table.words.texts(withPrefix: form)
        }
      case .oneEdit:
        // In numbers ("unit 26165") every digit counts.
        for form in forms where form.utf8.count >= 5 && !form.contains(where: \.isNumber) {
          lists[index] += table.words.texts(oneEditFrom: form)
        }
      case .consonant:
        // Two sounds alone fit too many names.
        for key in word.consonants where words.count > 1 || key.utf8.count > 2 {
          lists[index] += table.consonants.texts(for: key)
        }
      default: return
      }
      lists[index] = Self.sorted(lists[index])
    }
  }

  private static func sorted(_ texts: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for text in texts.sorted() where result.last != text { result.append(text) }
    return result
  }
}

extension [Int32] {
  /// Tells whether an ascending list has a number in `range`.
  ///
  /// O(log n).
  func contains(anyOf range: Range<Int32>) -> Bool {
    let position = lowerBound { $0 < range.lowerBound }
    return position < count && range.contains(self[position])
  }
}
