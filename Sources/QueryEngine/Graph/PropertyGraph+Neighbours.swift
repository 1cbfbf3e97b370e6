import CypherSyntax
public import GraphModel

extension PropertyGraph {
  /// Returns the relationships of some types that leave a node (or, with `entering`, that enter it).
  ///
  /// Complexity: linear in their number.
  public func relationships(of node: NodeID, types: [String], entering: Bool) -> [RelationshipID] {
    let found = NeighbourBuffer()
    NeighbourReader(self, relationships.selection(of: types), entering ? .incoming : .outgoing)
      .read(UInt32(truncatingIfNeeded: node.rawValue), to: found)
    return (0..<found.count).map { RelationshipID(rawValue: Int64(found[$0].relationship)) }
  }

  /// Returns a node under its key; `nil` where it has none or is gone.
  public func keyed(_ node: NodeID) -> KeyedNode? {
    guard exists(node), let key = key(of: node) else { return nil }
    let index = UInt32(truncatingIfNeeded: node.rawValue)
    return KeyedNode(
      key: key,
      labels: nodes.labelNames(of: index),
      properties: nodeProperties.properties(of: index)
    )
  }

  /// Returns a relationship under its key; `nil` where it or an end of it has none, or it is gone.
  public func keyed(_ relationship: RelationshipID) -> KeyedRelationship? {
    guard exists(relationship) else { return nil }
    let index = UInt32(truncatingIfNeeded: relationship.rawValue)
    guard let key = relationshipKeys[index],
      let source = nodeKeys[relationships.sources[Int(index)]],
      let target = nodeKeys[relationships.targets[Int(index)]]
    else { return nil }
    return KeyedRelationship(
      key: key,
      type: relationships.typeName(of: index),
      source: source,
      target: target,
      properties: relationshipProperties.properties(of: index)
    )
  }
}
