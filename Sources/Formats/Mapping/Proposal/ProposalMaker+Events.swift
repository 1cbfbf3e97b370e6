import CaseModel
import Foundation
import GraphModel

/// When, where, about what, and what makes rows one event.
extension ProposalMaker {
  mutating func makeDate() {
    let columns = roles.columns(.date)
    let named = columns.filter { isNamed($0.index) }
    guard let first = (named.isEmpty ? columns : named).max(by: isWorseDate) else {
      // A table with a date of its end only.
      return
    }
    let end =
      roles.columns(.end).first
      ?? columns.first { $0.index != first.index && isEnd($0, of: first) }
    guard let dates = first.dates else { return }
    var parts = ["text: \(column(first.index))"]
    if let end { parts.append("to: \(column(end.index))") }
    let forms = (dates.forms + (end?.dates?.forms ?? [])).reduce(into: [String]()) { list, form in
      if !list.contains(form) { list.append(form) }
    }
    if !forms.isEmpty { parts.append("forms: \(YAMLText.list(forms))") }
    if let isDayFirst = dates.isDayFirst ?? end?.dates?.isDayFirst {
      parts.append("dayFirst: \(isDayFirst)")
    }
    let reason = "\(share(dates.share, first)) \(dates.reason)"
    plan.date = ProposalPlan.Line(
      value: parts.count == 1 ? column(first.index) : "{\(parts.joined(separator: ", "))}",
      reason: reason
        + (end.map { "; to: \(ground($0.index, "dates that are never earlier"))" } ?? "")
    )
    plan.use(first.index, as: end == nil ? "date" : "first day", reason)
    if let end { plan.use(end.index, as: "last day", ground(end.index, "later dates")) }
  }

  private func isWorseDate(_ left: ColumnProfile, _ right: ColumnProfile) -> Bool {
    let (one, two) = (left.fill * left.dateShare, right.fill * right.dateShare)
    return one == two ? left.index > right.index : one < two
  }

  /// Whether the dates of a column are never before those of another, and soon after them.
  private func isEnd(_ column: ColumnProfile, of first: ColumnProfile) -> Bool {
    guard !isNamed(column.index) || !isNamed(first.index) else { return false }
    let reader = { (profile: ColumnProfile) in
      DateReader(
        forms: (profile.dates?.forms ?? []).compactMap { DateForm($0) },
        isDayFirst: profile.dates?.isDayFirst
      )
    }
    let (begins, ends) = (reader(first), reader(column))
    var (good, bad) = (0, 0)
    for (from, to) in zip(sample.cells[first.index], sample.cells[column.index]).prefix(500) {
      guard let from = begins.read(from).date?.bounds.earliest,
        let to = ends.read(to).date?.bounds.earliest
      else { continue }
      let months = (to.year - from.year) * 12 + to.month - from.month
      if to < from || months > 2 { bad += 1 } else { good += 1 }
    }
    return good > 0 && bad == 0
  }

  // MARK: - Key

  mutating func makeKey() {
    for profile in roles.columns(.key) where profile.fill > 0.98 {
      if profile.isUnique {
        if plan.key == nil {
          plan.key = .init(
            value: column(profile.index),
            reason: "every row has one of its own, so that a corrected file is the same events"
          )
          plan.use(profile.index, as: "key", "every row has one of its own")
        }
        continue
      }
      guard profile.distinctCount * 100 <= profile.filledCount * 98,
        isSteady(profile.index, over: steadyColumns)
      else { continue }
      let reason =
        "\(Self.number(profile.distinctCount)) in \(Self.counted(profile.filledCount, "row")), "
        + "with the same date: rows with the same are one event"
      plan.key = .init(value: column(profile.index), reason: reason)
      if let other = plan.columns.indices.first(where: { plan.columns[$0].use == "key" }) {
        plan.columns[other].use = nil
      }
      plan.use(profile.index, as: "key (rows of one event)", reason)
      return
    }
    findPossibleKey()
  }

  /// The columns that must agree in the rows of one event: the dates, else the host.
  private var steadyColumns: [Int] {
    let dates = plan.columns.indices.filter {
      ["date", "first day"].contains(plan.columns[$0].use)
    }
    return dates.isEmpty
      ? plan.participants.filter { $0.role == "host" }.flatMap(\.columns) : dates
  }

  /// Whether rows with one value in a column have one value in the others, too.
  private func isSteady(_ key: Int, over columns: [Int]) -> Bool {
    guard !columns.isEmpty else { return true }
    var seen: [String: [String]] = [:]
    var (good, bad) = (0, 0)
    for row in sample.cells[key].indices where !sample.cells[key][row].isEmpty {
      let values = columns.map { sample.cells[$0][row] }
      if let earlier = seen[sample.cells[key][row]] {
        if earlier == values { good += 1 } else { bad += 1 }
      } else {
        seen[sample.cells[key][row]] = values
      }
    }
    return good > 0 && bad * 50 <= good
  }

  /// Rows that agree in all but the guests may be one event; only people who know can say so.
  private mutating func findPossibleKey() {
    guard plan.key == nil, let host = plan.participants.first(where: { $0.role == "host" }) else {
      return
    }
    let dates = plan.columns.indices.filter {
      ["date", "first day"].contains(plan.columns[$0].use)
    }
    let rest = roles.columns(.topic, .place).map(\.index)
    guard !dates.isEmpty, !rest.isEmpty else { return }
    let columns = dates + host.columns + rest
    var counts: [[String]: Int] = [:]
    for row in sample.cells[columns[0]].indices {
      counts[columns.map { sample.cells[$0][row] }, default: 0] += 1
    }
    let several = counts.values.filter { $0 > 1 }.reduce(0, +)
    guard several * 20 >= sample.rowCount, several > 1 else { return }
    plan.possibleKey = .init(
      value: "[" + columns.map(column).joined(separator: ", ") + "]",
      reason:
        "\(Self.counted(several, "row")) agree with others in \(columns.map(name).joined(separator: ", ")): "
        + "if such rows are one event, at which all of their guests met, take away the # before key"
    )
  }

  // MARK: - Place, topic, type, title, source

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

  mutating func makeLink() {
    guard let link = roles.columns(.link).first(where: { $0.share(.link) >= 0.5 }) else { return }
    plan.link = .init(
      value: Self.match(column(link.index), "https?://[^\\s|;,]+"),
      reason: "\(share(link.share(.link), link)) are web addresses"
    )
    plan.use(link.index, as: "source of the row", "web addresses")
  }

  /// Two names in each row, no date, and nothing that says that they met: a list of links.
  mutating func decideRelations() {
    guard plan.date == nil, plan.participants.count == 2, plan.type == nil,
      plan.participants.allSatisfy({ $0.role == nil && $0.when == nil })
    else { return }
    plan.isRelations = true
    let words = roles.columns(.relation) + roles.columns(.kind)
    if let word = words.first(where: { plan.columns[$0.index].use == nil }) {
      plan.word = column(word.index)
      plan.use(word.index, as: "word for the link", ground(word.index, "words"))
    }
    for (participant, side) in zip(plan.participants, ["one end", "other end"]) {
      for column in participant.columns {
        plan.use(column, as: "\(side) of a link (\(participant.type))", participant.reason)
      }
    }
  }

  // MARK: - The rest

  /// What is not understood stays in the note, so that nothing is lost.
  mutating func makeNotes() {
    for profile in profiles where plan.columns[profile.index].use == nil {
      guard !profile.isEmpty else {
        plan.columns[profile.index].reason = "nothing stands in it"
        plan.unused.append(.init(value: profile.name, reason: "nothing stands in it"))
        continue
      }
      makeRemarks(profile)
      let label = YAMLText.quoted("\(profile.name): {\(profile.name)}")
      let reason = why(profile)
      if plan.notes.count < 12, !plan.isRelations {
        plan.notes.append(.init(value: label, reason: reason))
        plan.use(profile.index, as: "note", reason)
      } else {
        plan.columns[profile.index].reason = reason
        plan.unused.append(.init(value: profile.name, reason: reason))
      }
    }
  }

  /// English sentences such as "Met with President X" can be read; whether that is right, only a look
  /// at what comes of it tells.
  private mutating func makeRemarks(_ profile: ColumnProfile) {
    let telling = profile.values.count { value in
      let text = value.text.prefix(400).lowercased()
      return text.contains("met with ") || text.contains("meeting with ")
    }
    guard plan.remarks == nil, telling * 4 >= profile.values.count, telling > 1 else { return }
    plan.remarks = .init(
      value: column(profile.index),
      reason:
        "Sentences such as \"Met with King Abdullah II\" can become events of their own: take "
        + "away the # and look"
    )
  }

  private func why(_ profile: ColumnProfile) -> String {
    if profile.share(.number) > 0.8 { return "numbers" }
    if profile.share(.time) > 0.8 { return "times of day" }
    if profile.share(.mail) > 0.5 { return "mail addresses" }
    if profile.isDate { return "further dates" }
    if roles.roles[profile.index] == .note { return ground(profile.index, "remarks") }
    if profile.share(.person, .organization) > 0.6, !isNamed(profile.index) {
      return "names, but nothing says that they took part"
    }
    if profile.longest > 300 { return "long texts" }
    return "not understood; kept as it stands"
  }

  /// Rows that say that there was no meeting.
  mutating func makeSkips() {
    for participant in plan.participants where participant.role != "host" {
      guard let index = participant.columns.last else { continue }
      let words = profiles[index].values.filter { ProposalWords.isNilReturn($0.text) }
      guard !words.isEmpty else { continue }
      let count = words.reduce(0) { $0 + $1.count }
      plan.skips.append(
        (
          "{\(YAMLText.quoted(name(index))): \(YAMLText.list(words.map(\.text)))}",
          "\(Self.counted(count, "row")) of no meeting"
        )
      )
    }
  }

  mutating func makeNothings() {
    var counts: [String: Int] = [:]
    for profile in profiles { counts.merge(profile.nothings) { $0 + $1 } }
    var folded: Set<String> = []
    plan.nothings = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .filter { folded.insert(WordMap.key($0.key)).inserted }
      .map { (word: $0.key, count: $0.value) }
  }
}
