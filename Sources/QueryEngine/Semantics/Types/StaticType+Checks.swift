extension StaticType {
  /// The kinds that are possible besides null.
  var possible: Kinds { kinds.subtracting(.null) }

  /// Whether nothing but a list, or null, is possible.
  var isList: Bool { possible == .list }

  /// Returns whether a value may be of one of `wanted`; null always may.
  func mayBe(_ wanted: Kinds) -> Bool { possible.isEmpty || !kinds.isDisjoint(with: wanted) }

  /// Returns the type of what is of either type; elements are told apart in nothing but lists.
  ///
  /// Unlike `union` it comes to an end for two types that may both be lists of anything.
  func joined(with other: StaticType) -> StaticType {
    if possible.isEmpty { return other.nullable }
    if other.possible.isEmpty { return nullable }
    guard isList, other.isList else { return StaticType(kinds.union(other.kinds)) }
    let list = StaticType.list(of: element.joined(with: other.element))
    return isNullable || other.isNullable ? list.nullable : list
  }
}

extension StaticType.Kinds {
  /// Dates, times and what lies between them.
  static let temporal: Self = [.instant, .duration]
  /// What has an identity in the graph.
  static let entity: Self = [.node, .relationship]
}
