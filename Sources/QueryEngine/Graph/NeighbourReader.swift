import CypherSyntax

/// Reads the relationships of some types that nodes have in a direction, as a graph has them now.
///
/// Making one copies references to the columns of the graph, so that reading a node needs none.
struct NeighbourReader {
  private let outgoing: Adjacency?
  private let incoming: Adjacency?
  private let table: RelationshipTable
  private let types: TypeSelection

  init(_ graph: PropertyGraph, _ types: TypeSelection, _ direction: RelationshipPattern.Direction) {
    outgoing = direction == .incoming ? nil : graph.outgoing
    incoming = direction == .outgoing ? nil : graph.incoming
    table = graph.relationships
    self.types = types
  }

  /// Appends the relationships of a node and the nodes at their other ends; a loop once.
  @inline(__always)
  func read(_ node: UInt32, to buffer: NeighbourBuffer) {
    outgoing?.read(node, types, table, skipsLoops: false, to: buffer)
    incoming?.read(node, types, table, skipsLoops: outgoing != nil, to: buffer)
  }
}
