/// One entry of a DOT graph or subgraph.
public enum DOTStatement: Sendable, Hashable {
  /// A node, declared or mentioned once more to place it in a subgraph.
  case node(DOTNode)
  /// An edge between two nodes.
  case edge(DOTEdge)
  /// A cluster or an invisible group.
  case subgraph(DOTSubgraph)

  /// Makes a node statement.
  public static func node(_ id: String, _ attributes: DOTAttributes = [:]) -> DOTStatement {
    .node(DOTNode(id: id, attributes: attributes))
  }

  /// Makes an edge statement.
  public static func edge(
    _ tail: String,
    _ head: String,
    _ attributes: DOTAttributes = [:]
  ) -> DOTStatement {
    .edge(DOTEdge(tail: tail, head: head, attributes: attributes))
  }
}
