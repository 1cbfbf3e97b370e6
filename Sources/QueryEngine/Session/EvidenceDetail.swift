/// Says how much rows shall tell of what they rest on.
public enum EvidenceDetail: Int, Comparable, Sendable {
  /// Nothing.
  case none
  /// All facts in one list.
  case facts
  /// The facts of each derivation of the row in a list of their own: why-provenance.
  ///
  /// Where DISTINCT, UNION or grouping makes one row of several, each of these is a derivation. Two
  /// derivations that rest on the same facts are one witness.
  case witnesses

  /// Orders by how much is told.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
