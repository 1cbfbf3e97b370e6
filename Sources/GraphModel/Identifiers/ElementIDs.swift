/// Identifies a node for the life of a case file; never reused after deletion.
public struct NodeID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The store's row number, from 1.
  public let rawValue: Int64

  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Orders by row number.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Prints as `n12`.
  public var description: String { "n\(rawValue)" }
}

/// Identifies a relationship for the life of a case file; never reused after deletion.
public struct RelationshipID: RawRepresentable, Hashable, Comparable, Sendable,
  CustomStringConvertible
{
  /// The store's row number, from 1.
  public let rawValue: Int64

  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Orders by row number.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Prints as `r12`.
  public var description: String { "r\(rawValue)" }
}
