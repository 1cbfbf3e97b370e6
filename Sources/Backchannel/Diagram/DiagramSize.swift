public import Diagrams

/// Says how many nodes a diagram may have, and how they look.
public struct DiagramSize: Hashable, Sendable {
  /// The most nodes; what is left out is counted in the drawing.
  public var maximumNodes: Int
  /// How the nodes look; `nil` is what suits their number.
  public var look: DrawingLook?

  /// Creates a size.
  public init(maximumNodes: Int = SizeTable.readableNodeCount, look: DrawingLook? = nil) {
    self.maximumNodes = maximumNodes
    self.look = look
  }
}
