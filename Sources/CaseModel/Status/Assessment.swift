/// Holds what is known about one fact through the claims that count.
public struct Assessment: Hashable, Sendable {
  /// The fact.
  public let fact: FactID
  /// How strongly it is supported; `nil` when nobody says anything.
  public let status: Status?
  /// What each side of the fact says, in natural order of sides.
  public let sides: [SideStance]
  /// The claims that count, in natural order; for an event also those that affirm one of its
  /// participations or attributes, since they imply that it took place.
  public let claims: [ClaimID]
  /// The independent claimants who assert it, in natural order.
  public let origins: [EntityID]
  /// The claimants who say both that it is so and that it is not or cannot be said.
  public let contradictory: [EntityID]
  /// When the first assertion became known; `nil` when there is none or its date is not known.
  public let knownSince: UncertainDate?

  /// Returns the sides that confirm on the record.
  public var confirmingSides: [EntityID] { sides.filter(\.confirms).map(\.side) }
}

/// Holds what one side says about a fact.
public struct SideStance: Hashable, Sendable {
  /// The country, agency or, where there is neither, the participant.
  public let side: EntityID
  /// What it says.
  public let word: SideWord
  /// Whether somebody of this side confirms on the record.
  public let confirms: Bool
  /// The claims by which it says so, in natural order.
  public let claims: [ClaimID]
}
