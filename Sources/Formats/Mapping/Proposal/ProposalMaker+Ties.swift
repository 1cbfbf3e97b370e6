/// What belongs to those who took part: organizations, posts, countries, clients.
extension ProposalMaker {
  mutating func addTies() {
    for profile in roles.columns(.hostAgency, .organization) where !isSlot(profile.index) {
      addAgency(profile)
    }
    for profile in roles.columns(.client) {
      guard let slot = participant(near: profile.index, isHost: false) else { continue }
      tie("onBehalfOf", profile, slot, "came for")
      // Those who take part where nobody else is named came for the same.
      for other in plan.participants.indices where plan.participants[other].when != nil {
        plan.participants[other].more.append(("onBehalfOf", column(profile.index)))
      }
    }
    for profile in roles.columns(.position) {
      guard let slot = participant(near: profile.index, isHost: nil, type: "Person"),
        plan.participants[slot].split.isEmpty
      else { continue }
      addPost(profile, slot)
    }
    for profile in roles.columns(.role) {
      guard let slot = participant(near: profile.index, isHost: nil),
        plan.participants[slot].split.isEmpty, plan.participants[slot].role == nil
      else { continue }
      plan.participants[slot].role = column(profile.index)
      plan.use(profile.index, as: "role of \(who(slot))", ground(profile.index, "roles"))
    }
    for profile in roles.columns(.nationality) {
      guard let slot = participant(near: profile.index, isHost: nil) else { continue }
      let isPerson = plan.participants[slot].type == "Person"
      tie(isPerson ? "citizenOf" : "partOf", profile, slot, "country of")
    }
  }

  private func isSlot(_ column: Int) -> Bool { slots.contains { $0.columns.contains(column) } }

  func who(_ slot: Int) -> String {
    plan.participants[slot].columns.map(name).joined(separator: " ")
  }

  /// Returns the number of the participant that a column stands nearest to.
  func participant(near column: Int, isHost: Bool?, type: String? = nil) -> Int? {
    let fitting = plan.participants.indices.filter { index in
      let participant = plan.participants[index]
      return participant.when == nil && (isHost == nil || (participant.role == "host") == isHost)
        && (type == nil || participant.type == type)
    }
    return fitting.min { left, right in
      func distance(_ index: Int) -> (Int, Int) {
        let columns = plan.participants[index].columns
        // What is said of somebody stands behind the name more often than before it.
        let gaps = columns.map { $0 < column ? (column - $0) * 2 : ($0 - column) * 2 + 1 }
        return (gaps.min() ?? .max, index)
      }
      return distance(left) < distance(right)
    }
  }

  /// An organization is that of the people beside it, and takes part itself where nobody is named.
  private mutating func addAgency(_ profile: ColumnProfile) {
    guard isNamed(profile.index) else { return }
    let isHost = roles.roles[profile.index] == .hostAgency
    let slot =
      participant(near: profile.index, isHost: isHost, type: "Person")
      ?? participant(near: profile.index, isHost: nil, type: "Person")
    let hasSeveral = !profile.separators.marks.isEmpty
    if let slot, !hasSeveral {
      tie("memberOf", profile, slot, "organization of")
      let people = plan.participants[slot].columns
      let orphans = sample.cells[profile.index].indices.count { row in
        !sample.cells[profile.index][row].isEmpty
          && people.allSatisfy { sample.cells[$0][row].isEmpty }
      }
      guard orphans > 0, people.count == 1, !isHost else { return }
      var participant = ProposalPlan.Participant(
        columns: [profile.index],
        name: column(profile.index),
        reason: "\(Self.counted(orphans, "row")) with an organization and no person"
      )
      participant.type = "Agency"
      participant.when = "{\(YAMLText.quoted(name(people[0]))): {empty: true}}"
      return plan.participants.append(participant)
    }
    var participant = ProposalPlan.Participant(
      columns: [profile.index],
      name: column(profile.index),
      reason: "\(ground(profile.index, "organizations")); several in a cell"
    )
    participant.type = "Agency"
    participant.split = profile.separators.marks
    plan.use(profile.index, as: "participant (Agency)", participant.reason)
    plan.participants.append(participant)
  }

  private mutating func tie(_ key: String, _ profile: ColumnProfile, _ slot: Int, _ word: String) {
    guard !plan.participants[slot].more.contains(where: { $0.key == key }) else { return }
    let marks = profile.separators.marks
    let value =
      marks.isEmpty
      ? column(profile.index)
      : "{name: \(column(profile.index)), split: \(YAMLText.list(marks))}"
    plan.participants[slot].more.append((key, value))
    plan.use(profile.index, as: "\(word) \(who(slot))", ground(profile.index, "names"))
  }

  private mutating func addPost(_ profile: ColumnProfile, _ slot: Int) {
    guard !plan.participants[slot].more.contains(where: { $0.key == "post" }) else { return }
    let agency = plan.participants[slot].more.first { $0.key == "memberOf" }
    let place = agency.map { ", at: \($0.value)" } ?? ""
    plan.participants[slot].more.append(
      ("post", "{title: \(column(profile.index))\(place)}")
    )
    plan.use(profile.index, as: "post of \(who(slot))", ground(profile.index, "posts"))
  }
}
