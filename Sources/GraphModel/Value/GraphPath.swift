/// Holds a walk through a graph: nodes and the relationships between them, in walking order.
public struct GraphPath: Hashable, Sendable {
  /// One more than there are relationships.
  public let nodes: [NodeID]
  /// In walking order, whatever their direction.
  public let relationships: [RelationshipID]

  /// Makes a path, or nothing if there is not one node more than relationships.
  public init?(nodes: [NodeID], relationships: [RelationshipID]) {
    guard nodes.count == relationships.count + 1 else { return nil }
    self.nodes = nodes
    self.relationships = relationships
  }

  /// Makes a path of one node.
  public init(node: NodeID) {
    nodes = [node]
    relationships = []
  }

  /// The number of relationships.
  public var length: Int { relationships.count }
}
