/// Says what became, or would become, of one element that was put into the store.
public enum PutOutcome: Hashable, Sendable {
  /// No element had the key.
  case added
  /// The element with the key was different.
  case changed
  /// The element was in the store as it is.
  case same
}

/// Counts what became of the elements of a merged graph.
public struct MergeCounts: Hashable, Sendable {
  /// Elements whose key was new.
  public private(set) var added = 0
  /// Elements that were different before.
  public private(set) var changed = 0
  /// Elements that were in the store as they are.
  public private(set) var same = 0

  /// Makes counts of zero.
  public init() {}

  mutating func count(_ outcome: PutOutcome) {
    switch outcome {
    case .added: added += 1
    case .changed: changed += 1
    case .same: same += 1
    }
  }
}
