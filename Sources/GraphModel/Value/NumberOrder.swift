/// Tells how two values stand to each other in an order.
public enum Ordering: Int, Hashable, Sendable {
  case before = -1
  case same = 0
  case after = 1

  /// Compares two things by their own order.
  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .before : right < left ? .after : .same
  }

  /// The opposite.
  public var reversed: Ordering {
    switch self {
    case .before: .after
    case .same: .same
    case .after: .before
    }
  }
}

/// Compares numbers of both kinds without rounding one to the other.
enum NumberOrder {
  /// Compares an integer with a float; `nil` for not-a-number.
  static func order(_ integer: Int64, _ float: Double) -> Ordering? {
    guard !float.isNaN else { return nil }
    if float >= 0x1p63 { return .before }
    if float < -0x1p63 { return .after }
    let whole = float.rounded(.towardZero)
    let order = Ordering(integer, Int64(whole))
    return order == .same ? Ordering(whole, float) : order
  }

  /// Compares two floats; `nil` if one is not a number.
  static func order(_ left: Double, _ right: Double) -> Ordering? {
    left.isNaN || right.isNaN ? nil : Ordering(left, right)
  }
}

/// Compares texts by their code points, where Swift's own operators unite texts that only differ
/// in composition.
public enum TextOrder {
  /// Tells whether two texts have the same code points.
  public static func areSame(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
  }

  /// Compares by code points.
  public static func order(_ left: String, _ right: String) -> Ordering {
    if areSame(left, right) { return .same }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? .before : .after
  }
}
