import GraphModel

extension Value {
  /// Checks that the value can be a property.
  ///
  /// Throws `invalidPropertyType` for maps, nodes, relationships and paths, also within lists.
  func checkStorable(_ key: String) throws(QueryError) {
    switch self {
    case .map, .node, .relationship, .path:
      throw QueryError(
        .invalidPropertyType,
        .runtime,
        "a property cannot be \(kindWithArticle), and '\(key)' would be",
        remedy: "store its parts as properties, or make a node of it"
      )
    case .list(let values): for value in values { try value.checkStorable(key) }
    default: break
    }
  }

  /// Returns the properties that a map or an entity has, for them to be stored elsewhere; nulls are
  /// kept.
  func propertiesToStore(_ graph: PropertyGraph) throws(QueryError) -> Properties {
    switch self {
    case .null: return [:]
    case .map(let properties):
      for (key, value) in properties { try value.checkStorable(key) }
      return properties
    case .node(let node): return try graph.properties(of: node)
    case .relationship(let relationship): return try graph.properties(of: relationship)
    default: throw .wrongType("a map, a node or a relationship", self)
    }
  }
}

/// Names what has properties.
enum PropertyOwner {
  case node(UInt32)
  case relationship(UInt32)

  /// Finds the owner in a value; `nil` for null.
  ///
  /// Throws for other values and what was deleted.
  init?(_ value: Value, _ graph: PropertyGraph) throws(QueryError) {
    switch value {
    case .null: return nil
    case .node(let node): self = .node(try graph.existing(node))
    case .relationship(let relationship): self = .relationship(try graph.existing(relationship))
    default: throw .wrongType("a node or a relationship", value)
    }
  }

  /// Returns all properties.
  func properties(_ graph: PropertyGraph) -> Properties {
    switch self {
    case .node(let node): graph.nodeProperties.properties(of: node)
    case .relationship(let index): graph.relationshipProperties.properties(of: index)
    }
  }

  /// Sets or removes (by null) a property.
  func set(_ key: String, to value: Value, _ graph: PropertyGraph) {
    switch self {
    case .node(let node): graph.setNodeProperty(key, of: node, to: value)
    case .relationship(let index): graph.setRelationshipProperty(key, of: index, to: value)
    }
  }
}
