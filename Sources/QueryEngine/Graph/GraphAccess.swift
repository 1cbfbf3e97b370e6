public import GraphModel

/// Gives functions and operators what they need to know of the graph.
///
/// An entity that the statement has deleted still has its type, labels and ends here; `exists` tells
/// that it is gone, and the callers raise `deletedEntityAccess` where that matters.
public protocol GraphAccess {
  /// Whether the node is there.
  func exists(_ node: NodeID) throws(QueryError) -> Bool
  /// Whether the relationship is there.
  func exists(_ relationship: RelationshipID) throws(QueryError) -> Bool
  /// The labels, in the order in which `labels()` shall give them.
  func labels(of node: NodeID) throws(QueryError) -> [String]
  /// The type.
  func type(of relationship: RelationshipID) throws(QueryError) -> String
  /// All properties.
  func properties(of node: NodeID) throws(QueryError) -> Properties
  /// All properties.
  func properties(of relationship: RelationshipID) throws(QueryError) -> Properties
  /// One property; null if there is none.
  func property(_ key: String, of node: NodeID) throws(QueryError) -> Value
  /// One property; null if there is none.
  func property(_ key: String, of relationship: RelationshipID) throws(QueryError) -> Value
  /// Where the relationship starts.
  func startNode(of relationship: RelationshipID) throws(QueryError) -> NodeID
  /// Where the relationship ends.
  func endNode(of relationship: RelationshipID) throws(QueryError) -> NodeID
}

/// Holds no node and no relationship; for expressions that stand alone.
public struct EmptyGraph: GraphAccess, Sendable {
  /// Makes the empty graph.
  public init() {}

  private static var missing: QueryError {
    QueryError(.deletedEntityAccess, .runtime, "the graph has no such node or relationship")
  }

  /// Always false.
  public func exists(_ node: NodeID) -> Bool { false }
  /// Always false.
  public func exists(_ relationship: RelationshipID) -> Bool { false }
  /// Always fails.
  public func labels(of node: NodeID) throws(QueryError) -> [String] { throw Self.missing }
  /// Always fails.
  public func type(of relationship: RelationshipID) throws(QueryError) -> String {
    throw Self.missing
  }
  /// Always fails.
  public func properties(of node: NodeID) throws(QueryError) -> Properties { throw Self.missing }
  /// Always fails.
  public func properties(of relationship: RelationshipID) throws(QueryError) -> Properties {
    throw Self.missing
  }
  /// Always fails.
  public func property(_ key: String, of node: NodeID) throws(QueryError) -> Value {
    throw Self.missing
  }
  /// Always fails.
  public func property(_ key: String, of relationship: RelationshipID) throws(QueryError) -> Value {
    throw Self.missing
  }
  /// Always fails.
  public func startNode(of relationship: RelationshipID) throws(QueryError) -> NodeID {
    throw Self.missing
  }
  /// Always fails.
  public func endNode(of relationship: RelationshipID) throws(QueryError) -> NodeID {
    throw Self.missing
  }
}

extension GraphAccess {
  /// Refuses a node that the statement has deleted.
  func require(_ node: NodeID) throws(QueryError) {
    guard try exists(node) else {
      throw QueryError(
        .deletedEntityAccess,
        .runtime,
        "the node has been deleted in this statement"
      )
    }
  }

  /// Refuses a relationship that the statement has deleted.
  func require(_ relationship: RelationshipID) throws(QueryError) {
    guard try exists(relationship) else {
      throw QueryError(
        .deletedEntityAccess,
        .runtime,
        "the relationship has been deleted in this statement"
      )
    }
  }
}
