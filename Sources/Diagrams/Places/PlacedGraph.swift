/// Writes places into a graph, so that Graphviz draws without laying out.
struct PlacedGraph {
  /// Above this, lines that run around nodes take too long.
  private static let curveLimit = 60
  private static let margin = 12.0
  private static let labelMargin = 8.0

  let nodes: [String: MeasuredLayout.Node]
  let labels: [String: MeasuredLayout.Size]

  func graph(_ graph: DOTGraph) -> DOTGraph {
    var placed = graph
    placed.statements = statements(graph.statements).statements
    placed.attributes = graph.attributes.merging([
      .overlap: .keyword("true"),
      .splines: .keyword(nodes.count > Self.curveLimit ? "line" : "true"),
    ])
    return placed
  }

  private func statements(_ statements: [DOTStatement]) -> (statements: [DOTStatement], box: Box?) {
    var box: Box?
    func add(_ other: Box?) {
      guard let other else { return }
      box = box.map { $0.union(other) } ?? other
    }
    let written = statements.map { statement -> DOTStatement in
      switch statement {
      case .node(var node):
        guard let found = nodes[DOTIdentifier(node.id).text] else { return statement }
        node.attributes[.pos] = .keyword("\(text(found.place.x)),\(text(found.place.y))")
        add(found.box)
        return .node(node)
      case .subgraph(var part):
        let inside = self.statements(part.statements)
        part.statements = inside.statements
        guard part.isCluster, let area = inside.box else {
          add(inside.box)
          return .subgraph(part)
        }
        add(frame(&part, around: area))
        return .subgraph(part)
      case .edge: return statement
      }
    }
    return (written, box)
  }

  /// Sets the frame of a cluster, with room for its label at the top or the bottom, on the left.
  private func frame(_ part: inout DOTSubgraph, around area: Box) -> Box {
    var box = area.grown(by: Self.margin)
    if let label = labels[part.name] {
      let isBelow = part.attributes[.labelloc] == .keyword("b")
      let centre = box.left + label.width / 2 + Self.labelMargin
      box.right = max(box.right, box.left + label.width + 2 * Self.labelMargin)
      let room = label.height + Self.labelMargin
      if isBelow { box.bottom -= room } else { box.top += room - Self.margin / 2 }
      let inset = label.height / 2 + Self.labelMargin / 2
      let middle = isBelow ? box.bottom + inset : box.top - inset
      part.attributes[.lp] = .keyword("\(text(centre)),\(text(middle))")
    }
    part.attributes[.bb] = .keyword(
      [box.left, box.bottom, box.right, box.top].map(text).joined(separator: ",")
    )
    return box
  }

  private func text(_ number: Double) -> String {
    DOTWriter.number((number * 100).rounded() / 100) ?? "0"
  }
}
