/// Holds a graph as it was between two statements, for any number of graphs to begin from.
///
/// A copy shares its columns with the graph until either changes one of them, so that keeping a graph
/// and beginning from it cost no second one.
public struct GraphSnapshot: Sendable {
  let nodes: NodeTable
  let relationships: RelationshipTable
  let nodeProperties: PropertyTable
  let relationshipProperties: PropertyTable
  let outgoing: Adjacency
  let incoming: Adjacency
  let nodeKeys: KeyTable
  let relationshipKeys: KeyTable
  let projections: ProjectionCache
  let hidden: GraphVisibility.Counts?

  /// Keeps a graph as it is now.
  public init(_ graph: PropertyGraph) {
    graph.prepareAdjacency()
    nodes = graph.nodes
    relationships = graph.relationships
    nodeProperties = graph.nodeProperties
    relationshipProperties = graph.relationshipProperties
    outgoing = graph.outgoing
    incoming = graph.incoming
    nodeKeys = graph.nodeKeys
    relationshipKeys = graph.relationshipKeys
    projections = graph.projectionCache()
    hidden = graph.hidden
  }

  /// Returns the graph as it is seen through a filter.
  ///
  /// What is hidden is marked in the bitmaps that scans, expands, adjacency, counts and look-ups go
  /// by, so that they need not know of filters; of properties only the columns are copied in which
  /// one differs.
  ///
  /// Complexity: O(n) for the bitmaps, and O(d) in the degrees of the hidden nodes.
  public func showing(_ visibility: GraphVisibility) -> GraphSnapshot {
    let graph = PropertyGraph(self)
    graph.hide(visibility)
    return GraphSnapshot(graph)
  }
}
