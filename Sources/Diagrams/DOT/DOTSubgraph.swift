/// A part of a DOT graph: a cluster with a frame, or an invisible group.
public struct DOTSubgraph: Sendable, Hashable {
  /// The name, unique among the subgraphs of its kind, written as a `DOTIdentifier`.
  public var id: String
  /// Whether the part is drawn together and framed.
  public var isCluster: Bool
  /// What the part looks like.
  public var attributes: DOTAttributes
  /// The nodes, edges and subgraphs inside.
  public var statements: [DOTStatement]

  /// Creates a cluster, or a group that only ranks or orders its nodes.
  public init(
    id: String,
    isCluster: Bool = true,
    attributes: DOTAttributes = [:],
    statements: [DOTStatement] = []
  ) {
    self.id = id
    self.isCluster = isCluster
    self.attributes = attributes
    self.statements = statements
  }
}
