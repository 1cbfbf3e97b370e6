extension Drawing {
  /// Returns the drawing with its nodes where they were kept, new ones near their neighbours, and
  /// the places of all.
  ///
  /// - Parameters:
  ///   - fresh: A layout of the drawing.
  ///   - kept: The places of nodes by their names in DOT.
  ///
  /// Complexity: quadratic in the nodes, with a large factor for new ones.
  public func arranged(_ fresh: MeasuredLayout, keeping kept: [String: NodePlace])
    -> (drawing: Drawing, places: [String: NodePlace])
  {
    let nodes = Arranger(graph, fresh: fresh, kept: kept).nodes
    var drawing = self
    drawing.graph = PlacedGraph(nodes: nodes, labels: fresh.labels).graph(graph)
    drawing.engine = .placed
    drawing.fallbacks = []
    drawing.time = nil
    return (drawing, nodes.mapValues(\.place))
  }

  /// The drawing laid out in a way that takes less time, where there is no other fallback: without
  /// ranks, but with frames.
  public var laidOutBySprings: Drawing? {
    guard engine == .dot else { return nil }
    var drawing = self
    drawing.engine = .fdp
    drawing.time = nil
    drawing.graph.attributes = graph.attributes.merging([
      .overlap: .keyword("prism"), .splines: .keyword("line"), .sep: .keyword("+6"),
    ])
    return drawing
  }
}
