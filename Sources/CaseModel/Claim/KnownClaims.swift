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

  /// The claims that do not count.
  public let excluded: [ClaimID: Exclusion]
  private let index: CaseIndex
  /// Whether every claim counts.
  let areAllHeard: Bool
  /// Whether what nobody ever claimed counts too.
  private let hearsUnclaimed: Bool

  /// Sorts the claims of a case; O(n) in their number and that of their links.
  public init(_ index: CaseIndex, filter: ReadFilter) {
    self.index = index
    hearsUnclaimed = filter.asKnown == nil && filter.only.isEmpty
    var unheard: [ClaimID: Exclusion] = [:]
    for claim in index.content.claims {
      guard let reason = Self.exclusion(of: claim, index: index, filter: filter) else { continue }
      unheard[claim.id] = reason
    }
    // Nothing is excluded but what is not heard, what is taken back, and what hangs on these.
    areAllHeard = unheard.isEmpty && !index.content.claims.contains { $0.stance == .retracts }
    excluded = areAllHeard ? [:] : Exclusions(index, unheard: unheard).excluded
  }

  /// Returns the claims about `target` that count, in natural order.
  public func about(_ target: ClaimTarget) -> [Claim] {
    let claims = index.claims(about: target)
    return areAllHeard
      ? claims : claims.filter { excluded[$0.id] == nil && $0.stance != .retracts }
  }

  /// Returns the stretch in which `event` lies by those of its dates that somebody who counts
  /// affirms, or that nobody ever spoke of; open when there is none.
  ///
  /// What became known later, or stands only in a source left out, must not place the event.
  public func bounds(of event: EventID) -> DateBounds {
    let dates = index.attributes(of: event).compactMap { attribute -> DateBounds? in
      guard case .date(let date) = attribute.value, isHeard(attribute.id) else { return nil }
      return date.bounds
    }
    guard let first = dates.first else { return .unbounded }
    return dates.dropFirst().reduce(first) { $0.hull($1) }
  }

  /// Tells whether nobody ever spoke of `fact`, or somebody who counts affirms it.
  func mayCount(_ fact: FactID) -> Bool {
    let target = ClaimTarget.fact(fact)
    return index.isUnclaimed(target) || about(target).contains { $0.stance.affirms }
  }

  private func isHeard(_ fact: FactID) -> Bool {
    let target = ClaimTarget.fact(fact)
    if index.isUnclaimed(target) { return hearsUnclaimed }
    return about(target).contains { $0.stance.affirms }
  }

  /// Returns why a claim does not count; for one that reached us through another, why that does not.
  func reason(_ claim: ClaimID) -> Exclusion? {
    if case .viaExcluded(let root)? = excluded[claim] { return excluded[root] }
    return excluded[claim]
  }

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
}
