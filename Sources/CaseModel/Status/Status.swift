/// Says how strongly a fact is supported.
///
/// Derived from claims, never stored.
public enum Status: String, CaseIterable, Hashable, Sendable {
  // In order of strength, strongest first: `allCases` and comparison depend on it.
  case confirmed, corroborated, reported, unconfirmed, disputed, denied, open

  /// Returns 0 for the strongest status.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// Tells whether this status is as strong as `other` or stronger.
  public func isAtLeast(_ other: Status) -> Bool { rank <= other.rank }

  /// Returns the weaker of two; a missing status (nobody says anything) is the weakest.
  public static func weaker(_ left: Status?, _ right: Status?) -> Status? {
    guard let left, let right else { return nil }
    return left.rank >= right.rank ? left : right
  }
}
