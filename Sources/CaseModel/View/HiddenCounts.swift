/// Counts the facts that a filter hides, by reason, so that nothing is dropped silently.
public struct HiddenCounts: Hashable, Sendable {
  /// Says why a fact is hidden.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Nothing about it was certainly known on the day asked for.
    case notYetKnown
    /// Only sources that were left out speak of it.
    case sourceLeftOut
    /// All claims about it were retracted.
    case retracted
    /// It is weaker than the status asked for.
    case belowMinimum
    /// It was certainly not within the days asked for.
    case outsideTime

    /// Returns the reason in words that follow a number.
    public var words: String {
      switch self {
      case .notYetKnown: "not certainly known by that day"
      case .sourceLeftOut: "rest on sources left out"
      case .retracted: "retracted"
      case .belowMinimum: "below the status asked for"
      case .outsideTime: "outside the days asked for"
      }
    }
  }

  private var counts: [Reason: Int] = [:]

  /// Makes an empty count.
  public init() {}

  /// Returns the number of facts hidden for `reason`.
  public subscript(reason: Reason) -> Int { counts[reason] ?? 0 }

  /// Returns the number of hidden facts.
  public var total: Int { counts.values.reduce(0, +) }

  /// Counts one more.
  public mutating func add(_ reason: Reason) { counts[reason, default: 0] += 1 }

  /// Counts one less.
  mutating func remove(_ reason: Reason) {
    counts[reason] = self[reason] > 1 ? self[reason] - 1 : nil
  }
}
