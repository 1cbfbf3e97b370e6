/// Holds what a list of people says.
public struct MentionList: Hashable, Sendable {
  /// Whom it mentions, in its order.
  public var mentions: [Mention] = []
  /// What it was about, if the list ends in brackets that say so.
  public var topic: String?
  /// Pieces that were not understood, as they stand.
  public var unread: [String] = []
}

/// Reads lists of people as registers and reports write them: "A, B and C (topic)", "Presidents X
/// and Y", "Russian President Vladimir Putin and Foreign Minister Sergey Lavrov".
///
/// A title without a country is one of `defaultCountry`, if there is one; but behind somebody of
/// another country it stays without, for it may be either. Without a default it takes the country
/// before it.
public struct MentionReader: Sendable {
  /// Lists what brackets behind a name hold.
  public enum Brackets: String, CaseIterable, Hashable, Sendable {
    /// A country if it is one, a topic if it begins with a small letter, else an affiliation.
    case automatic
    case country, affiliation, topic
  }

  /// The countries and their adjectives.
  public var countries: CountryTable
  /// The country of titles that name none.
  public var defaultCountry: CountryName?
  /// What brackets hold.
  public var brackets: Brackets
  /// What stands between people, such as ";"; empty for commas and "and".
  public var separators: [String]
  /// Whether names are written "Last, First"; the separators must then be others than commas.
  public var isLastFirst: Bool

  /// Makes a reader.
  public init(
    countries: CountryTable = .standard,
    defaultCountry: CountryName? = nil,
    brackets: Brackets = .automatic,
    separators: [String] = [],
    isLastFirst: Bool = false
  ) {
    self.countries = countries
    self.defaultCountry = defaultCountry
    self.brackets = brackets
    self.separators = separators
    self.isLastFirst = isLastFirst
  }

  /// Reads a list.
  public func read(_ text: String) -> MentionList {
    if separators.isEmpty { return joined(ListSegment.segments(of: text)) }
    var pieces = [text]
    for separator in separators where !separator.isEmpty {
      pieces = pieces.flatMap { piece in
        piece.split(separator: separator, omittingEmptySubsequences: true).map(String.init)
      }
    }
    var list = MentionList()
    for piece in pieces where !piece.trimmingSpaces.isEmpty {
      let one = readOne(piece)
      list.mentions += one.mentions
      list.unread += one.unread
      list.topic = list.topic ?? one.topic
    }
    return list
  }

  /// Reads one person, body or country: "and" and commas are part of the name.
  public func readOne(_ text: String) -> MentionList {
    var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var behalf: String?
    for phrase in [" on behalf of ", " im Auftrag von ", " pour le compte de ", " en nombre de "] {
      guard let range = text.firstRange(of: phrase) else { continue }
      behalf = text[range.upperBound...].trimmingSpaces
      text = text[..<range.lowerBound].trimmingSpaces
    }
    var segment = ListSegment(words: [], joint: .start)
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
      segment.bracket = text[text.index(after: open)...].dropLast().trimmingSpaces
      text = text[..<open].trimmingSpaces
    }
    if isLastFirst, let comma = text.firstIndex(of: ",") {
      text = "\(text[text.index(after: comma)...].trimmingSpaces) \(text[..<comma])"
    }
    segment.words = text.split(separator: " ").map(String.init)
    var list = joined([segment])
    for index in list.mentions.indices { list.mentions[index].onBehalfOf = behalf }
    return list
  }

  private func joined(_ segments: [ListSegment]) -> MentionList {
    var readings: [SegmentReading] = []
    for segment in segments {
      if let last = readings.last, let merged = merged(last, segment) {
        readings[readings.count - 1] = SegmentReading(merged, countries: countries)
      } else {
        readings.append(SegmentReading(segment, countries: countries))
      }
    }
    var joiner = MentionJoiner(reader: self, readings: readings)
    return joiner.list()
  }

  /// Returns two pieces as one where the "and" between them is part of a name or title: "Trinidad
  /// and Tobago", "Minister of Foreign Affairs and Expatriates".
  private func merged(_ last: SegmentReading, _ next: ListSegment) -> ListSegment? {
    guard next.joint == .and, last.segment.bracket == nil, let first = next.words.first else {
      return nil
    }
    let words = last.segment.words + ["and"] + next.words
    let isField = TitleVocabulary.fields.contains(PhraseWords.key(first))
    let waits =
      [.titleOnly, .offices].contains(last.kind) && last.titles.last?.text.contains(" of ") == true
    let isTitle = isField && waits && SegmentReading(next, countries: countries).titles.isEmpty
    let names = last.segment.words.suffix(3)
    let isCountry = names.indices.contains { index in
      (1...min(2, next.words.count)).contains { count in
        let name = names[index...] + ["and"] + next.words.prefix(count)
        return countries.country(named: name.joined(separator: " ")) != nil
      }
    }
    guard isTitle || isCountry else { return nil }
    return ListSegment(words: words, bracket: next.bracket, joint: last.segment.joint)
  }
}
