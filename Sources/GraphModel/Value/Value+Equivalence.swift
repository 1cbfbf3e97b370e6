// Equivalence of CIP2016-06-14: what DISTINCT and grouping take for the same.

extension Value: Hashable {
  /// Tells whether two values are the same to DISTINCT and grouping.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let one), .boolean(let other)): one == other
    case (.integer(let one), .integer(let other)): one == other
    case (.float(let one), .float(let other)): one == other || one.isNaN && other.isNaN
    case (.integer(let one), .float(let other)): NumberOrder.order(one, other) == .same
    case (.float(let one), .integer(let other)): NumberOrder.order(other, one) == .same
    case (.string(let one), .string(let other)): TextOrder.areSame(one, other)
    case (.list(let one), .list(let other)): one == other
    case (.map(let one), .map(let other)): one == other
    case (.node(let one), .node(let other)): one == other
    case (.relationship(let one), .relationship(let other)): one == other
    case (.path(let one), .path(let other)): one == other
    default: sameTemporalOrPoint(left, right)
    }
  }

  private static func sameTemporalOrPoint(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.date(let one), .date(let other)): one == other
    case (.localTime(let one), .localTime(let other)): one == other
    case (.time(let one), .time(let other)): one == other
    case (.localDateTime(let one), .localDateTime(let other)): one == other
    case (.dateTime(let one), .dateTime(let other)): one == other
    case (.duration(let one), .duration(let other)): one == other
    case (.point(let one), .point(let other)):
      one.system == other.system
        && one.coordinates.map(Value.float) == other.coordinates.map(Value.float)
    default: false
    }
  }

  /// Mixes the value into a hash, equal for equivalent values.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let truth): hasher.combine(truth)
    case .integer(let number): hasher.combine(number)
    case .float(let number):
      if let whole = Int64(exactly: number) {
        hasher.combine(whole)
      } else {
        hasher.combine(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
      }
    case .string(let text): hasher.combine(text)
    case .date(let day): hasher.combine(day)
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time)
    case .localDateTime(let time): hasher.combine(time)
    case .dateTime(let time): hasher.combine(time)
    case .duration(let duration): hasher.combine(duration)
    case .point(let point):
      hasher.combine(point.system)
      for number in point.coordinates { Value.float(number).hash(into: &hasher) }
    case .list(let values): hasher.combine(values)
    case .map(let values): hasher.combine(values)
    case .node(let id): hasher.combine(id)
    case .relationship(let id): hasher.combine(id)
    case .path(let path): hasher.combine(path)
    }
  }

  /// Tells whether two values are the same and of the same type at every depth, so that storing
  /// one for the other changes nothing.
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.integer, .float), (.float, .integer): false
    case (.float(let one), .float(let other)):
      one.bitPattern == other.bitPattern || one.isNaN && other.isNaN
    case (.list(let one), .list(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.isIdentical(to: $1) }
    case (.map(let one), .map(let other)): one.isIdentical(to: other)
    default: self == other
    }
  }
}

extension Properties {
  /// Tells whether two maps have the same keys with identical values.
  public func isIdentical(to other: Properties) -> Bool {
    count == other.count
      && allSatisfy { key, value in other[key].map { value.isIdentical(to: $0) } == true }
  }
}
