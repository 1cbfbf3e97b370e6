/// Holds the elements of a graph that differ from an earlier state, each as it is now, or nothing
/// where it is gone.
public struct KeyedChanges: Hashable, Sendable {
  /// A node that was added or changed, or the key of one that is gone.
  public struct Node: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The node as it is now; `nil` when it is gone.
    public let node: KeyedNode?

    /// Makes a change.
    public init(key: String, node: KeyedNode?) {
      self.key = key
      self.node = node
    }
  }

  /// A relationship that was added or changed, or the key of one that is gone.
  public struct Relationship: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The relationship as it is now; `nil` when it is gone.
    public let relationship: KeyedRelationship?

    /// Makes a change.
    public init(key: String, relationship: KeyedRelationship?) {
      self.key = key
      self.relationship = relationship
    }
  }

  /// Nodes, each key once.
  public var nodes: [Node]
  /// Relationships, each key once.
  public var relationships: [Relationship]

  /// Makes changes.
  public init(nodes: [Node] = [], relationships: [Relationship] = []) {
    self.nodes = nodes
    self.relationships = relationships
  }
}
