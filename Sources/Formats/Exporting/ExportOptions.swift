/// Says what a format writes where it has a choice.
public struct ExportOptions: Hashable, Sendable {
  /// Lists what can become the nodes of a graph.
  public enum Shape: String, CaseIterable, Hashable, Sendable {
    /// Everything: entities, events, sources, claims and questions, as queries see them.
    case records
    /// Entities and events; what is said of them stands in their attributes.
    case events
    /// Entities alone, joined where they met.
    case met
  }

  /// What becomes a node, in formats of graphs.
  public var shape = Shape.records
  /// Whether colours, sizes and thicknesses are written, in formats that have them apart from the
  /// data.
  public var hasLooks = false

  /// Makes the usual options.
  public init() {}
}
