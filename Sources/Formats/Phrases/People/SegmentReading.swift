/// Holds what one piece of a list says by itself.
struct SegmentReading {
  /// Lists what a piece can be.
  enum Kind {
    /// A name, with or without titles.
    case person
    /// Titles without a name.
    case titleOnly
    /// Several office-holders without names: "the Foreign Ministers".
    case offices
    /// People nobody names.
    case group
    /// Adjectives that wait for a noun: "Russian Foreign", "senior Soviet".
    case modifiers
    case country
    case body
    /// Not understood.
    case unread
  }

  let segment: ListSegment
  let phrase: PhraseWords
  var kind = Kind.unread
  var hasArticle = false
  var country: CountryName?
  var body: String?
  var titles: [MentionTitle] = []
  /// Whether the last title is in the plural.
  var isPlural = false
  var name = ""
  /// Whether the country follows the title: "the Prime Ministers of Denmark".
  var isCountryBehindTitle = false

  /// The words without an article in front.
  var text: String {
    phrase.text((hasArticle ? 1 : 0)..<phrase.words.count)
  }

  init(_ segment: ListSegment, countries: CountryTable) {
    self.segment = segment
    phrase = PhraseWords(segment.words, countries: countries)
    var start = takeFront()
    if start == phrase.words.count, takeSurname() { start -= 1 }
    name = phrase.text(start..<phrase.words.count)
    kind = kind(nameStart: start)
  }

  /// Takes article, adjectives, bodies and titles; returns where the name begins.
  private mutating func takeFront() -> Int {
    let scanner = TitleScanner(phrase: phrase)
    var index = 0
    var prefix = ""
    if let first = phrase.keys.first, Self.articles.contains(first), phrase.words.count > 1 {
      hasArticle = true
      index = 1
    }
    while index < phrase.words.count {
      let key = phrase.keys[index]
      if TitleVocabulary.honorifics.contains(key), index + 1 < phrase.words.count {
        index += 1
      } else if titles.isEmpty, prefix.isEmpty, TitleVocabulary.modifiers.contains(key),
        index + 1 < phrase.words.count, phrase.adjective(at: index + 1) != nil
      {
        // "Acting Spanish Foreign Minister", "former South African President"
        prefix = phrase.words[index]
        index += 1
      } else if let adjective = adjective(at: index, scanner), country == nil || titles.isEmpty {
        country = adjective.country
        index += adjective.count
      } else if titles.isEmpty, let found = phrase.body(at: index) {
        body = found.body
        index += found.count
      } else if let found = scanner.title(at: index) {
        var title = found.title
        title.body = title.body ?? (titles.isEmpty ? body : nil)
        if TitleVocabulary.formers.contains(prefix.lowercased()) {
          title.isFormer = true
        } else if !prefix.isEmpty {
          title.text = "\(prefix) \(title.text)"
        }
        prefix = ""
        titles.append(title)
        country = found.country ?? country
        isCountryBehindTitle = found.country != nil
        isPlural = found.isPlural
        index = found.end
      } else if titles.isEmpty, body == nil, let end = freeBody(at: index, scanner) {
        body = phrase.text(index..<end)
        index = end
      } else if ["the", "'s"].contains(key) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Returns the country of an adjective, or of a name in front of a title: "New Zealand Prime
  /// Minister".
  private func adjective(at index: Int, _ scanner: TitleScanner) -> (
    country: CountryName, count: Int
  )? {
    if let adjective = phrase.adjective(at: index) { return adjective }
    guard titles.isEmpty, let found = phrase.country(at: index) else { return nil }
    return scanner.title(at: index + found.count) == nil ? nil : found
  }

  /// Returns the end of a body or place that the tables do not know, in front of a title.
  private func freeBody(at index: Int, _ scanner: TitleScanner) -> Int? {
    guard phrase.words[index].first?.isUppercase == true else { return nil }
    if let end = scanner.bodyEnd(from: index), end < phrase.words.count,
      scanner.title(at: end) != nil
    {
      return end
    }
    for end in index + 1...index + 2 {
      guard end < phrase.words.count, phrase.words[end - 1].first?.isUppercase == true else {
        return nil
      }
      if let found = scanner.title(at: end), found.end < phrase.words.count {
        let head = phrase.keys[found.end - 1]
        return TitleVocabulary.surnames.contains(head) && head != "prince" ? nil : end
      }
    }
    return nil
  }

  /// "Prime Minister Major": what looks like a second title is the name.
  private mutating func takeSurname() -> Bool {
    guard titles.count > 1, let last = titles.last, last.body == nil,
      TitleVocabulary.surnames.contains(last.text.lowercased())
    else { return false }
    titles.removeLast()
    return true
  }

  private mutating func kind(nameStart: Int) -> Kind {
    let keys = phrase.keys
    guard !phrase.words.isEmpty else { return .unread }
    if titles.isEmpty,
      phrase.country(at: hasArticle ? 1 : 0)?.count == keys.count - (hasArticle ? 1 : 0)
    {
      country = phrase.country(at: hasArticle ? 1 : 0)?.country
      return .country
    }
    if name.isEmpty {
      if titles.isEmpty { return body != nil && country == nil ? .body : .modifiers }
      guard isPlural else { return .titleOnly }
      return isCapitalised ? .offices : .group
    }
    let hasGroupNoun = (nameStart..<keys.count).contains { index in
      TitleVocabulary.groupNouns.contains(keys[index])
    }
    if isPlural, isCapitalised, keys[nameStart] == "of" { return .offices }
    if titles.isEmpty || isPlural || phrase.words[nameStart].first?.isLowercase == true {
      if hasGroupNoun || isPlural && phrase.words[nameStart].first?.isUppercase != true {
        takeCountryOfGroup()
        return .group
      }
    }
    let adjectives = (0..<keys.count).allSatisfy { index in
      Self.adjectives.contains(keys[index]) || TitleVocabulary.fields.contains(keys[index])
        || TitleVocabulary.modifiers.contains(keys[index]) || Self.articles.contains(keys[index])
        || phrase.adjective(at: index) != nil
    }
    let isBody = keys.last.map(TitleVocabulary.bodyNouns.contains) ?? false
    if titles.isEmpty, adjectives, !isBody { return .modifiers }
    takeCountryBehindName()
    let words = name.split(separator: " ")
    let start = nameStart
    let isName =
      words.count <= 8 && (start..<start + words.count).allSatisfy(phrase.isNameLike)
      && !name.contains(where: \.isNumber)
      && name.contains(where: \.isUppercase)
    if isName {
      if titles.isEmpty, isBodyName { return .body }
      return .person
    }
    return .unread
  }

  /// Whether the plural title is written as an office: "Foreign Ministers", "Presidents".
  private var isCapitalised: Bool {
    titles.last?.text.first?.isUppercase == true
  }

  /// Whether the words in capitals end in "Council" or the like.
  private var isBodyName: Bool {
    phrase.keys.contains { TitleVocabulary.bodyNouns.contains($0) }
  }

  /// Takes the country out of "King Hussein of Jordan".
  private mutating func takeCountryBehindName() {
    let words = name.split(separator: " ").map(String.init)
    guard let of = words.lastIndex(of: "of"), of > 0 else { return }
    let rest = words[(of + 1)...].joined(separator: " ")
    guard let found = phrase.countries.country(named: rest) else { return }
    country = found
    name = words[..<of].joined(separator: " ")
  }

  /// Finds the country in "officials of Kazakhstan" and "five Israeli leaders".
  private mutating func takeCountryOfGroup() {
    guard country == nil else { return }
    for index in phrase.words.indices {
      if let adjective = phrase.adjective(at: index) {
        country = adjective.country
        return
      }
      if index > 0, ["of", "from", "the"].contains(phrase.keys[index - 1]),
        let found = phrase.country(at: index)
      {
        country = found.country
        return
      }
    }
  }

  static let articles: Set = ["the", "a", "an", "his", "her", "their", "its", "our"]
  /// Adjectives that may wait for the noun of the next piece.
  static let adjectives = TitleVocabulary.words(
    """
    senior political religious civic business local regional military civilian other several various
    economic cultural academic opposition young top high-level high ranking key former prominent
    western eastern northern southern arab muslim christian jewish kurdish congressional civil
    humanitarian student labor community tribal ethnic scientific technical diplomatic
    """
  )
}
