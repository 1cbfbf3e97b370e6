public import CaseModel

/// Answers whether two entities met: evidence for, against and silent, by side.
public struct MetAnswer: Sendable {
  /// Holds what is said of one event in which both may have been.
  public struct Encounter: Sendable {
    /// The event.
    public let event: Event
    /// The part of the first and of the second.
    public let parts: (first: Participation, second: Participation)
    /// What the encounter rests on.
    public let evidence: Evidence
  }

  /// The first entity asked about.
  public let first: EntityID
  /// The second entity asked about.
  public let second: EntityID
  /// Strongest first.
  public let encounters: [Encounter]
  /// What is not known about the encounters.
  public let unknowns: Unknowns

  /// Answers for the two through `view`; people count for their agencies and countries.
  public init(_ first: EntityID, _ second: EntityID, view: CaseView) {
    self.first = first
    self.second = second
    let firstMembers = Membership(of: first, view: view)
    let secondMembers = Membership(of: second, view: view)
    var encounters: [Encounter] = []
    for event in view.events where event.type.bringsTogether {
      let present = view.participations(in: event.id)
      for one in present where firstMembers.contains(one) {
        for two in present where two.id != one.id && secondMembers.contains(two) {
          encounters.append(
            Encounter(
              event: event,
              parts: (one, two),
              evidence: view.evidence(for: [FactID(event.id), one.id, two.id])
            )
          )
        }
      }
    }
    self.encounters = encounters.sorted {
      ($0.evidence.status?.rank ?? .max, $0.event.id)
        < ($1.evidence.status?.rank ?? .max, $1.event.id)
    }
    unknowns = Unknowns(
      facts: self.encounters.flatMap { [$0.parts.first.id, $0.parts.second.id] },
      events: Set(encounters.map(\.event.id)).sorted(),
      entity: nil,
      view: view
    )
  }
}

extension CaseView {
  /// Returns the claims about `fact` that count, sorted by what they do for it.
  public func testimony(on fact: FactID) -> (for: [Claim], against: [Claim], declined: [Claim]) {
    let claims = (assessment(fact)?.claims ?? []).compactMap { index.claims[$0] }
    return (
      claims.filter { $0.stance.affirms }, claims.filter { $0.stance == .denies },
      claims.filter { $0.stance == .declines }
    )
  }
}
