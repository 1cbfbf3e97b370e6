/// Says how Graphviz is to lay out a drawing, and for how long it may try.
public struct LayoutChoice: Hashable, Sendable {
  /// The engine.
  public let engine: LayoutEngine
  /// The time on the clock after which the next choice is tried, if there is one.
  public let time: Duration
  /// What the engine is told, on top of how the drawing looks.
  let attributes: DOTAttributes

  init(_ engine: LayoutEngine, seconds: Int, _ attributes: DOTAttributes = [:]) {
    self.engine = engine
    time = .seconds(seconds)
    self.attributes = attributes
  }
}
