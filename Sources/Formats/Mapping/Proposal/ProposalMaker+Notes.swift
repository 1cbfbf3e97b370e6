import CaseModel

/// Where rows come from, what is no event, and what stays in the note.
extension ProposalMaker {
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

  /// English sentences such as "Met with President X" can be read; whether that is right, only a
  /// look at what comes of it tells.
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
