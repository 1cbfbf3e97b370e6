/// Counts who says something independently: forty reprints of one ambassador are one origin.
public struct OriginResolver: Sendable {
  private let index: CaseIndex

  /// Makes a resolver over the records of a case.
  public init(_ index: CaseIndex) { self.index = index }

  /// Returns the innermost claimants among `claims`, which must be about one fact, in natural
  /// order: a claim that only carried another one of them to us adds no origin, and claims that carry
  /// one another in a circle count as one at most.
  ///
  /// Complexity: linear in the claims and the length of their `via` chains; cycles end the walk.
  public func origins(of claims: [Claim]) -> [EntityID] {
    guard claims.contains(where: { $0.via != nil }) else { return claimants(of: claims) }
    let relays = Set(claims.flatMap { chain(outwards: $0) })
    let innermost = claims.filter { !relays.contains($0.id) }
    // A circle has no inner end, but somebody stands behind it.
    guard !innermost.isEmpty else { return claims.prefix(1).map(\.claimant) }
    return claimants(of: innermost)
  }

  private func claimants(of claims: [Claim]) -> [EntityID] {
    guard let first = claims.first?.claimant else { return [] }
    return claims.allSatisfy { $0.claimant == first }
      ? [first] : Set(claims.map(\.claimant)).sorted()
  }

  /// Returns the claims through which `claim` reached us, from the nearest outwards.
  public func chain(outwards claim: Claim) -> [ClaimID] {
    var seen: Set<ClaimID> = [claim.id]
    var chain: [ClaimID] = []
    var link = claim.via
    while let id = link, seen.insert(id).inserted {
      chain.append(id)
      link = index.claims[id]?.via
    }
    return chain
  }
}
