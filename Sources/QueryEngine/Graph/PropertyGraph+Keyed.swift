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

  /// Returns the name that a node has in a store, if it has one.
  public func key(of node: NodeID) -> String? {
    nodeKeys[UInt32(truncatingIfNeeded: node.rawValue)]
  }

  /// Notes the name that a store has given to a node.
  public func setKey(_ key: String, of node: NodeID) {
    setKey(key, ofNode: UInt32(truncatingIfNeeded: node.rawValue))
  }

  /// Notes the name that a store has given to a relationship.
  public func setKey(_ key: String, of relationship: RelationshipID) {
    setKey(key, ofRelationship: UInt32(truncatingIfNeeded: relationship.rawValue))
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
  /// Returns all elements that have keys, in ascending order of these.
  ///
  /// Complexity: O(n log n) in the size of the graph.
  public func keyed() -> KeyedGraph {
    var graph = KeyedGraph()
    graph.nodes = (0..<Int64(nodes.capacity)).compactMap { keyed(NodeID(rawValue: $0)) }
    graph.relationships = (0..<Int64(relationships.capacity))
      .compactMap { keyed(RelationshipID(rawValue: $0)) }
    graph.nodes.sort { $0.key < $1.key }
    graph.relationships.sort { $0.key < $1.key }
    return graph
  }
}
