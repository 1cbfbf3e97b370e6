public import GraphModel

/// Elements have the numbers that are their identifiers.
extension PropertyGraph: NumberedGraph {
  /// How many nodes were ever created.
  public var nodeCount: Int { nodes.capacity }

  /// How many relationships were ever created.
  public var relationshipCount: Int { relationships.capacity }

  /// The sets of labels by number.
  public var labelSets: [[String]] { (0..<nodes.labelSetCount).map(nodes.labelNames(inSet:)) }

  /// The relationship types by number.
  public var types: [String] { relationships.typeNames.names }

  /// Returns the key of a node; `nil` where it has none or is gone.
  public func key(ofNode node: Int) -> String? {
    nodes.isDeleted[node] ? nil : nodeKeys[UInt32(node)]
  }

  /// Returns the number of the set of labels of a node.
  public func labelSet(ofNode node: Int) -> Int { Int(nodes.labelSets[node]) }

  /// Returns a property of a node; null where there is none.
  public func property(_ name: String, ofNode node: Int) -> Value {
    nodeProperties.value(name, of: UInt32(node))
  }

  /// Returns the key of a relationship; `nil` where it has none or is gone.
  public func key(ofRelationship relationship: Int) -> String? {
    relationships.isDeleted[relationship] ? nil : relationshipKeys[UInt32(relationship)]
  }

  /// Tells whether a relationship has a key, and is not gone.
  public func isElement(relationship: Int) -> Bool {
    !relationships.isDeleted[relationship] && relationshipKeys.hasKey(UInt32(relationship))
  }

  /// Returns the number of the type of a relationship.
  public func type(ofRelationship relationship: Int) -> Int {
    Int(relationships.types[relationship])
  }

  /// Returns the nodes that a relationship leaves and enters.
  public func ends(ofRelationship relationship: Int) -> (source: Int, target: Int) {
    (Int(relationships.sources[relationship]), Int(relationships.targets[relationship]))
  }

  /// Returns a property of a relationship; null where there is none.
  public func property(_ name: String, ofRelationship relationship: Int) -> Value {
    relationshipProperties.value(name, of: UInt32(relationship))
  }
}
