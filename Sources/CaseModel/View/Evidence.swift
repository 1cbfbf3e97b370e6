/// Holds what one row of an answer rests on.
public struct Evidence: Hashable, Sendable {
  /// The facts, in the order in which the row uses them.
  public let facts: [FactID]
  /// All claims that count about any of them, in natural order.
  public let claims: [ClaimID]
  /// Everybody who made one of these claims, in natural order.
  public let claimants: [EntityID]
  /// The fact that carries least; the first of equals.
  public let weakest: FactID?
  /// The status of the weakest fact; `nil` when nobody says anything about it.
  public let status: Status?
  /// The independent origins of the weakest fact: the row rests on no more than these.
  public let origins: [EntityID]
}

extension CaseView {
  /// Gathers what a row that uses `facts` rests on.
  ///
  /// Complexity: linear in the claims about these facts.
  public func evidence(for facts: [FactID]) -> Evidence {
    Evidence(facts, facts.compactMap(assessment)) { index.claims[$0]?.claimant }
  }
}

extension Evidence {
  /// Gathers what a row that uses `facts` rests on from what is known about each of them.
  public init(
    _ facts: [FactID],
    _ assessments: [Assessment],
    claimant: (ClaimID) -> EntityID?
  ) {
    let weakest = assessments.max { left, right in
      (left.status?.rank ?? .max, -left.origins.count)
        < (right.status?.rank ?? .max, -right.origins.count)
    }
    let claims = Set(assessments.flatMap(\.claims)).sorted()
    self.facts = facts
    self.claims = claims
    claimants = Set(claims.compactMap(claimant)).sorted()
    self.weakest = weakest?.fact
    status = weakest?.status
    origins = weakest?.origins ?? []
  }
}
