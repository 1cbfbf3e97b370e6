extension StaticType {
  /// The kinds that are possible besides null.
  var possible: Kinds { kinds.subtracting(.null) }

  /// Whether nothing but a list, or null, is possible.
  var isList: Bool { possible == .list }

  /// Returns whether a value may be of one of `wanted`; null always may.
  func mayBe(_ wanted: Kinds) -> Bool { possible.isEmpty || !kinds.isDisjoint(with: wanted) }
}

extension StaticType.Kinds {
  /// Dates, times and what lies between them.
  static let temporal: Self = [.instant, .duration]
  /// What has an identity in the graph.
  static let entity: Self = [.node, .relationship]
}
