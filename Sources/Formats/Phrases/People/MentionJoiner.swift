/// Joins the pieces of a list: what one leaves out its neighbours say.
struct MentionJoiner {
  let reader: MentionReader
  let readings: [SegmentReading]
  var result = MentionList()
  /// Pieces that wait for a noun.
  private var pending: [SegmentReading] = []
  /// Titles that wait for a name.
  private var waiting: SegmentReading?
  /// A title in the plural that following names share.
  private var sharedTitle: MentionTitle?
  /// The head of "Foreign Ministers of A, B and C", which following countries share.
  private var sharedOffice: (name: String, title: MentionTitle?)?
  /// The country said last, if it is not the default.
  var foreign: CountryName?

  init(reader: MentionReader, readings: [SegmentReading]) {
    self.reader = reader
    self.readings = readings
  }

  /// Returns the mentions.
  mutating func list() -> MentionList {
    for (index, reading) in readings.enumerated() {
      take(reading, isLast: index + 1 == readings.count)
    }
    finishWaiting()
    for reading in pending { leave(reading) }
    removeContradictions()
    return result
  }

  private mutating func take(_ reading: SegmentReading, isLast: Bool) {
    if reading.kind != .country { sharedOffice = nil }
    if reading.kind != .person || !reading.titles.isEmpty {
      if reading.kind != .modifiers { sharedTitle = nil }
    }
    if let waiting, !continues(waiting, with: reading) { finishWaiting() }
    switch reading.kind {
    case .modifiers: pending.append(reading)
    case .titleOnly: takeTitleOnly(reading)
    case .person: takePerson(reading, isLast: isLast)
    case .offices: takeOffices(reading)
    case .group: takeGroup(reading)
    case .country: takeCountry(reading)
    case .body: takeBody(reading)
    case .unread: leave(reading)
    }
  }

  // MARK: - People

  /// Tells whether titles without a name go on in the next piece.
  private func continues(_ waiting: SegmentReading, with next: SegmentReading) -> Bool {
    guard next.kind == .person || next.kind == .titleOnly, !waiting.hasArticle, !next.hasArticle
    else { return false }
    if next.titles.isEmpty { return next.segment.joint == .comma }
    guard next.segment.joint == .and, !next.isPlural, !waiting.isPlural else { return false }
    let heads = [waiting.titles.last, next.titles.first].compactMap {
      $0?.text.lowercased().split(separator: " ").last.map(String.init)
    }
    if ["mrs", "mrs.", "madame", "queen", "lady"].contains(heads.last ?? "") { return false }
    let isState = [waiting.titles.last, next.titles.first].map { title in
      title.map { TitleVocabulary.headsOfState.contains($0.text.lowercased()) } ?? false
    }
    return !isState.contains(true)
  }

  private mutating func takeTitleOnly(_ reading: SegmentReading) {
    guard var waiting else {
      self.waiting = reading
      return
    }
    waiting.titles += reading.titles
    waiting.country = waiting.country ?? reading.country
    self.waiting = waiting
  }

  private mutating func takePerson(_ reading: SegmentReading, isLast: Bool) {
    var reading = reading
    if let waiting {
      reading.titles = waiting.titles + reading.titles
      reading.country = waiting.country ?? reading.country
      self.waiting = nil
    }
    leavePending()
    if reading.isPlural {
      sharedTitle = reading.titles.last
    } else if reading.titles.isEmpty, let sharedTitle {
      reading.titles = [sharedTitle]
    }
    var mention = Mention(kind: .person, name: reading.name, verbatim: reading.text)
    mention.titles = reading.titles
    setCountry(of: &mention, said: reading.country)
    takeBracket(reading.segment.bracket, of: &mention, isLast: isLast)
    result.mentions.append(mention)
  }

  private mutating func finishWaiting() {
    guard let reading = waiting else { return }
    waiting = nil
    var mention = Mention(kind: .unnamed, name: reading.text, verbatim: reading.text)
    mention.titles = reading.titles
    setCountry(of: &mention, said: reading.country)
    takeBracket(reading.segment.bracket, of: &mention, isLast: false)
    result.mentions.append(mention)
  }

  // MARK: - Groups and offices

  private mutating func takeOffices(_ reading: SegmentReading) {
    let title = reading.titles.last
    let head = title?.text ?? ""
    for modifier in pending {
      let field = modifier.phrase.words.filter { word in
        TitleVocabulary.fields.contains(PhraseWords.key(word))
      }
      let noun = head.split(separator: " ").last.map(String.init) ?? head
      let office = field.isEmpty ? head : (field + [noun]).joined(separator: " ")
      addOffice(office, country: modifier.country ?? reading.country, body: modifier.body)
    }
    let hadPending = !pending.isEmpty
    pending = []
    if reading.isCountryBehindTitle {
      sharedOffice = (head, title)
      addOffice(head, country: reading.country, body: nil)
      return
    }
    guard let of = reading.phrase.keys.firstIndex(of: "of"), reading.name.hasPrefix("of ") else {
      if hadPending {
        addOffice(head, country: reading.country, body: reading.body)
      } else {
        addUnnamed(reading.text, reading)
        if title?.body != nil { sharedOffice = (head, title) }
      }
      return
    }
    let rest = reading.phrase.text(of + 1..<reading.phrase.words.count)
    if let country = reader.countries.country(named: rest) {
      sharedOffice = (head, title)
      addOffice(head, country: country, body: nil)
    } else {
      addUnnamed(reading.text, reading)
    }
  }

  /// Adds the holder of an office whom nobody names.
  private mutating func addOffice(_ title: String, country: CountryName?, body: String?) {
    let place = country?.name ?? body
    let name = place.map { "\(title) of \($0)" } ?? title
    var mention = Mention(kind: .unnamed, name: name, verbatim: name)
    mention.titles = [MentionTitle(text: title, body: body)]
    setCountry(of: &mention, said: country)
    result.mentions.append(mention)
  }

  private mutating func takeGroup(_ reading: SegmentReading) {
    let nouns = reading.phrase.words.suffix(1).joined(separator: " ")
    var words: [String] = []
    for modifier in pending {
      if modifier.country != nil || modifier.body != nil {
        addUnnamed("\((words + [modifier.text]).joined(separator: " ")) \(nouns)", modifier)
        words = []
      } else {
        words += [modifier.text, "and"]
      }
    }
    pending = []
    addUnnamed((words + [reading.text]).joined(separator: " "), reading)
    let phrase = reading.phrase
    let of = phrase.keys.indices.dropLast().first { index in
      phrase.keys[index] == "of"
        && reader.countries.country(named: phrase.text(index + 1..<phrase.words.count)) != nil
    }
    guard let of else { return }
    sharedOffice = (phrase.text((reading.hasArticle ? 1 : 0)..<of), nil)
  }

  private mutating func addUnnamed(_ text: String, _ reading: SegmentReading) {
    var mention = Mention(kind: .unnamed, name: text, verbatim: text)
    mention.titles = reading.titles.filter { $0.text.first?.isUppercase == true }
    mention.country = reading.country
    mention.saysCountry = reading.country != nil
    if reading.country == nil, reading.body == nil, foreign == nil || text != "others" {
      mention.country = reader.defaultCountry
    }
    if let bracket = reading.segment.bracket {
      if let country = reader.countries.country(named: bracket) {
        mention.country = country
        mention.saysCountry = true
      } else {
        mention.affiliation = bracket
      }
    }
    result.mentions.append(mention)
  }

  private mutating func takeCountry(_ reading: SegmentReading) {
    leavePending()
    guard let country = reading.country else { return }
    if let bracket = reading.segment.bracket, bracket.first?.isUppercase == true {
      // "Australia (Payne)": the name stands in the brackets.
      var mention = Mention(kind: .person, name: bracket, verbatim: "\(reading.text) (\(bracket))")
      mention.titles = sharedOffice?.title.map { [$0] } ?? []
      setCountry(of: &mention, said: country)
      result.mentions.append(mention)
    } else if let sharedOffice {
      if let title = sharedOffice.title {
        addOffice(title.text, country: country, body: nil)
      } else {
        var mention = Mention(
          kind: .unnamed,
          name: "\(sharedOffice.name) of \(country.name)",
          verbatim: reading.text
        )
        mention.country = country
        mention.saysCountry = true
        result.mentions.append(mention)
      }
    } else {
      var mention = Mention(kind: .country, name: country.name, verbatim: reading.text)
      mention.country = country
      mention.saysCountry = true
      result.mentions.append(mention)
    }
  }

  private mutating func takeBody(_ reading: SegmentReading) {
    leavePending()
    if let next = readings.first(where: { $0.kind == .offices || $0.kind == .group }),
      reading.segment.joint == .start, next.segment.joint == .and, reading.body != nil
    {
      // "the EU and Swiss Foreign Ministers"
      pending.append(reading)
      return
    }
    var mention = Mention(kind: .agency, name: reading.body ?? reading.text, verbatim: reading.text)
    mention.country = reading.country
    mention.saysCountry = reading.country != nil
    takeBracket(reading.segment.bracket, of: &mention, isLast: false)
    result.mentions.append(mention)
  }

  private mutating func leavePending() {
    for reading in pending { leave(reading) }
    pending = []
  }

  private mutating func leave(_ reading: SegmentReading) {
    let bracket = reading.segment.bracket.map { " (\($0))" } ?? ""
    result.unread.append(reading.text + bracket)
  }
}
