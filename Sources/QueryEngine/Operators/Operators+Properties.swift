public import GraphModel

extension Operators {
  /// `value.key`: of a map, a node, a relationship, a temporal value or a point.
  ///
  /// - Throws: `deletedEntityAccess`, `propertyAccessOnNonMap`, and `invalidArgumentValue` for a
  ///   component that a temporal value does not have.
  public static func property(
    _ key: String,
    of value: Value,
    in context: FunctionContext
  ) throws(QueryError) -> Value {
    switch value {
    case .null: return .null
    case .map(let map): return map[key] ?? .null
    case .node(let node):
      try context.graph.require(node)
      return try context.graph.property(key, of: node)
    case .relationship(let relationship):
      try context.graph.require(relationship)
      return try context.graph.property(key, of: relationship)
    default: break
    }
    if let component = try value.component(key) { return component }
    if case .point = value { return .null }
    guard value.hasComponents else {
      throw QueryError(
        .propertyAccessOnNonMap,
        .runtime,
        "\(value.typeName) \(value.text.prefix(60)) has no properties"
      )
    }
    throw QueryError(
      .invalidArgumentValue,
      .runtime,
      "\(value.typeName) \(value.text) has no component '\(key)'",
      candidates: NearMiss.candidates(for: key, among: Value.componentNames)
    )
  }
}
