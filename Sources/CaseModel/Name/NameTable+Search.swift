import GraphModel

extension NameTable {
  /// Names an owner, the text that answers and why.
  struct Hit {
    let owner: Int
    let text: Int
    let rule: NameRule
  }

  /// Returns one hit per owner, strongest rule first, then by owner.
  ///
  /// Weaker rules are tried only while there are fewer than `enough` hits.
  func hits(for query: String, exactOnly: Bool, enough: Int) -> [Hit] {
    let keys = NameKeys(query, maximumScalars: NameKeys.maximumQueryScalars)
    var found: [Int: Hit] = [:]
    collect(wholeHits(keys, words: keys.words), into: &found)
    guard !exactOnly else { return Self.ranked(found).filter { $0.rule <= .exact } }
    var readings: [NameReading] = []
    for (words, isWhole) in Self.readings(of: keys) where found.count < enough {
      let reading = NameReading(words, isWhole: isWhole, in: self)
      readings.append(reading)
      if !isWhole { collect(wholeHits(keys, words: words), into: &found) }
      collect(wordHits(reading, rule: nil), into: &found)
      guard found.isEmpty else {
        readings = [reading]
        break
      }
    }
    for rule in [NameRule.prefix, .oneEdit, .consonant] where found.count < enough {
      for index in readings.indices {
        readings[index].widen(by: rule, in: self)
        collect(wordHits(readings[index], rule: rule), into: &found)
      }
    }
    return Self.ranked(found)
  }

  private func collect(_ hits: [Hit], into found: inout [Int: Hit]) {
    for hit in hits {
      if let other = found[hit.owner],
        (other.rule, texts[other.text].kind, other.text)
          <= (hit.rule, texts[hit.text].kind, hit.text)
      {
        continue
      }
      found[hit.owner] = hit
    }
  }

  private static func ranked(_ found: [Int: Hit]) -> [Hit] {
    found.values.sorted { ($0.rule, $0.owner) < ($1.rule, $1.owner) }
  }

  /// Returns the ways to understand a query, the most literal first.
  ///
  /// Titles and middle names are given up only where nothing answers with them, so that "CIA
  /// director" is a person's post before it is an agency's name. Queries of more than 16 words are
  /// found only as a whole.
  private static func readings(of keys: NameKeys) -> [(words: [NameWord], isWhole: Bool)] {
    var readings: [(words: [NameWord], isWhole: Bool)] = []
    for words in keys.extraWords.isEmpty ? [keys.words] : [keys.words, keys.extraWords] {
      let content = words.withoutSmallWords
      let untitled = words.withoutTitles.withoutSmallWords
      for reading in [(content, false), (untitled, false), (untitled.withoutMiddleName, true)]
      where (1...16).contains(reading.0.count) && !readings.contains(where: { $0.0 == reading.0 }) {
        readings.append(reading)
      }
    }
    return readings
  }
}

extension NameTable {
  private func wholeHits(_ keys: NameKeys, words: [NameWord]) -> [Hit] {
    var numbers = Set(wholes.texts(for: keys.folded))
    for key in words.joinedNeutral { numbers.formUnion(wholes.texts(for: key)) }
    return numbers.compactMap { number in
      let text = texts[Int(number)]
      return wholeRule(keys, words: words, text: text).map { rule in
        Hit(owner: text.owner, text: Int(number), rule: rule)
      }
    }
  }

  /// Tells by which rule a text answers as a whole.
  private func wholeRule(_ keys: NameKeys, words: [NameWord], text: Text) -> NameRule? {
    let own = NameKeys(text.text)
    if text.kind == .identifier { return own.folded == keys.folded ? .identifier : nil }
    if own.exact == keys.exact { return .exact }
    if own.folded == keys.folded { return .folded }
    let forms = [own.words.joinedLatin, own.words.withoutTitles.joinedLatin]
    return forms.contains(words.joinedLatin) ? .latin : .transliterated
  }

  /// Returns the owners who have all words; `rule` is the weakest by which words were found.
  private func wordHits(_ reading: NameReading, rule: NameRule?) -> [Hit] {
    let lists = reading.lists.sorted { $0.count < $1.count }
    var hits: [Hit] = []
    var last: Int?
    for text in lists.first ?? [] {
      let owner = texts[Int(text)].owner
      guard owner != last else { continue }
      last = owner
      let own = Int32(clamping: firstText[owner])..<Int32(clamping: firstText[owner + 1])
      guard lists.allSatisfy({ $0.contains(anyOf: own) }) else { continue }
      guard let (reason, number) = bestText(in: own, for: lists),
        !reading.isWhole || reason == .allWords && !hasMore(own, than: lists)
      else { continue }
      hits.append(Hit(owner: owner, text: number, rule: max(reason, rule ?? reason)))
    }
    return hits
  }

  /// Tells whether a text has all words and others besides.
  private func hasMore(_ own: Range<Int32>, than lists: [[Int32]]) -> Bool {
    own.contains { number in
      texts[Int(number)].wordCount > lists.count
        && lists.allSatisfy { $0.contains(anyOf: number..<(number + 1)) }
    }
  }

  /// Finds the text that has most words, among those of an owner who has them all.
  private func bestText(in own: Range<Int32>, for lists: [[Int32]]) -> (NameRule, Int)? {
    var best: (rule: NameRule, kind: NameTextKind, number: Int)?
    for number in own {
      let text = texts[Int(number)]
      let count = lists.count { $0.contains(anyOf: number..<(number + 1)) }
      let isWhole = count == lists.count && count >= text.wordCount
      // A part of a post ("Foreign Intelligence Service") must not stand for the one who holds it.
      guard count > 0, isWhole || text.kind != .post else { continue }
      let rule: NameRule = isWhole ? .allWords : count == lists.count ? .someWords : .combined
      let candidate = (rule, text.kind, Int(number))
      if best.map({ candidate < $0 }) ?? true { best = candidate }
    }
    return best.map { ($0.rule, $0.number) }
  }
}

extension NameTable {
  /// Returns texts that have the most words in common with `query` or near to its words, one per
  /// owner, best first.
  ///
  /// O(distinct words).
  func nearMisses(for query: String, limit: Int) -> [String] {
    let keys = NameKeys(query, maximumScalars: NameKeys.maximumQueryScalars)
    var scores: [Int32: (missing: Int, rank: Int)] = [:]
    for word in keys.words.withoutSmallWords.prefix(16) {
      var best: [Int32: Int] = [:]
      for form in Set(word.neutral) where form.utf8.count > 2 {
        let near = NearMiss.candidates(for: form, among: words.keys, limit: 8)
        for (rank, key) in ([form] + near).enumerated() {
          for text in words.texts(for: key) { best[text] = min(best[text] ?? rank, rank) }
        }
      }
      for (text, rank) in best {
        let score = scores[text] ?? (0, 0)
        scores[text] = (score.missing - 1, score.rank + rank)
      }
    }
    let ranked = scores.map { ($0.value.missing, $0.value.rank, $0.key) }.sorted { $0 < $1 }
    var owners: Set<Int> = []
    return ranked.map { texts[Int($0.2)] }
      .filter { owners.insert($0.owner).inserted }.prefix(limit).map(\.text)
  }
}
