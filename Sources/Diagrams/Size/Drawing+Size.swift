public import CaseModel

extension Drawing {
  /// Draws a scene, which must have been made from `view`, in the look that suits its size.
  ///
  /// A drawing that takes too long to lay out falls back to the next look.
  ///
  /// - Parameter look: The look to take instead, whatever the size.
  public static func fitting(
    _ scene: DiagramScene,
    view: CaseView,
    look: DrawingLook? = nil,
    style: StyleSheet = .light
  ) -> Drawing {
    let nodes = scene.figures.count + scene.events.count
    let first = look ?? SizeTable.look(nodes: nodes, lines: scene.lines.count)
    var drawings = Self.drawings(scene, view, first, style, nodes: nodes)
    var drawing = drawings.removeFirst()
    let simpler = DrawingLook.allCases.drop { $0 != first }.dropFirst()
    drawing.makeFallbacks = { [drawings] in
      drawings + simpler.flatMap { Self.drawings(scene, view, $0, style, nodes: nodes) }
    }
    return drawing
  }

  private static func drawings(
    _ scene: DiagramScene,
    _ view: CaseView,
    _ look: DrawingLook,
    _ style: StyleSheet,
    nodes: Int
  ) -> [Drawing] {
    let graph =
      look == .cards
      ? SceneDOT.graph(scene, view: view, style: style)
      : CompactDOT(scene, view: view, style: style, look: look).graph
    return laidOut(
      graph,
      by: SizeTable.layouts(look),
      nodeCount: nodes,
      facts: scene.lines.map(\.fact),
      omissions: scene.omissions,
      name: "\(scene.scope.name) as \(look.rawValue)"
    )
  }

  /// Makes a drawing for each of some choices of layout.
  static func laidOut(
    _ graph: DOTGraph,
    by choices: [LayoutChoice],
    nodeCount: Int,
    facts: [FactID],
    omissions: [Omission],
    name: String?
  ) -> [Drawing] {
    choices.map { choice in
      var graph = graph
      graph.attributes = graph.attributes.merging(choice.attributes)
      var drawing = Drawing(
        graph: graph,
        engine: choice.engine,
        nodeCount: nodeCount,
        facts: facts
      )
      drawing.time = choice.time
      drawing.placesName = name
      drawing.omissions = omissions
      return drawing
    }
  }
}
