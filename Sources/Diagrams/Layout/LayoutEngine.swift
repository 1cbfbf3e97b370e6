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
}
