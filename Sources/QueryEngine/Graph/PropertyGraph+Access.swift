public import GraphModel

extension PropertyGraph: GraphAccess {
  /// Returns whether the node is there.
  public func exists(_ node: NodeID) -> Bool {
    guard let index = UInt32(exactly: node.rawValue), index < nodes.capacity else { return false }
    return !nodes.isDeleted[Int(index)]
  }

  /// Returns whether the relationship is there.
  public func exists(_ relationship: RelationshipID) -> Bool {
    guard let index = UInt32(exactly: relationship.rawValue), index < relationships.capacity else {
      return false
    }
    return !relationships.isDeleted[Int(index)]
  }

  /// Returns the labels of a node.
  public func labels(of node: NodeID) throws(QueryError) -> [String] {
    nodes.labelNames(of: try existing(node))
  }

  /// Returns the type of a relationship.
  public func type(of relationship: RelationshipID) throws(QueryError) -> String {
    relationships.typeName(of: try known(relationship))
  }

  /// Returns all properties of a node.
  public func properties(of node: NodeID) throws(QueryError) -> Properties {
    nodeProperties.properties(of: try existing(node))
  }

  /// Returns all properties of a relationship.
  public func properties(of relationship: RelationshipID) throws(QueryError) -> Properties {
    relationshipProperties.properties(of: try existing(relationship))
  }

  /// Returns one property; null if there is none.
  public func property(_ key: String, of node: NodeID) throws(QueryError) -> Value {
    nodeProperties.value(key, of: try existing(node))
  }

  /// Returns one property; null if there is none.
  public func property(_ key: String, of relationship: RelationshipID) throws(QueryError) -> Value {
    relationshipProperties.value(key, of: try existing(relationship))
  }

  /// Returns the node that a relationship leaves.
  public func startNode(of relationship: RelationshipID) throws(QueryError) -> NodeID {
    NodeID(rawValue: Int64(relationships.sources[Int(try known(relationship))]))
  }

  /// Returns the node that a relationship enters.
  public func endNode(of relationship: RelationshipID) throws(QueryError) -> NodeID {
    NodeID(rawValue: Int64(relationships.targets[Int(try known(relationship))]))
  }

  /// Returns the index of a node that was not deleted.
  public func existing(_ node: NodeID) throws(QueryError) -> UInt32 {
    guard exists(node) else { throw .deleted("node") }
    return UInt32(truncatingIfNeeded: node.rawValue)
  }

  /// Returns the index of a relationship that was not deleted.
  public func existing(_ relationship: RelationshipID) throws(QueryError) -> UInt32 {
    guard exists(relationship) else { throw .deleted("relationship") }
    return UInt32(truncatingIfNeeded: relationship.rawValue)
  }

  /// Returns the index of a relationship that was created at some time.
  private func known(_ relationship: RelationshipID) throws(QueryError) -> UInt32 {
    guard let index = UInt32(exactly: relationship.rawValue), index < relationships.capacity else {
      throw .deleted("relationship")
    }
    return index
  }
}

extension QueryError {
  fileprivate static func deleted(_ kind: String) -> QueryError {
    QueryError(.deletedEntityAccess, .runtime, "the \(kind) was deleted")
  }
}
