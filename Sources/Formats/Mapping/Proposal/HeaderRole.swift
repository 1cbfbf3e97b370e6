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
    func add(_ role: HeaderRole, _ score: Int) {
      // "Name" says less than what it is the name of.
      let score = role == .name ? max(1, score - 15) : score
      scores[role] = max(score, scores[role] ?? 0)
    }
    for start in words.indices {
      for word in singulars(words[start]) {
        for (role, phrase) in index[word] ?? [] {
          let end = start + phrase.count
          guard end <= words.count,
            zip(phrase, words[start..<end]).allSatisfy({ singulars($1).contains($0) })
          else { continue }
          let place = end == words.count ? 3 : start == 0 ? 2 : 0
          add(role, phrase.count == words.count ? 190 : 50 + 10 * phrase.count + place)
          if phrase == words { add(role, 200) }
        }
      }
    }
    if scores.isEmpty {
      for (role, part) in parts {
        if words.contains(where: { $0.hasSuffix(part) }) { add(role, 30) }
        if words.contains(where: { $0.hasPrefix(part) }) { add(role, 25) }
      }
    }
    return scores.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map(\.key)
  }

  /// The phrases by their first words.
  private static let index: [String: [(role: HeaderRole, phrase: [String])]] = {
    var index: [String: [(role: HeaderRole, phrase: [String])]] = [:]
    for (role, phrases) in HeaderWords.table {
      for phrase in phrases { index[phrase[0], default: []].append((role, phrase)) }
    }
    return index
  }()

  /// Words of which others are made.
  private static let parts: [(role: HeaderRole, word: String)] = HeaderWords.table.flatMap {
    entry in
    entry.phrases.compactMap { phrase in
      phrase.count == 1 && phrase[0].utf8.count >= 5 ? (entry.role, phrase[0]) : nil
    }
  }

  /// Returns a word and the words of which it may be the plural or the feminine.
  private static func singulars(_ word: String) -> [String] {
    guard word.utf8.count > 4 else { return [word] }
    return [word]
      + ["s", "n", "en", "er", "e", "es", "i", "in", "innen"].compactMap { ending in
        word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4
          ? String(word.dropLast(ending.utf8.count)) : nil
      }
  }

  /// Returns the words of a head in small letters without accents: of "NameLast", "name_last"
  /// and "name1", too.
  static func words(in head: String) -> [String] {
    var spaced = ""
    var last: Character = " "
    for character in head {
      let isNumber = character.isNumber && last.isLetter
      if character.isUppercase && last.isLowercase || isNumber { spaced.append(" ") }
      spaced.append(character.isLetter || character.isNumber ? character : " ")
      last = character
    }
    return NameKeys.folded(spaced).split(separator: " ").map(String.init)
  }
}
