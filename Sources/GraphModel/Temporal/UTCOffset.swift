/// Holds the distance of a local clock from UTC, up to 18 hours either way.
public struct UTCOffset: Hashable, Sendable {
  /// No distance.
  public static let utc = UTCOffset(valid: 0)

  private let storage: Int32

  /// Makes an offset, or nothing above 18 hours.
  public init?(seconds: Int) {
    guard (-64_800...64_800).contains(seconds) else { return nil }
    self.init(valid: Int32(seconds))
  }

  private init(valid: Int32) { storage = valid }

  /// The seconds that the clock is ahead of UTC.
  public var seconds: Int { Int(storage) }
}

extension UTCOffset: Comparable {
  /// Orders by distance, west first.
  public static func < (left: Self, right: Self) -> Bool { left.storage < right.storage }
}

extension UTCOffset: CustomStringConvertible {
  /// `Z` or `+HH:MM`, with `:SS` where there are seconds.
  public var description: String {
    guard storage != 0 else { return "Z" }
    let distance = abs(seconds)
    let text =
      (seconds < 0 ? "-" : "+") + TemporalText.pair(distance / 3600) + ":"
      + TemporalText.pair(distance / 60 % 60)
    return distance % 60 == 0 ? text : text + ":" + TemporalText.pair(distance % 60)
  }
}
