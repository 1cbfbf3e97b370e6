import CaseModel

/// Says into what a contact map folds people.
public enum Fold: Hashable, Sendable {
  /// The agencies for which they had a post, or to which they belonged, at the time of each event.
  case agency
  /// Their countries, or agencies without a country, at the time of each event.
  case country
  /// Communities: the number of each by id of the participant.
  case community([String: Int])

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .agency: "agency"
    case .country: "country"
    case .community: "community"
    }
  }
}

/// Names a group of a contact map.
enum GroupKey: Hashable {
  /// An agency, a country, or whoever stands for themself.
  case entity(EntityID)
  case community(Int)
  /// Those of a country, if that is known, of whom no agency is known.
  case unaffiliated(EntityID?)

  /// The name of the node.
  var nodeID: String {
    switch self {
    case .entity(let id): "g-\(id)"
    case .community(let number): "k-\(number)"
    case .unaffiliated(let country?): "u-\(country)"
    case .unaffiliated(nil): "u"
    }
  }
}

extension Fold {
  /// Returns the groups in which somebody takes part in an event.
  func groups(of part: Participation, _ view: CaseView) -> Set<GroupKey> {
    if case .community(let members) = self {
      return [members[part.figureID].map { .community($0) } ?? .unaffiliated(nil)]
    }
    switch part.participant {
    case .unknown(_, let side?): return [group(of: side, view)]
    case .unknown(_, nil): return [.unaffiliated(nil)]
    case .entity(let id): return groups(of: id, at: view.bounds(of: part.event), view)
    }
  }

  /// An empty slot says which side somebody is missing from.
  private func group(of side: EntityID, _ view: CaseView) -> GroupKey {
    self == .agency && view.index.entities[side]?.type == .country
      ? .unaffiliated(side) : .entity(side)
  }

  private func groups(of id: EntityID, at bounds: DateBounds, _ view: CaseView)
    -> Set<GroupKey>
  {
    let type = view.index.entities[id]?.type
    guard self == .agency else {
      let sides = view.sides.sides(of: id, at: bounds)
      return sides.isEmpty ? [.unaffiliated(nil)] : Set(sides.map { .entity($0) })
    }
    if type == .agency || type == .country { return [.entity(id)] }
    let agencies = view.sides.memberships(of: id, at: bounds)
      .filter { view.index.entities[$0]?.type == .agency }
    guard agencies.isEmpty else { return Set(agencies.map { .entity($0) }) }
    let countries = view.sides.sides(of: id, at: bounds)
    return countries.isEmpty ? [.unaffiliated(nil)] : Set(countries.map { .unaffiliated($0) })
  }
}
