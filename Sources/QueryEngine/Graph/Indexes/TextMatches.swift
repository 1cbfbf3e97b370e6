import GraphModel

/// Holds nodes that were found by their texts, in the order of these; those that an image has in order
/// are read when they are wanted.
struct TextMatches {
  private enum Source {
    case nodes(ContiguousArray<UInt32>)
    /// Those of an image that are in a range.
    case image(ImageTextOrder, members: Range<UInt32>)
  }

  private let source: Source
  /// The places of those that are left.
  private var places: Range<Int>

  /// Holds nodes in the order in which they come.
  init(_ nodes: ContiguousArray<UInt32>) {
    source = .nodes(nodes)
    places = nodes.indices
  }

  /// Holds those nodes at places of an order that are in a range.
  init(_ places: Range<Int>, of order: ImageTextOrder, in members: Range<UInt32>) {
    source = .image(order, members: members)
    self.places = places
  }

  /// How many are left.
  ///
  /// Complexity: O(1); linear in their number where not all nodes are wanted.
  var count: Int {
    guard case .image(let order, let members) = source, members != Self.allNodes else {
      return places.count
    }
    return order.count(at: places, in: members)
  }

  /// The range of all nodes.
  static let allNodes = 0..<Column.null

  /// Removes and returns the next ones, about so many; none where there are no more.
  mutating func next(_ limit: Int) -> ContiguousArray<UInt32> {
    while !places.isEmpty {
      let some = places.prefix(max(1, limit))
      places = some.upperBound..<places.upperBound
      switch source {
      case .nodes(let nodes):
        return some.count == nodes.count ? nodes : ContiguousArray(nodes[some])
      case .image(let order, let members):
        let found = order.elements(at: some)
        guard !found.allSatisfy(members.contains) else { return found }
        let kept = found.filter(members.contains)
        if !kept.isEmpty { return ContiguousArray(kept) }
      }
    }
    return []
  }
}

extension PropertyGraph {
  /// Returns the nodes whose property begins with a text, as `nodes(_:matching:)` does.
  ///
  /// Complexity: O(log n) where an image has the order of the texts and nothing has changed since.
  func matches(_ property: IndexedProperty, prefix: String) -> TextMatches {
    if nodeCount(labelled: property.label) > Self.fewNodes,
      let column = nodeProperties.orderedColumn(property.key), !column.hasLaterElements,
      let order = column.textOrder, let members = imageRun(of: property.label)
    {
      return TextMatches(order.places(withPrefix: Array(prefix.utf8)), of: order, in: members)
    }
    return TextMatches(nodes(property, matching: .prefix(prefix)))
  }
}
