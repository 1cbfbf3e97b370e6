import GraphModel

/// Picks the claims that count: known at a date, from the sources wanted, and not retracted.
public struct KnownClaims: Sendable {
  /// Says why a claim does not count.
  public enum Exclusion: Hashable, Sendable {
    /// It became known later than the date asked for.
    case notYetKnown
    /// It may have been known at the date asked for, but that is not certain.
    case perhapsNotYetKnown
    /// Its source was left out.
    case sourceLeftOut
    /// It was taken back by another claim.
    case retracted(by: ClaimID)
    /// It reached us only through a claim that does not count.
    case viaExcluded(ClaimID)
  }

  /// The claims that count, by what they are about, each list in natural order.
  public let byTarget: [ClaimTarget: [Claim]]
  /// The claims that do not count.
  public let excluded: [ClaimID: Exclusion]
  private let index: CaseIndex

  /// Sorts the claims of a case; O(n) in their number and the length of their `via` chains.
  public init(_ index: CaseIndex, filter: ReadFilter) {
    self.index = index
    var excluded: [ClaimID: Exclusion] = [:]
    for claim in index.content.claims {
      excluded[claim.id] = Self.exclusion(of: claim, index: index, filter: filter)
    }
    for retraction in index.content.claims
    where retraction.stance == .retracts && excluded[retraction.id] == nil {
      for claim in Self.retracted(by: retraction, index: index) where excluded[claim.id] == nil {
        excluded[claim.id] = .retracted(by: retraction.id)
      }
    }
    for claim in index.content.claims where excluded[claim.id] == nil {
      guard let link = Self.brokenLink(of: claim, index: index, excluded: excluded) else {
        continue
      }
      excluded[claim.id] = .viaExcluded(link)
    }
    self.excluded = excluded
    byTarget = Dictionary(
      grouping: index.content.claims.filter {
        excluded[$0.id] == nil && $0.stance != .retracts
      },
      by: \.target
    )
  }

  /// Returns the claims about `target` that count.
  public func about(_ target: ClaimTarget) -> [Claim] { byTarget[target] ?? [] }

  /// Returns when the claim became known: when its source was published, else when it was said.
  public static func knownSince(_ claim: Claim, index: CaseIndex) -> UncertainDate? {
    claim.source.flatMap { index.sources[$0]?.published } ?? claim.saidOn
  }

  private static func exclusion(of claim: Claim, index: CaseIndex, filter: ReadFilter)
    -> Exclusion?
  {
    if let source = claim.source, filter.without.contains(source) { return .sourceLeftOut }
    if !filter.only.isEmpty, claim.source.map(filter.only.contains) != true {
      return .sourceLeftOut
    }
    guard let day = filter.asKnown else { return nil }
    let bounds = knownSince(claim, index: index)?.bounds ?? .unbounded
    if let latest = bounds.latest, latest <= day { return nil }
    if let earliest = bounds.earliest, earliest > day { return .notYetKnown }
    return .perhapsNotYetKnown
  }

  /// A retraction of a claim takes back that claim; one of a fact takes back what the same
  /// claimant said about it, unless said certainly later.
  private static func retracted(by retraction: Claim, index: CaseIndex) -> [Claim] {
    if case .claim(let id) = retraction.target { return index.claims[id].map { [$0] } ?? [] }
    return index.claims(about: retraction.target).filter { claim in
      guard claim.claimant == retraction.claimant, claim.stance != .retracts else { return false }
      guard let said = claim.saidOn, let takenBack = retraction.saidOn else { return true }
      return said.isAfter(takenBack) != .certainly
    }
  }

  private static func brokenLink(
    of claim: Claim,
    index: CaseIndex,
    excluded: [ClaimID: Exclusion]
  ) -> ClaimID? {
    var seen: Set<ClaimID> = [claim.id]
    var link = claim.via
    while let id = link, seen.insert(id).inserted {
      if excluded[id] != nil { return id }
      link = index.claims[id]?.via
    }
    return nil
  }
}
