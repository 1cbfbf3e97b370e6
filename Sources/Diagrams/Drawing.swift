public import CaseModel

/// Holds a diagram that is ready for layout, and what is to be told of it beside the picture.
///
/// Every kind of diagram makes one; what comes after, from layout to file, is the same for all.
public struct Drawing: Sendable {
  /// The canonical graph: the same for the same case and filter, always.
  public var graph: DOTGraph
  /// The engine that suits the graph when nobody chooses another.
  public var engine: LayoutEngine
  /// How many nodes stand for records.
  public var nodeCount: Int
  /// The facts that have a line, once per line.
  public var facts: [FactID]
  /// The status of each line that rests on several facts, such as one for common events.
  public var derivedStatuses: [Status?] = []
  /// How many lines stand for something that has no status, such as who made a claim.
  public var plainLineCount = 0
  /// Whether every node has its place already, so that no other engine may be chosen.
  public var hasFixedPlaces = false
  /// What is to be told of these lines, after their number.
  public var plainLineMeaning = "without status"
  /// What the filter shows and the drawing does not.
  public var omissions: [Omission] = []
  /// How long its layout may take before a fallback is tried; as long as any where there is none.
  public var time: Duration?
  /// Simpler drawings of the same, in the order in which they are tried; made when they are asked
  /// for, which is hardly ever.
  public var fallbacks: [Drawing] {
    get { makeFallbacks() }
    set { makeFallbacks = { newValue } }
  }
  var makeFallbacks: @Sendable () -> [Drawing] = { [] }
  /// The name under which the places of its nodes are kept; `nil` where they cannot be.
  public var placesName: String?

  /// Creates a drawing.
  public init(graph: DOTGraph, engine: LayoutEngine, nodeCount: Int, facts: [FactID]) {
    self.graph = graph
    self.engine = engine
    self.nodeCount = nodeCount
    self.facts = facts
  }

  /// Draws what `scope` asks of `view`, with a card for every participant and event.
  ///
  /// - Parameter comparison: What changed, to be marked; `view` must show what was withdrawn.
  ///
  /// Complexity: O(n log n) in the visible facts.
  public static func cards(
    _ view: CaseView,
    scope: DiagramScope = .whole,
    comparison: DiagramComparison? = nil,
    style: StyleSheet = .light
  ) -> Drawing {
    let scene = DiagramScene(view, scope: scope, comparison: comparison)
    var drawing = Drawing(
      graph: SceneDOT.graph(scene, view: view, style: style),
      engine: .dot,
      nodeCount: scene.figures.count + scene.events.count,
      facts: scene.lines.map(\.fact)
    )
    drawing.omissions = scene.omissions + scene.unmarkedChanges(view)
    return drawing
  }
}
