/// A node of a DOT graph.
public struct DOTNode: Sendable, Hashable {
  /// The name by which edges refer to the node, written as a `DOTIdentifier`.
  public var id: String
  /// What the node looks like, on top of the defaults.
  public var attributes: DOTAttributes

  /// Creates a node.
  public init(id: String, attributes: DOTAttributes = [:]) {
    self.id = id
    self.attributes = attributes
  }
}
