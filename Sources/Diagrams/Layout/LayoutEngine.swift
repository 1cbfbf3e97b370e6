/// The layout algorithms of Graphviz.
public enum LayoutEngine: String, Sendable, Hashable, Codable, CaseIterable {
  /// Ranks, for hierarchies and flows.
  case dot
  /// Springs by stress, for some hundred nodes.
  case neato
  /// Springs by force, with clusters.
  case fdp
  /// Springs by force at several scales, for thousands of nodes.
  case sfdp
  /// Circles per connected block.
  case circo
  /// Rings around a centre.
  case twopi
  /// Packed clusters.
  case osage
  /// A map of nested rectangles.
  case patchwork
  /// No layout: every node has its place already, and only lines are drawn.
  case placed = "nop"

  /// The engines that lay out any graph.
  public static let allCases: [LayoutEngine] = [
    .dot, .neato, .fdp, .sfdp, .circo, .twopi, .osage, .patchwork,
  ]
}
