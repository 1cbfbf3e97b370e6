// Equality of CIP2016-06-14: what `=` says.

extension Value {
  /// Tells whether two values are equal; `nil` where that depends on a null.
  ///
  /// Values of different types are not equal; not-a-number is equal to nothing.
  public func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.float(let one), .float(let two)): one == two
    case (.list(let one), .list(let two)): Self.equal(one, two)
    case (.map(let one), .map(let two)): Self.equal(one, two)
    case (.point(let one), .point(let two)): one == two
    default: self == other
    }
  }

  private static func equal(_ left: [Value], _ right: [Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var isKnown = true
    for (one, other) in zip(left, right) {
      switch one.equals(other) {
      case false?: return false
      case nil: isKnown = false
      case true?: continue
      }
    }
    return isKnown ? true : nil
  }

  private static func equal(_ left: [String: Value], _ right: [String: Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var isKnown = true
    for (key, one) in left {
      guard let other = right[key] else { return false }
      switch one.equals(other) {
      case false?: return false
      case nil: isKnown = false
      case true?: continue
      }
    }
    return isKnown ? true : nil
  }
}
