import CaseModel

/// Lists what the head of a column can say that it holds.
enum HeaderRole: String, CaseIterable {
  case date, end, published, time
  case host, guest, caller, called, name, givenName, familyName
  case hostAgency, organization, client
  case position, role, nationality, country, place
  case topic, kind, title, key, link, note, relation

  /// Returns what the head of a column says, the likeliest first.
  ///
  /// A head that is a phrase of the table says most; one that contains it less; one of which a word
  /// ends or begins with it ("Besuchsdatum") least.
  static func roles(of head: String) -> [HeaderRole] {
    let words = words(in: head)
    guard !words.isEmpty, words.count <= 20 else { return [] }
    var scores: [HeaderRole: Int] = [:]
    for (role, phrases) in HeaderWords.table {
      let score = phrases.map { Self.score(of: $0, in: words) }.max() ?? 0
      if score > 0 { scores[role] = role == .name ? max(1, score - 15) : score }
    }
    return scores.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map(\.key)
  }

  private static func score(of phrase: [String], in words: [String]) -> Int {
    if phrase == words { return 200 }
    if phrase.count <= words.count {
      for start in 0...(words.count - phrase.count) {
        let part = words[start..<start + phrase.count]
        guard zip(phrase, part).allSatisfy({ isSame($0, $1) }) else { continue }
        if words.count == phrase.count { return 190 }
        let isLast = start + phrase.count == words.count
        return 50 + 10 * phrase.count + (isLast ? 3 : start == 0 ? 2 : 0)
      }
    }
    guard phrase.count == 1, let word = phrase.first, word.utf8.count >= 5 else { return 0 }
    if words.contains(where: { $0.hasSuffix(word) }) { return 30 }
    return words.contains(where: { $0.hasPrefix(word) }) ? 25 : 0
  }

  /// Tells whether a word is another one or its plural.
  private static func isSame(_ word: String, _ other: String) -> Bool {
    if word == other { return true }
    guard word.utf8.count >= 4, other.hasPrefix(word) else { return false }
    return ["s", "n", "en", "er", "e", "es", "i"].contains(String(other.dropFirst(word.count)))
  }

  /// Returns the words of a head in small letters without accents: of "NameLast" and "name_last",
  /// too.
  static func words(in head: String) -> [String] {
    var spaced = ""
    var last: Character = " "
    for character in head {
      if character.isUppercase, last.isLowercase { spaced.append(" ") }
      spaced.append(character.isLetter || character.isNumber ? character : " ")
      last = character
    }
    return NameKeys.folded(spaced).split(separator: " ").map(String.init)
  }
}
