import CaseModel

extension ProposalMaker {
  /// Finds the columns of names, with first and last names in pairs.
  mutating func findSlots() {
    var families = roles.columns(.familyName).map(\.index)
    var givens = roles.columns(.givenName).map(\.index)
    var names = roles.columns(.name).map(\.index)
    // "Nom" and "Prénom": a name beside a first name is a last name.
    for given in givens where families.count < givens.count {
      guard let name = ColumnRoles.nearest(given, among: names) else { break }
      names.removeAll { $0 == name }
      families.append(name)
    }
    for family in families {
      guard givens.count < families.count else { break }
      guard let name = ColumnRoles.nearest(family, among: names) else { break }
      names.removeAll { $0 == name }
      givens.append(name)
    }
    let sides: [HeaderRole] = [.host, .guest, .caller, .called]
    for family in families.sorted() {
      let given = ColumnRoles.nearest(family, among: givens)
      givens.removeAll { $0 == given }
      let side = profiles[family].headers.first(where: sides.contains) ?? .guest
      slots.append(([given, family].compactMap(\.self), side))
    }
    for given in givens { slots.append(([given], .guest)) }
    for profile in roles.columns(.host, .guest, .caller, .called) {
      slots.append(([profile.index], roles.roles[profile.index] ?? .guest))
    }
    for name in names { slots.append(([name], .name)) }
    let organizations = roles.columns(.organization, .hostAgency)
    if slots.isEmpty || slots.allSatisfy({ $0.role == .host }) {
      for profile in organizations {
        let role = roles.roles[profile.index] ?? .organization
        // The department of the host is no participant of its own.
        if role == .hostAgency, slots.contains(where: { $0.role == .host }) { continue }
        slots.append(([profile.index], role))
      }
    }
    slots.sort { $0.columns[0] < $1.columns[0] }
  }

  mutating func makeParticipants() {
    let host = hostByCount()
    for (columns, role) in slots {
      let index = columns[columns.count - 1]
      let profile = profiles[index]
      var participant = ProposalPlan.Participant(
        columns: columns,
        name: columns.count == 1
          ? column(index)
          : YAMLText.quoted(columns.map { "{\(name($0))}" }.joined(separator: " ")),
        reason: ""
      )
      participant.type = Self.type(profile, role)
      var reason = [ground(index, participant.type == "Person" ? "names of people" : "names")]
      switch role {
      case .host, .hostAgency: participant.role = "host"
      case .caller: participant.role = "caller"
      case .called: participant.role = "called"
      default: break
      }
      if participant.role == nil, index == host {
        participant.role = "host"
        reason.append("\(profile.distinctCount) names in all: the side whose register it is")
      }
      if columns.count == 1 {
        shape(&participant, profile, &reason)
      } else {
        reason.append("first and last name")
      }
      participant.reason = reason.joined(separator: "; ")
      for column in columns {
        let side = participant.role.map { ", \($0)" } ?? ""
        plan.use(column, as: "participant (\(participant.type)\(side))", participant.reason)
      }
      plan.participants.append(participant)
    }
    addTies()
    makeEntityTypes()
  }

  /// Names of people where the head does not say so are on the side of the host if they are few.
  private func hostByCount() -> Int? {
    guard !slots.contains(where: { [.host, .hostAgency, .caller].contains($0.role) }),
      slots.count > 1
    else { return nil }
    let counted = slots.filter { $0.columns.count == 1 && $0.role == .name }
      .map { profiles[$0.columns[0]] }
      .filter { $0.fill > 0.95 && $0.distinctCount * 5 <= $0.filledCount }
      .sorted { $0.distinctCount < $1.distinctCount }
    guard let first = counted.first else { return nil }
    let others = slots.map { profiles[$0.columns[$0.columns.count - 1]] }
      .filter { $0.index != first.index }
    return others.allSatisfy { $0.distinctCount >= first.distinctCount * 3 } ? first.index : nil
  }

  /// Values win over heads where they are clear; names of firms often look like people.
  private static func type(_ profile: ColumnProfile, _ role: HeaderRole) -> String {
    if role == .organization || role == .hostAgency { return "Agency" }
    if profile.share(.country) > 0.6 { return "Country" }
    let (persons, organizations) = (profile.share(.person), profile.share(.organization))
    return organizations > 0.35 && organizations > persons ? "Agency" : "Person"
  }

  /// Says how names are taken out of the cells.
  private mutating func shape(
    _ participant: inout ProposalPlan.Participant,
    _ profile: ColumnProfile,
    _ reason: inout [String]
  ) {
    let separators = profile.separators
    if !separators.marks.isEmpty {
      participant.split = separators.marks
      reason.append("several names in \(Self.counted(separators.severalCount, "cell"))")
    }
    if let brackets = separators.brackets {
      // An acronym in brackets is part of the name of an agency.
      let isAcronym = participant.type == "Agency" && brackets != .country
      participant.brackets = isAcronym ? nil : brackets
      if !isAcronym { reason.append("brackets hold \(Self.meaning(brackets))") }
    }
    if separators.isLastFirst, participant.type == "Person" {
      guard separators.marks.isEmpty else {
        reason.append("names are \"Last, First\", and stay so")
        return
      }
      let (first, last) = ("first of \(profile.name)", "last of \(profile.name)")
      plan.cells.append((first, Self.match(column(profile.index), ",\\s*(.+)$")))
      plan.cells.append((last, Self.match(column(profile.index), "^([^,]+)")))
      participant.name = YAMLText.quoted("{\(first)} {\(last)}")
      reason.append("\"Last, First\" is turned round")
    }
    if profile.share(.phone, .number) > 0.5 {
      participant.more.append(("unnamed", "true"))
      reason.append("numbers, not names")
    }
    addMixture(participant.type, profile, &reason)
  }

  /// Says what else the names look like; a column has one type, so that people must decide.
  private func addMixture(_ type: String, _ profile: ColumnProfile, _ reason: inout [String]) {
    let looks: [(type: String, words: String, share: Double)] = [
      ("Person", "people", profile.share(.person)),
      ("Agency", "organizations", profile.share(.organization)),
      ("Country", "countries", profile.share(.country)),
    ]
    // Names of firms that say so in no word look like people.
    for look in looks where look.type != type && look.share >= 0.15 {
      if type == "Agency", look.type == "Person", isNamed(profile.index) { continue }
      reason.append("\(Self.percent(look.share)) look like \(look.words): put them right by hand")
    }
  }

  static func match(_ text: String, _ pattern: String) -> String {
    "{text: \(text), match: \(YAMLText.quoted(pattern))}"
  }

  private static func meaning(_ brackets: BracketMeaning) -> String {
    switch brackets {
    case .country: "countries"
    case .agency: "organizations"
    default: "something that goes into the note"
    }
  }

  /// A column of words such as "Person" and "Company" says what the names beside it are.
  mutating func makeEntityTypes() {
    for profile in profiles
    where plan.columns[profile.index].use == nil && 1...12 ~= profile.distinctCount {
      let known = profile.values.filter { ProposalWords.entityType($0.text) != nil }
      guard known.reduce(0, { $0 + $1.count }) * 10 >= profile.filledCount * 9 else { continue }
      let head = HeaderRole.words(in: profile.name)
      let named = plan.participants.indices.first { index in
        let words = plan.participants[index].columns.flatMap { HeaderRole.words(in: name($0)) }
        return head.starts(with: words)
      }
      guard let slot = named ?? participant(near: profile.index, isHost: nil),
        plan.participants[slot].typeRule == nil
      else { continue }
      let words = known.compactMap { value in
        ProposalWords.entityType(value.text).map {
          "\(YAMLText.quoted(value.text)): \($0.rawValue)"
        }
      }
      plan.participants[slot].typeRule =
        "{text: \(column(profile.index)), words: {\(words.joined(separator: ", "))}, "
        + "otherwise: \(plan.participants[slot].type)}"
      plan.use(profile.index, as: "type of \(who(slot))", "words for types of names")
    }
  }
}
