public import GraphModel

/// Elements have the numbers that are their identifiers.
extension GraphSnapshot: NumberedGraph {
  /// How many nodes were ever created.
  public var nodeCount: Int { nodes.capacity }

  /// How many relationships were ever created.
  public var relationshipCount: Int { relationships.capacity }

  /// The sets of labels by number.
  public var labelSets: [[String]] {
    (0..<nodes.labelSetCount).map { nodes.labelNames(inSet: $0).sorted() }
  }

  /// The relationship types by number.
  public var types: [String] { relationships.typeNames.names }

  /// Returns the key of a node; `nil` where it has none or is gone.
  public func key(ofNode node: Int) -> String? {
    nodes.isDeleted[node] ? nil : nodeKeys[UInt32(node)]
  }

  /// Returns the number of the set of labels of a node.
  public func labelSet(ofNode node: Int) -> Int { Int(nodes.labelSets[node]) }

  /// Returns a property of each of some nodes; null where there is none.
  public func values(_ name: String, ofNodes nodes: [Int]) -> [Value] {
    Array(nodeProperties.column(name, of: ContiguousArray(nodes.lazy.map(UInt32.init))).boxed)
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

  /// Returns a property of each of some relationships; null where there is none.
  public func values(_ name: String, ofRelationships relationships: [Int]) -> [Value] {
    let elements = ContiguousArray(relationships.lazy.map(UInt32.init))
    return Array(relationshipProperties.column(name, of: elements).boxed)
  }
}
