public import GraphModel

/// Holds what one statement did to one element in the end, for a store to write down.
public enum GraphChange: Hashable, Sendable {
  /// A new node.
  case nodeCreated(NodeImage)
  /// Labels or properties differ from before.
  case nodeChanged(NodeImage)
  /// The node is gone.
  case nodeDeleted(NodeID, key: String?)
  /// A new relationship.
  case relationshipCreated(RelationshipImage)
  /// Properties differ from before.
  case relationshipChanged(RelationshipImage)
  /// The relationship is gone.
  case relationshipDeleted(RelationshipID, key: String?)

  /// Holds a node as it is after the statement.
  public struct NodeImage: Hashable, Sendable {
    /// The index in the graph.
    public let id: NodeID
    /// The name in the store, if it came from there.
    public let key: String?
    /// All labels.
    public let labels: [String]
    /// All properties.
    public let properties: Properties
  }

  /// Holds a relationship as it is after the statement.
  public struct RelationshipImage: Hashable, Sendable {
    /// The index in the graph.
    public let id: RelationshipID
    /// The name in the store, if it came from there.
    public let key: String?
    /// The type.
    public let type: String
    /// The node that it leaves.
    public let source: NodeID
    /// The node that it enters.
    public let target: NodeID
    /// All properties.
    public let properties: Properties
  }
}

/// Holds how to take back one step of a statement.
enum GraphJournalEntry {
  case nodeCreated(UInt32)
  case nodeDeleted(UInt32)
  case labelsChanged(UInt32, oldSet: UInt32)
  case nodeProperty(UInt32, key: Int, old: Value)
  case relationshipCreated(UInt32)
  case relationshipDeleted(UInt32)
  case relationshipProperty(UInt32, key: Int, old: Value)
}
