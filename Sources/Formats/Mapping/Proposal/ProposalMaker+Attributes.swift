import CaseModel
import Foundation

/// Where, about what, of which type and called how.
extension ProposalMaker {
  mutating func makePlaces() {
    let all = roles.columns(.place)
    let named = all.filter { isNamed($0.index) }
    // By their values alone many columns may be places of something else.
    let places = named.isEmpty ? Array(all.sorted { $0.fill > $1.fill }.prefix(1)) : named
    var countries = roles.columns(.country)
    for place in places where place.longest <= 900 {
      var parts: [String] = []
      let marks = marks(ofPlaces: place)
      if !marks.isEmpty { parts.append("split: \(YAMLText.list(marks))") }
      if let near = ColumnRoles.nearest(place.index, among: countries.map(\.index)),
        places.count == 1
      {
        parts.append("locatedIn: \(column(near))")
        countries.removeAll { $0.index == near }
        plan.use(near, as: "country of \(place.name)", ground(near, "countries"))
      }
      let value = column(place.index)
      plan.places.append(
        .init(
          value: parts.isEmpty
            ? value : "{name: \(value), \(parts.joined(separator: ", "))}",
          reason: ground(place.index, "places")
        )
      )
      plan.use(place.index, as: "place", ground(place.index, "places"))
    }
    for country in countries where country.longest <= 900 { addCountry(country) }
  }

  /// Commas separate places where most of the parts stand alone in other cells: "London, Cornwall",
  /// but not "Paris, France".
  private func marks(ofPlaces profile: ColumnProfile) -> [String] {
    var marks = profile.separators.marks.filter { $0 == ";" || $0 == "|" || $0 == "\n" }
    let whole = Set(profile.values.map { WordMap.key($0.text) })
    let parts = profile.values.map { NameSeparators.pieces($0.text, [","]) }.filter { $0.count > 1 }
      .flatMap(\.self)
    if !parts.isEmpty, parts.count(where: { whole.contains(WordMap.key($0)) }) * 2 > parts.count {
      marks.append(",")
    }
    return marks
  }

  /// A country beside a guest is that of the guest; else it is where the event was.
  private mutating func addCountry(_ country: ColumnProfile) {
    let before = country.index - 1
    if let slot = plan.participants.firstIndex(where: { participant in
      participant.role != "host" && participant.type != "Country"
        && (participant.columns.contains(before)
          || before >= 0 && participant.more.contains { $0.value.contains(column(before)) })
    }) {
      let isPerson = plan.participants[slot].type == "Person"
      plan.participants[slot].more.append(
        (isPerson ? "citizenOf" : "partOf", column(country.index))
      )
      let who = plan.participants[slot].columns.map(name).joined(separator: " ")
      return plan.use(country.index, as: "country of \(who)", "it stands behind the name")
    }
    plan.places.append(
      .init(
        value: "{name: \(column(country.index)), type: Country}",
        reason: ground(country.index, "countries")
      )
    )
    plan.use(country.index, as: "place (a country)", ground(country.index, "countries"))
  }

  mutating func makeTopics() {
    for profile in roles.columns(.topic) where profile.longest <= 300 {
      plan.topics.append(
        .init(value: column(profile.index), reason: ground(profile.index, "topics"))
      )
      plan.use(profile.index, as: "topic", ground(profile.index, "topics"))
    }
    for profile in roles.columns(.title) {
      guard plan.title == nil, profile.distinctCount * 4 > profile.filledCount else {
        makePost(profile)
        continue
      }
      plan.title = .init(value: column(profile.index), reason: ground(profile.index, "titles"))
      plan.use(profile.index, as: "title", ground(profile.index, "titles"))
    }
  }

  /// "Title" at the head of few short values beside a name is a title of that person.
  private mutating func makePost(_ profile: ColumnProfile) {
    guard profile.longest <= 80,
      let slot = participant(near: profile.index, isHost: nil, type: "Person"),
      plan.participants[slot].split.isEmpty,
      !plan.participants[slot].more.contains(where: { $0.key == "post" })
    else { return }
    plan.participants[slot].more.append(("post", "{title: \(column(profile.index))}"))
    let who = plan.participants[slot].columns.map(name).joined(separator: " ")
    plan.use(profile.index, as: "post of \(who)", "few words, which stand again and again")
  }

  mutating func makeType() {
    for profile in roles.columns(.kind) where ColumnRoles.isKind(profile) {
      var (words, unknown): ([String], [String]) = ([], [])
      for (text, _) in profile.values.sorted(by: { ($1.count, $0.text) < ($0.count, $1.text) }) {
        if let type = ProposalWords.eventType(text) {
          words.append("\(YAMLText.quoted(text)): \(type.rawValue)")
        } else {
          unknown.append(text)
        }
      }
      let note =
        unknown.isEmpty
        ? "" : "; Other stands for \(unknown.prefix(6).joined(separator: ", "))"
      plan.type = .init(
        value: "{text: \(column(profile.index)), words: {\(words.joined(separator: ", "))}, "
          + "otherwise: Other}",
        reason: "words for kinds of contact\(note)"
      )
      return plan.use(profile.index, as: "type", "words for kinds of contact")
    }
    if slots.contains(where: { $0.role == .caller || $0.role == .called }) {
      plan.type = .init(value: "Call", reason: "somebody calls and somebody is called")
    } else if let word = wordForType() {
      plan.type = .init(value: word.type.rawValue, reason: "because of the word '\(word.word)'")
    }
  }

  /// The file is named for calls or visits, or the guests are visitors.
  private func wordForType() -> (word: String, type: EventType)? {
    let file = HeaderRole.words(in: URL(fileURLWithPath: sample.file).lastPathComponent)
    let heads = slots.filter { isNamed($0.columns[0]) }
      .flatMap { HeaderRole.words(in: name($0.columns[0])) }
    for word in file + heads {
      let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
      guard let type = ProposalWords.eventType(word) ?? ProposalWords.eventType(singular),
        type == .visit || type == .call
      else { continue }
      return (word, type)
    }
    return nil
  }
}
