public import GraphModel

extension PropertyGraph {
  /// Makes a graph of one whose elements are named by keys; relationships whose ends are missing
  /// are left out.
  ///
  /// Complexity: O(n) in the size of the graph.
  public convenience init(_ keyed: KeyedGraph) {
    self.init()
    var indices: [String: UInt32] = [:]
    for node in keyed.nodes {
      indices[node.key] = createNode(
        labels: node.labels,
        properties: node.properties,
        key: node.key
      )
    }
    for relationship in keyed.relationships {
      guard let source = indices[relationship.source], let target = indices[relationship.target]
      else { continue }
      createRelationship(
        type: relationship.type,
        from: source,
        to: target,
        properties: relationship.properties,
        key: relationship.key
      )
    }
  }

  /// Returns a node as it is, or what is left of a deleted one.
  public func shown(_ node: NodeID) -> GraphChange.NodeImage {
    nodeImage(UInt32(truncatingIfNeeded: node.rawValue))
  }

  /// Returns a relationship as it is, or what is left of a deleted one.
  public func shown(_ relationship: RelationshipID) -> GraphChange.RelationshipImage {
    relationshipImage(UInt32(truncatingIfNeeded: relationship.rawValue))
  }
}

extension PropertyGraph {
  /// The nodes that have a key, and the keys.
  public var keyedNodes: [(id: NodeID, key: String)] {
    nodeKeys.map { (NodeID(rawValue: Int64($0.key)), $0.value) }
  }

  /// The relationships that have a key, and the keys.
  public var keyedRelationships: [(id: RelationshipID, key: String)] {
    relationshipKeys.map { (RelationshipID(rawValue: Int64($0.key)), $0.value) }
  }
}
