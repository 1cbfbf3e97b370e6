public import CaseModel

/// Reads remarks such as "Met with King Abdullah II and Foreign Minister Judeh; attended the G7
/// Summit" into contacts.
///
/// What is not understood stays as it stands: nothing is guessed. A title without a country is one
/// of the country visited; whom the subject accompanied is of the home country.
public struct RemarkReader: Sendable {
  /// Reads the people.
  public var people: MentionReader
  /// The country whose officials the subject travels with.
  public var home: CountryName?
  /// Reads dates inside remarks.
  public var dates: DateReader

  /// Makes a reader.
  public init(
    people: MentionReader = MentionReader(),
    home: CountryName? = nil,
    dates: DateReader = DateReader(isDayFirst: false)
  ) {
    self.people = people
    self.home = home
    self.dates = dates
  }

  /// Reads a remark on a visit to a country within known days.
  public func read(
    _ remark: String,
    country: CountryName? = nil,
    within: DateBounds? = nil
  ) -> RemarkReading {
    var people = people
    people.defaultCountry = country ?? people.defaultCountry
    var reading = RemarkReading()
    for sentence in SentenceSplitter.sentences(of: remark) {
      for clause in SentenceSplitter.clauses(of: sentence) {
        let reader = ClauseReader(
          people: people,
          home: home,
          dates: dates,
          context: DateContext(within: within)
        )
        if let contact = reader.contact(in: clause) {
          reading.contacts.append(contact)
        } else if let more = continuation(clause, of: reading.contacts.last, people) {
          reading.contacts[reading.contacts.count - 1].mentions += more
        } else {
          reading.unread.append(clause)
        }
      }
    }
    return reading
  }

  /// Returns the people of a clause that goes on with the list of a meeting: "; the Kings of Spain
  /// and Belgium".
  private func continuation(
    _ clause: String,
    of contact: Contact?,
    _ people: MentionReader
  ) -> [Mention]? {
    guard contact?.kind == .meeting, contact?.unread.isEmpty == true, contact?.topic == nil else {
      return nil
    }
    let words = clause.split(separator: " ")
    guard let first = words.first, ["the", "and", "with"].contains(first) else { return nil }
    let list = people.read((first == "the" ? words[...] : words.dropFirst()).joined(separator: " "))
    return list.unread.isEmpty && !list.mentions.isEmpty ? list.mentions : nil
  }
}
