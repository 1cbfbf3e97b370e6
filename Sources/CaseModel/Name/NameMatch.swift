/// Tells which text of an owner answers a query, and why.
public struct NameMatch<ID: Hashable & Sendable & Comparable>: Hashable, Sendable {
  /// The owner.
  public let id: ID
  /// The owner's text that fits best.
  public let matchedText: String
  /// What that text is to its owner.
  public let kind: NameTextKind
  /// The strongest rule that holds.
  public let rule: NameRule
}

/// Holds every owner that answers a query.
public struct NameSearch<ID: Hashable & Sendable & Comparable>: Hashable, Sendable {
  /// One match per owner, by rule, then id.
  public let matches: [NameMatch<ID>]
  /// Whether matches beyond the limit were left out.
  public let isTruncated: Bool
}

/// Says whom a name means.
public enum Resolution<ID: Hashable & Sendable & Comparable>: Hashable, Sendable {
  /// Exactly one owner answers at the strongest tier.
  case one(NameMatch<ID>)
  /// Several owners answer at the strongest tier; sorted by id.
  case ambiguous([NameMatch<ID>])
  /// Nobody answers; the candidates are texts that come near, best first.
  case none(candidates: [String])
}
