/// Names a stretch of the query's text, in UTF-8 bytes from its start.
///
/// Where something stands is no part of what it is: all ranges are equal, so that two trees are
/// equal when they say the same.
public struct SourceRange: Hashable, Sendable {
  /// The first byte.
  public var lowerBound: Int32
  /// The byte after the last one.
  public var upperBound: Int32

  /// Makes a range.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = Int32(clamping: lowerBound)
    self.upperBound = Int32(clamping: upperBound)
  }

  /// Returns true.
  public static func == (left: Self, right: Self) -> Bool { true }

  /// Hashes nothing.
  public func hash(into hasher: inout Hasher) {}

  /// Returns the range from the start of this one to the end of the other.
  public func through(_ other: SourceRange) -> SourceRange {
    var range = self
    range.upperBound = other.upperBound
    return range
  }
}

/// Holds a name as it is meant (without backquotes), and where it stands.
public struct Identifier: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Where it stands.
  public var range: SourceRange

  /// Makes a name.
  public init(_ name: String, at range: SourceRange = SourceRange(0, 0)) {
    self.name = name
    self.range = range
  }
}
