/// Finds a title at a place in a phrase.
struct TitleScanner {
  /// Holds a title and where it ends.
  struct Found {
    var title: MentionTitle
    var country: CountryName?
    /// Whether it is in the plural.
    var isPlural = false
    /// Whether something follows it with "of", "for" or "to".
    var hasComplement = false
    var end: Int
  }

  let phrase: PhraseWords

  /// Returns the title that begins at a place.
  func title(at start: Int) -> Found? {
    let keys = phrase.keys
    var head = start
    while head < keys.count, !isHead(head) || isModifier(head, from: start) {
      guard
        TitleVocabulary.modifiers.contains(keys[head])
          || TitleVocabulary.fields.contains(keys[head])
          || isField(head)
          || ["and", "&"].contains(keys[head]) && head > start && areFields(around: head)
      else { return nil }
      head += 1
    }
    guard head < keys.count else { return nil }
    while head + 1 < keys.count,
      TitleVocabulary.followers[plain(head + 1)]?.contains(plain(head)) == true
    { head += 1 }
    let former = TitleVocabulary.formers.contains(keys[start]) && head > start
    var words = phrase.words[(former ? start + 1 : start)...head].map { $0 }
    let isPlural =
      TitleVocabulary.singular(keys[head]) != nil
      || start < head && keys[start..<head].contains { TitleVocabulary.singular($0) != nil }
    if isPlural { words = words.map(Self.singularWord) }
    var found = Found(
      title: MentionTitle(text: words.joined(separator: " "), isFormer: former),
      isPlural: isPlural,
      end: head + 1
    )
    takeComplement(&found)
    return found
  }

  /// Tells whether a word can end a title.
  func isHead(_ index: Int) -> Bool {
    let key = plain(index)
    return TitleVocabulary.heads.contains(key) || TitleVocabulary.singular(key) != nil
  }

  /// A word that is both head and modifier, such as "chief", is a modifier in front of a head.
  private func isModifier(_ index: Int, from start: Int) -> Bool {
    let key = phrase.keys[index]
    guard TitleVocabulary.modifiers.contains(key), index + 1 < phrase.keys.count else {
      return false
    }
    if TitleVocabulary.followers[plain(index + 1)]?.contains(key) == true { return false }
    var next = index + 1
    while next < phrase.keys.count, TitleVocabulary.fields.contains(phrase.keys[next]) { next += 1 }
    return next < phrase.keys.count && isHead(next)
  }

  private func isField(_ index: Int) -> Bool {
    let parts = phrase.keys[index].split(separator: "-").map(String.init)
    return parts.count > 1
      && parts.allSatisfy { TitleVocabulary.fields.union(TitleVocabulary.modifiers).contains($0) }
  }

  private func areFields(around index: Int) -> Bool {
    index + 1 < phrase.keys.count && TitleVocabulary.fields.contains(phrase.keys[index - 1])
      && TitleVocabulary.fields.contains(phrase.keys[index + 1])
  }

  /// The word without "-elect" and its like.
  private func plain(_ index: Int) -> String {
    let key = phrase.keys[index]
    for ending in ["-elect", "-designate", "-general", "-delegate"] where key.hasSuffix(ending) {
      return String(key.dropLast(ending.count))
    }
    return key
  }

  private static func singularWord(_ word: String) -> String {
    guard TitleVocabulary.singular(PhraseWords.key(word)) != nil else { return word }
    if word.hasSuffix("men") { return word.dropLast(3) + "man" }
    return word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
  }

  // MARK: - Complements

  /// Takes "of Foreign Affairs", "of the Knesset", "for Syria", "to the UN".
  private func takeComplement(_ found: inout Found) {
    let keys = phrase.keys
    guard found.end + 1 < keys.count, ["of", "for", "to"].contains(keys[found.end]) else { return }
    let start = found.end
    var index = start + 1
    if keys[index] == "the" { index += 1 }
    guard index < keys.count else { return }
    let end = fieldsEnd(from: index)
    if end > index {
      found.title.text += " " + phrase.text(start..<end)
      found.end = end
      found.hasComplement = true
      if end + 1 < keys.count, keys[end] == "of" { takeComplement(&found) }
    } else if let country = phrase.country(at: start + 1) {
      found.country = country.country
      found.end = start + 1 + country.count
      found.hasComplement = true
    } else {
      let body = phrase.body(at: index)
      let end = max(
        bodyEnd(from: index) ?? seeEnd(from: index, of: found) ?? index,
        index + (body?.count ?? 0)
      )
      guard end > index else { return }
      found.title.body = end - index == body?.count ? body?.body : phrase.text(index..<end)
      found.end = end
      found.hasComplement = true
    }
  }

  /// Returns the end of a see: "Patriarch of Constantinople".
  private func seeEnd(from index: Int, of found: Found) -> Int? {
    let head = found.title.text.split(separator: " ").last?.lowercased() ?? ""
    guard ["patriarch", "archbishop", "bishop"].contains(head) else { return nil }
    return phrase.words[index].first?.isUppercase == true ? index + 1 : nil
  }

  /// Returns the end of a row of fields of work, which "and", "of" and "with" may join.
  private func fieldsEnd(from index: Int) -> Int {
    let joints: Set = ["and", "of", "with", "&", "the"]
    var end = index
    var next = index
    while next < phrase.keys.count {
      if TitleVocabulary.fields.contains(phrase.keys[next]) || isField(next) {
        next += 1
        end = next
      } else if joints.contains(phrase.keys[next]), next > index {
        next += 1
      } else {
        break
      }
    }
    return end
  }

  /// Returns the end of the name of a body: capitals up to the last noun such as "Council".
  func bodyEnd(from index: Int) -> Int? {
    var end: Int?
    var next = index
    while next < phrase.words.count, next < index + 8 {
      let isJoint = ["of", "and", "for", "the"].contains(phrase.keys[next])
      guard isJoint || phrase.words[next].first?.isUppercase == true else { break }
      if TitleVocabulary.bodyNouns.contains(phrase.keys[next]) {
        end = next + 1
      } else if !isJoint, isHead(next) {
        break
      }
      next += 1
    }
    return end
  }
}
