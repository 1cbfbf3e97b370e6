/// The attributes that may be written, by their DOT names.
///
/// The list is closed on purpose. It holds no attribute that makes Graphviz open a file (`image`,
/// `imagepath`, `shapefile`, `fontpath`, `_background`) or write one into the drawing
/// (`stylesheet`). See <https://graphviz.org/doc/info/attrs.html>.
public enum DOTAttribute: String, Sendable, Hashable, CaseIterable {
  // MARK: Texts
  case headlabel, label, taillabel, xlabel
  case edgetooltip, headtooltip, labeltooltip, tailtooltip, tooltip

  // MARK: Links
  case edgeURL, headURL, labelURL, tailURL
  case url = "URL"

  // MARK: Names of elements
  case group, headport, id, lhead, ltail, root, samehead, sametail, tailport

  // MARK: Constants: what an object looks like
  case arrowhead, arrowsize, arrowtail, bgcolor, `class`, color, decorate, dir, distortion
  case fillcolor, fixedsize, fontcolor, fontname, fontsize, gradientangle, height, labelangle
  case labeldistance, labelfloat, labelfontcolor, labelfontname, labelfontsize, labeljust
  case labelloc, margin, orientation, pencolor, penwidth, peripheries, regular, shape, sides
  case skew, style, target, width

  // MARK: Constants: where objects go
  case area, bb, center, clusterrank, compound, concentrate, constraint, dpi, esep, forcelabels
  case headclip, landscape, len, levels, lp, maxiter, mclimit, mindist, minlen, mode, model, newrank
  case nodesep, normalize, nslimit, nslimit1, oneblock, ordering, outputorder, overlap, pack
  case packmode, pad, pin, pos, quadtree, rank, rankdir, ranksep, ratio, remincross, repulsiveforce
  case searchsize, sep, size, smoothing, splines, start, tailclip, weight
  case overlapScaling = "overlap_scaling"
  case springConstant = "K"

  /// Whether the attribute takes a kind of value.
  public func accepts(_ value: DOTValue) -> Bool {
    switch (role, value) {
    case (.text, .plain), (.text, .html), (.tooltip, .tooltip), (.link, .url),
      (.element, .identifier), (.cluster, .cluster), (.constant, .keyword), (.constant, .number):
      true
    default:
      false
    }
  }

  private enum Role { case text, tooltip, link, element, cluster, constant }

  private var role: Role {
    switch self {
    case .headlabel, .label, .taillabel, .xlabel: .text
    case .edgetooltip, .headtooltip, .labeltooltip, .tailtooltip, .tooltip: .tooltip
    case .edgeURL, .headURL, .labelURL, .tailURL, .url: .link
    case .group, .headport, .id, .root, .samehead, .sametail, .tailport: .element
    case .lhead, .ltail: .cluster
    default: .constant
    }
  }
}
