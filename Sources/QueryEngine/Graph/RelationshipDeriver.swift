public import GraphModel

/// Adds relationships that follow from others to a graph, around the nodes that a query comes to.
///
/// Such relationships are never stored, and no statement has created them: nothing takes them back.
public protocol RelationshipDeriver: AnyObject {
  /// Their type.
  var type: String { get }

  /// About how many there are in all of a graph; plans are chosen by it.
  func estimatedCount(in graph: PropertyGraph) -> Int

  /// Adds those of a node that are not there yet.
  func derive(around node: NodeID, in graph: PropertyGraph)

  /// Adds all that are not there yet.
  func deriveAll(in graph: PropertyGraph)
}
