/// Describes a graph to be drawn, in the terms of the DOT language.
///
/// The order of the statements is kept in the text and influences the layout.
public struct DOTGraph: Sendable, Hashable {
  /// The name of the graph, written as a `DOTIdentifier`.
  public var id: String
  /// The title for readers of the document, which SVG shows as the title of the drawing; the name
  /// of the graph where there is none.
  public var title: String?
  /// Whether edges have a direction.
  public var isDirected: Bool
  /// What the graph as a whole looks like.
  public var attributes: DOTAttributes
  /// What every node looks like unless it says otherwise.
  public var nodeDefaults: DOTAttributes
  /// What every edge looks like unless it says otherwise.
  public var edgeDefaults: DOTAttributes
  /// The nodes, edges and subgraphs.
  public var statements: [DOTStatement]

  /// Creates a graph.
  public init(
    id: String,
    title: String? = nil,
    isDirected: Bool = true,
    attributes: DOTAttributes = [:],
    nodeDefaults: DOTAttributes = [:],
    edgeDefaults: DOTAttributes = [:],
    statements: [DOTStatement] = []
  ) {
    self.id = id
    self.title = title
    self.isDirected = isDirected
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.statements = statements
  }
}
