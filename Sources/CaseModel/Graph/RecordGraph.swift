public import GraphModel

/// Reads elements of a property graph one by one, so that some records can be gathered without
/// reading all.
///
/// Only elements that have keys are found.
public protocol RecordGraph {
  /// Returns the node with a key.
  func node(_ key: String) -> KeyedNode?

  /// Returns the relationship with a key.
  func relationship(_ key: String) -> KeyedRelationship?

  /// Returns the relationships of some types that leave a node, or that enter it; linear in their
  /// number.
  func relationships(_ end: RelationshipEnd, _ node: String, types: [String])
    -> [KeyedRelationship]
}

/// Says at which end of a relationship a node stands.
public enum RelationshipEnd: Sendable {
  /// The relationship leaves it.
  case from
  /// The relationship enters it.
  case to
}
