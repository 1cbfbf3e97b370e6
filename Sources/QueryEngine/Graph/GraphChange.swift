import GraphModel

/// Holds what one statement did to one element in the end, for a store to write down.
enum GraphChange: Hashable, Sendable {
  case nodeCreated(NodeImage)
  /// Labels or properties differ from before.
  case nodeChanged(NodeImage)
  case nodeDeleted(NodeID, key: String?)
  case relationshipCreated(RelationshipImage)
  /// Properties differ from before.
  case relationshipChanged(RelationshipImage)
  case relationshipDeleted(RelationshipID, key: String?)

  /// Holds a node as it is after the statement.
  struct NodeImage: Hashable, Sendable {
    /// The index in the graph.
    let id: NodeID
    /// The name in the store, if it came from there.
    let key: String?
    /// All labels.
    let labels: [String]
    /// All properties.
    let properties: Properties
  }

  /// Holds a relationship as it is after the statement.
  struct RelationshipImage: Hashable, Sendable {
    /// The index in the graph.
    let id: RelationshipID
    /// The name in the store, if it came from there.
    let key: String?
    /// The type.
    let type: String
    /// The node that it leaves.
    let source: NodeID
    /// The node that it enters.
    let target: NodeID
    /// All properties.
    let properties: Properties
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
