/// Decides which claims count where retractions and `via` chains hang on one another.
///
/// A claim counts if it is heard itself, the claim through which it reached us counts, and no
/// retraction of it counts. So a retraction that was itself taken back takes nothing back, and
/// neither does one that reached us only through a claim that does not count.
///
/// Every claim is decided after those it hangs on (Kahn, 1962), O(n) in claims and their links.
/// Where they hang on one another in a circle, the first in natural order is decided by what is
/// known so far.
struct Exclusions {
  private let index: CaseIndex
  private(set) var excluded: [ClaimID: KnownClaims.Exclusion]
  private var retractions: [ClaimID: [ClaimID]] = [:]
  /// The claims that hang on each claim.
  private var dependents: [ClaimID: [ClaimID]] = [:]
  /// How many undecided claims each claim hangs on.
  private var undecided: [ClaimID: Int] = [:]
  private var decided: Set<ClaimID> = []

  /// Starts from the claims that are not heard in the first place.
  init(_ index: CaseIndex, unheard: [ClaimID: KnownClaims.Exclusion]) {
    self.index = index
    excluded = unheard
    for claim in index.content.claims {
      if let via = claim.via, index.claims[via] != nil { link(claim.id, to: via) }
      guard claim.stance == .retracts else { continue }
      for target in retracted(by: claim) where target.id != claim.id {
        retractions[target.id, default: []].append(claim.id)
        link(target.id, to: claim.id)
      }
    }
    decideAll()
  }

  private mutating func link(_ claim: ClaimID, to other: ClaimID) {
    dependents[other, default: []].append(claim)
    undecided[claim, default: 0] += 1
  }

  private mutating func decideAll() {
    let claims = index.content.claims.map(\.id)
    for claim in claims where undecided[claim, default: 0] == 0 { settle(claim) }
    for claim in claims { settle(claim) }
  }

  /// Decides a claim and all those that hang on nothing undecided any more.
  private mutating func settle(_ first: ClaimID) {
    var pending = [first]
    while let claim = pending.popLast() {
      guard decided.insert(claim).inserted else { continue }
      decide(claim)
      for dependent in dependents[claim] ?? [] {
        undecided[dependent, default: 0] -= 1
        if undecided[dependent] == 0 { pending.append(dependent) }
      }
    }
  }

  private mutating func decide(_ claim: ClaimID) {
    guard excluded[claim] == nil else { return }
    let retraction = (retractions[claim] ?? []).first {
      decided.contains($0) && excluded[$0] == nil
    }
    if let retraction {
      excluded[claim] = .retracted(by: retraction)
    } else if let via = index.claims[claim]?.via, let reason = excluded[via] {
      // Names the claim that is the reason, however long the chain to it.
      excluded[claim] =
        if case .viaExcluded(let root) = reason { .viaExcluded(root) } else { .viaExcluded(via) }
    }
  }

  /// A retraction of a claim takes back that claim, if it is made by its claimant or by somebody
  /// through whom it reached us; one of a fact takes back what the same claimant said about it,
  /// unless said certainly later.
  private func retracted(by retraction: Claim) -> [Claim] {
    if case .claim(let id) = retraction.target {
      guard let claim = index.claims[id] else { return [] }
      let chain = OriginResolver(index).chain(outwards: claim).compactMap { index.claims[$0] }
      let mayRetract = ([claim] + chain).contains { $0.claimant == retraction.claimant }
      return mayRetract ? [claim] : []
    }
    return index.claims(about: retraction.target).filter { claim in
      guard claim.claimant == retraction.claimant, claim.stance != .retracts else { return false }
      guard let said = claim.saidOn, let takenBack = retraction.saidOn else { return true }
      return said.isAfter(takenBack) != .certainly
    }
  }
}
