// Comparability of CIP2016-06-14: what `<`, `<=`, `>` and `>=` say.

/// Tells what can be said of two values by comparing them.
public enum ValueComparison: Hashable, Sendable {
  /// Comparable.
  case ordered(Ordering)
  /// Numbers of which one is not a number: every comparison is false.
  case unordered
  /// Not comparable, or a null decides: every comparison is null.
  case unknown
}

extension Value {
  /// Compares two values as `<` does.
  public func comparison(with other: Value) -> ValueComparison {
    switch (self, other) {
    case (.integer(let one), .integer(let two)): .ordered(Ordering(one, two))
    case (.float(let one), .float(let two)): Self.numeric(NumberOrder.order(one, two))
    case (.integer(let one), .float(let two)): Self.numeric(NumberOrder.order(one, two))
    case (.float(let one), .integer(let two)): Self.numeric(NumberOrder.order(two, one)?.reversed)
    case (.string(let one), .string(let two)): .ordered(TextOrder.order(one, two))
    case (.boolean(let one), .boolean(let two)): .ordered(Ordering(one ? 1 : 0, two ? 1 : 0))
    case (.list(let one), .list(let two)): Self.compare(one, two)
    case (.date(let one), .date(let two)): .ordered(Ordering(one, two))
    case (.localTime(let one), .localTime(let two)): .ordered(Ordering(one, two))
    case (.time(let one), .time(let two)): .ordered(Ordering(one, two))
    case (.localDateTime(let one), .localDateTime(let two)): .ordered(Ordering(one, two))
    case (.dateTime(let one), .dateTime(let two)): .ordered(Ordering(one, two))
    case (.duration(let one), .duration(let two)): one == two ? .ordered(.same) : .unknown
    default: .unknown
    }
  }

  /// Tells whether this is less than `other`; `nil` if they cannot be compared.
  public func isLess(than other: Value) -> Bool? {
    comparison(with: other).holds { $0 == .before }
  }

  /// Tells whether this is less than or equal to `other`; `nil` if they cannot be compared.
  public func isLessOrEqual(to other: Value) -> Bool? {
    comparison(with: other).holds { $0 != .after }
  }

  private static func numeric(_ ordering: Ordering?) -> ValueComparison {
    ordering.map(ValueComparison.ordered) ?? .unordered
  }

  /// Compares the first elements that differ; a list comes after its own beginning.
  private static func compare(_ left: [Value], _ right: [Value]) -> ValueComparison {
    for (one, other) in zip(left, right) {
      let comparison = one.comparison(with: other)
      guard comparison == .ordered(.same) else {
        // What has no order can still be the same, such as two nodes.
        if comparison == .unknown, one.equals(other) == true { continue }
        return comparison
      }
    }
    return .ordered(Ordering(left.count, right.count))
  }
}

extension ValueComparison {
  /// Applies a condition to the order, if there is one.
  func holds(_ condition: (Ordering) -> Bool) -> Bool? {
    switch self {
    case .ordered(let ordering): condition(ordering)
    case .unordered: false
    case .unknown: nil
    }
  }
}
