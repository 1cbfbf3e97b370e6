/// The centre of a node, in points; `y` grows upwards.
public struct NodePlace: Hashable, Sendable {
  /// To the right.
  public let x: Double
  /// Upwards.
  public let y: Double

  /// Creates a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (left: NodePlace, right: NodePlace) -> NodePlace {
    NodePlace(x: left.x + right.x, y: left.y + right.y)
  }

  static func - (left: NodePlace, right: NodePlace) -> NodePlace {
    NodePlace(x: left.x - right.x, y: left.y - right.y)
  }

  /// The mean of some places; `nil` of none.
  static func mean(_ places: [NodePlace]) -> NodePlace? {
    guard !places.isEmpty else { return nil }
    let sum = places.reduce(NodePlace(x: 0, y: 0), +)
    let count = Double(places.count)
    return NodePlace(x: sum.x / count, y: sum.y / count)
  }
}

/// A rectangle in points; `y` grows upwards.
struct Box: Hashable, Sendable {
  var left, bottom, right, top: Double

  init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  init(centre: NodePlace, width: Double, height: Double) {
    left = centre.x - width / 2
    right = centre.x + width / 2
    bottom = centre.y - height / 2
    top = centre.y + height / 2
  }

  func grown(by margin: Double) -> Box {
    Box(left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin)
  }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left),
      bottom: min(bottom, other.bottom),
      right: max(right, other.right),
      top: max(top, other.top)
    )
  }

  func intersects(_ other: Box) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }
}
