import CaseModel

/// Names the groups of a contact map and counts who is in them.
struct GroupNames {
  /// A community has no name but those of its members in most events.
  private static let leaderCount = 3

  let view: CaseView

  func name(_ group: ContactMap.Group) -> String {
    switch group.key {
    case .entity(let id): view.index.name(id)
    case .community where group.members.isEmpty: "nobody has said who"
    case .community:
      group.members.prefix(Self.leaderCount).map { view.index.name(EntityID($0)) }
        .joined(separator: ", ")
        + (group.members.count > Self.leaderCount
          ? " and \(group.members.count - Self.leaderCount) more" : "")
    case .unaffiliated(let country?): "\(view.index.name(country)), agency not known"
    case .unaffiliated(nil): "no group known"
    }
  }

  func kind(_ key: GroupKey) -> NodeKind {
    switch key {
    case .entity(let id): view.index.entities[id]?.type == .country ? .country : .agency
    case .community: .person
    case .unaffiliated: .unnamed
    }
  }

  /// Returns how many people and events there are, in lines.
  func counts(_ group: ContactMap.Group) -> [String] {
    let own = EntityID(group.members.first ?? "")
    let isItself = group.members.count == 1 && group.key == .entity(own)
    let people = group.members.count
    let who = [
      people == 0 || isItself ? nil : counted(people, "participant"),
      group.slotCount == 0 ? nil : counted(group.slotCount, "empty slot"),
    ]
    let inner = group.innerCount == 0 ? nil : "\(group.innerCount) among themselves"
    return [who, [counted(group.eventCount, "event"), inner]]
      .map { $0.compactMap(\.self).joined(separator: ", ") }.filter { !$0.isEmpty }
  }
}
