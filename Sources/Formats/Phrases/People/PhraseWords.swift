/// Holds the words of a phrase, without punctuation at their ends.
struct PhraseWords {
  /// The words as written.
  let words: [String]
  /// The words in lower case without a full stop at the end.
  let keys: [String]
  let countries: CountryTable

  init(_ words: [String], countries: CountryTable) {
    self.words = words
    keys = words.map(Self.key)
    self.countries = countries
  }

  static func key(_ word: some StringProtocol) -> String {
    let lower = CountryTable.key(word)
    return lower.hasSuffix(".") && lower.dropLast().contains(".") == false
      ? String(lower.dropLast()) : lower
  }

  /// Returns the country whose adjective stands at a place, and how many words it has.
  func adjective(at index: Int) -> (country: CountryName, count: Int)? {
    // "Central American" is of no one country.
    if keys[index] == "american", index > 0,
      ["central", "latin", "north", "south", "inter"].contains(keys[index - 1])
    {
      return nil
    }
    return longest(at: index, upTo: countries.longestWordCount) {
      countries.country(adjective: $0)
    }
  }

  /// Returns the country whose name stands at a place, and how many words it has.
  func country(at index: Int) -> (country: CountryName, count: Int)? {
    longest(at: index, upTo: countries.longestWordCount) { countries.country(named: $0) }
  }

  /// Returns the body whose name stands at a place, and how many words it has.
  func body(at index: Int) -> (body: String, count: Int)? {
    longest(at: index, upTo: BodyTable.longestWordCount) { BodyTable.body($0) }
      .map { ($0.country, $0.count) }
  }

  private func longest<Found>(
    at index: Int,
    upTo limit: Int,
    _ find: (String) -> Found?
  ) -> (country: Found, count: Int)? {
    for count in (1...limit).reversed() where index + count <= words.count {
      if let found = find(words[index..<index + count].joined(separator: " ")) {
        return (found, count)
      }
    }
    return nil
  }

  /// Returns some of the words as text.
  func text(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }

  /// Tells whether a word is written like a name: with a capital, or a particle of names.
  func isNameLike(_ index: Int) -> Bool {
    guard let first = words[index].first(where: { $0.isLetter }) else { return false }
    return first.isUppercase || Self.particles.contains(keys[index])
      || keys[index].split(separator: "-").first.map { Self.particles.contains(String($0)) } == true
  }

  static let particles = TitleVocabulary.words(
    """
    de del della di da do dos das du la le van von vom zu der den dem und al el as ad ul bin bint
    ibn abu ben y e d' af av ter ten i ould
    """
  )
}
