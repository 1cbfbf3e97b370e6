// Orderability of CIP2016-06-14: the order of ORDER BY, which is total.

extension Value {
  /// Compares two values as ORDER BY does: map, node, relationship, list, path, point, date and
  /// time, local date and time, date, time, local time, duration, string, boolean, number,
  /// not-a-number, null.
  public func ordering(to other: Value) -> Ordering {
    let (rank, otherRank) = (self.rank, other.rank)
    guard rank == otherRank else { return Ordering(rank, otherRank) }
    switch (self, other) {
    case (.map(let one), .map(let two)): return Self.order(one, two)
    case (.node(let one), .node(let two)): return Ordering(one, two)
    case (.relationship(let one), .relationship(let two)): return Ordering(one, two)
    case (.list(let one), .list(let two)): return Self.order(one, two)
    case (.path(let one), .path(let two)): return one.ordering(to: two)
    case (.string(let one), .string(let two)): return TextOrder.order(one, two)
    case (.boolean(let one), .boolean(let two)): return Ordering(one ? 1 : 0, two ? 1 : 0)
    case (.point(let one), .point(let two)):
      guard one.system == two.system else { return Ordering(one.system.srid, two.system.srid) }
      return Self.order(one.coordinates.map(Value.float), two.coordinates.map(Value.float))
    case (.duration(let one), .duration(let two)):
      guard one != two else { return .same }
      return TemporalDuration.precedes(one, two) ? .before : .after
    default:
      guard case .ordered(let ordering) = comparison(with: other) else { return .same }
      return ordering
    }
  }

  private var rank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .point: 5
    case .dateTime: 6
    case .localDateTime: 7
    case .date: 8
    case .time: 9
    case .localTime: 10
    case .duration: 11
    case .string: 12
    case .boolean: 13
    case .integer: 14
    case .float(let number): number.isNaN ? 15 : 14
    case .null: 16
    }
  }

  private static func order(_ left: [Value], _ right: [Value]) -> Ordering {
    for (one, other) in zip(left, right) {
      let ordering = one.ordering(to: other)
      guard ordering == .same else { return ordering }
    }
    return Ordering(left.count, right.count)
  }

  /// Orders by size, then by keys, then by values.
  private static func order(_ left: [String: Value], _ right: [String: Value]) -> Ordering {
    guard left.count == right.count else { return Ordering(left.count, right.count) }
    let ones = left.sorted { TextOrder.order($0.key, $1.key) == .before }
    let others = right.sorted { TextOrder.order($0.key, $1.key) == .before }
    let keys = order(ones.map { .string($0.key) }, others.map { .string($0.key) })
    return keys == .same ? order(ones.map(\.value), others.map(\.value)) : keys
  }
}

extension GraphPath {
  /// Compares node by node and relationship by relationship in walking order.
  func ordering(to other: GraphPath) -> Ordering {
    for index in 0..<min(nodes.count, other.nodes.count) {
      let node = Ordering(nodes[index], other.nodes[index])
      guard node == .same else { return node }
      guard index < relationships.count, index < other.relationships.count else { break }
      let step = Ordering(relationships[index], other.relationships[index])
      guard step == .same else { return step }
    }
    return Ordering(nodes.count, other.nodes.count)
  }
}
