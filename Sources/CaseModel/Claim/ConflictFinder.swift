/// Holds claims that cannot all stand.
public struct Conflict: Hashable, Sendable {
  /// Lists the kinds.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// One claimant says both that it is so and that it is not or cannot be said.
    case claimantContradictsItself
    /// One claimant says that it is so, another that it is not.
    case claimantsDisagree
    /// Two dates of one event cannot both be true, or two places that nobody names together.
    case valuesExclude
  }

  /// Which kind.
  public let kind: Kind
  /// The facts concerned: one, or two whose values exclude each other.
  public let facts: [FactID]
  /// The claims for it, in natural order.
  public let affirming: [ClaimID]
  /// The claims against it, in natural order.
  public let opposing: [ClaimID]
}

extension CaseView {
  /// Returns the conflicts among the claims that count, in the order of facts.
  ///
  /// Complexity: linear in the claims, quadratic in the alternative dates or places of one event.
  public func conflicts() -> [Conflict] {
    // Of what nobody denies or declines nothing is to be compared, and that is nearly everything.
    let opposed = Set(
      index.content.claims.lazy.filter { $0.stance == .denies || $0.stance == .declines }
        .map(\.target)
    )
    let facts = index.facts.records.filter { opposed.contains(.fact($0.id)) && shows($0.id) }
    return facts.flatMap { conflicts(about: $0.id) }
      + index.content.events.flatMap(exclusiveValues)
  }

  private func conflicts(about fact: FactID) -> [Conflict] {
    // Of an event, whoever affirms a part of it affirms that it took place.
    let claims = assessment(fact)?.claims.compactMap { index.claims[$0] } ?? []
    let affirming = claims.filter { $0.stance.affirms }
    guard !affirming.isEmpty else { return [] }
    var conflicts: [Conflict] = []
    for (claimant, own) in Dictionary(grouping: claims, by: \.claimant)
      .sorted(by: { $0.key < $1.key })
    {
      let yes = own.filter { $0.stance.affirms }
      let no = own.filter { $0.stance == .denies || $0.stance == .declines }
      if !yes.isEmpty, !no.isEmpty {
        conflicts.append(conflict(.claimantContradictsItself, [fact], yes, no))
      }
      let others = affirming.filter { $0.claimant != claimant }
      let denials = own.filter { $0.stance == .denies }
      if !denials.isEmpty, !others.isEmpty {
        conflicts.append(conflict(.claimantsDisagree, [fact], others, denials))
      }
    }
    return conflicts
  }

  private func exclusiveValues(of event: Event) -> [Conflict] {
    let attributes = attributes(of: event.id)
    guard attributes.count > 1 else { return [] }
    let claimed = attributes.filter { !affirming($0).isEmpty }
    var conflicts: [Conflict] = []
    for (position, left) in claimed.enumerated() {
      for right in claimed.dropFirst(position + 1)
      where exclude(left.value, right.value) {
        let (one, other) = (affirming(left), affirming(right))
        if case .place = left.value, areSaidTogether(one, other) { continue }
        conflicts.append(conflict(.valuesExclude, [left.id, right.id], one, other))
      }
    }
    return conflicts
  }

  private func affirming(_ attribute: Attribute) -> [Claim] {
    known.about(.fact(attribute.id)).filter { $0.stance.affirms }
  }

  /// Whether one claimant says both at one place of a source, as of a journey to two towns.
  private func areSaidTogether(_ left: [Claim], _ right: [Claim]) -> Bool {
    left.contains { one in
      one.locator != nil
        && right.contains { other in
          other.claimant == one.claimant && other.source == one.source
            && other.locator == one.locator
        }
    }
  }

  /// Two dates exclude each other when they certainly differ; two places when neither lies in the
  /// other.
  private func exclude(_ left: Attribute.Value, _ right: Attribute.Value) -> Bool {
    switch (left, right) {
    case (.date(let first), .date(let second)): first.overlaps(second) == .never
    case (.place(let first), .place(let second)):
      first != second && !contains(first, second) && !contains(second, first)
    default: false
    }
  }

  private func contains(_ outer: EntityID, _ inner: EntityID) -> Bool {
    var seen: Set<EntityID> = [inner]
    var pending = [inner]
    while let place = pending.popLast() {
      if place == outer { return true }
      pending += index.relations(from: place)
        .filter { $0.kind == .locatedIn || $0.kind == .partOf }
        .map(\.object).filter { seen.insert($0).inserted }
    }
    return false
  }

  private func conflict(
    _ kind: Conflict.Kind,
    _ facts: [FactID],
    _ affirming: [Claim],
    _ opposing: [Claim]
  ) -> Conflict {
    Conflict(
      kind: kind,
      facts: facts,
      affirming: affirming.map(\.id),
      opposing: opposing.map(\.id)
    )
  }
}
