public import GraphModel

extension PropertyGraph {
  /// Brings a graph up to date that holds an earlier state of a store.
  ///
  /// - Parameter changes: The elements that differ since, each as it is now.
  /// - Returns: False when an end of a relationship is missing: the changes are then not those of
  ///   this graph.
  ///
  /// Complexity: linear in the changes and their relationships.
  public func apply(_ changes: KeyedChanges) -> Bool {
    for change in changes.relationships {
      let (key, relationship) = (change.key, change.relationship)
      guard let found = self.relationship(keyed: key) else { continue }
      if relationship.map({ !hasEnds(found, of: $0) }) ?? true {
        deleteRelationship(UInt32(truncatingIfNeeded: found.rawValue))
      }
    }
    for change in changes.nodes {
      let (key, node) = (change.key, change.node)
      if let node {
        put(node)
      } else if let found = self.node(keyed: key) {
        deleteNode(UInt32(truncatingIfNeeded: found.rawValue))
      }
    }
    return changes.relationships.allSatisfy { $0.relationship.map(put) ?? true }
  }

  private func hasEnds(_ found: RelationshipID, of wanted: KeyedRelationship) -> Bool {
    let index = Int(found.rawValue)
    return relationships.typeName(of: UInt32(index)) == wanted.type
      && nodeKeys[relationships.sources[index]] == wanted.source
      && nodeKeys[relationships.targets[index]] == wanted.target
  }

  private func put(_ node: KeyedNode) {
    guard let found = self.node(keyed: node.key) else {
      createNode(labels: node.labels, properties: node.properties, key: node.key)
      return
    }
    let index = UInt32(truncatingIfNeeded: found.rawValue)
    let labels = nodes.labelNames(of: index)
    removeLabels(labels.filter { !node.labels.contains($0) }, from: index)
    addLabels(node.labels, to: index)
    let old = nodeProperties.properties(of: index)
    for key in old.keys where node.properties[key] == nil {
      setNodeProperty(key, of: index, to: .null)
    }
    for (key, value) in node.properties where old[key]?.isIdentical(to: value) != true {
      setNodeProperty(key, of: index, to: value)
    }
  }

  private func put(_ relationship: KeyedRelationship) -> Bool {
    guard let found = self.relationship(keyed: relationship.key) else {
      guard let source = node(keyed: relationship.source),
        let target = node(keyed: relationship.target)
      else { return false }
      createRelationship(
        type: relationship.type,
        from: UInt32(truncatingIfNeeded: source.rawValue),
        to: UInt32(truncatingIfNeeded: target.rawValue),
        properties: relationship.properties,
        key: relationship.key
      )
      return true
    }
    let index = UInt32(truncatingIfNeeded: found.rawValue)
    let old = relationshipProperties.properties(of: index)
    for key in old.keys where relationship.properties[key] == nil {
      setRelationshipProperty(key, of: index, to: .null)
    }
    for (key, value) in relationship.properties where old[key]?.isIdentical(to: value) != true {
      setRelationshipProperty(key, of: index, to: value)
    }
    return true
  }
}
