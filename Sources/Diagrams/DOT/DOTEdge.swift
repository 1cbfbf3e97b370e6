/// An edge of a DOT graph.
public struct DOTEdge: Sendable, Hashable {
  /// The name of the node it starts from.
  public var tail: String
  /// The name of the node it leads to.
  public var head: String
  /// What the edge looks like, on top of the defaults.
  public var attributes: DOTAttributes

  /// Creates an edge.
  public init(tail: String, head: String, attributes: DOTAttributes = [:]) {
    self.tail = tail
    self.head = head
    self.attributes = attributes
  }
}
