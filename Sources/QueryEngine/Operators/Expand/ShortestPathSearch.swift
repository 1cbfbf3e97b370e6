import GraphModel

/// Finds one shortest path between two different nodes, from both ends at once.
///
/// ```
/// while both sides have nodes:
///   go one step further on the smaller side
///   if a node is known to both sides: the path through the nearest such node
/// ```
struct ShortestPathSearch {
  private var forward = SearchMarks()
  private var backward = SearchMarks()

  /// Returns the relationships of a path; `nil` if there is none of at most `upper`.
  mutating func path(
    from start: UInt32,
    to end: UInt32,
    upper: Int,
    _ space: SearchSpace
  ) throws(QueryError) -> ContiguousArray<UInt32>? {
    let capacity = space.context.graph.nodes.capacity
    forward.clear(capacity: capacity)
    backward.clear(capacity: capacity)
    var first = SearchFrontier(start, isBackward: false, marks: &forward)
    var last = SearchFrontier(end, isBackward: true, marks: &backward)
    while !first.nodes.isEmpty, !last.nodes.isEmpty, first.distance + last.distance < upper {
      let isForward = first.nodes.count <= last.nodes.count
      if isForward {
        try first.advance(space, marks: &forward)
      } else {
        try last.advance(space, marks: &backward)
      }
      let meeting =
        isForward ? nearest(first.nodes, backward) : nearest(last.nodes, forward)
      if let meeting { return path(through: meeting, space) }
    }
    return nil
  }

  /// Returns the node that the other side knows at the least distance.
  private func nearest(_ nodes: ContiguousArray<UInt32>, _ marks: SearchMarks) -> UInt32? {
    var best: (node: UInt32, distance: Int)?
    for node in nodes {
      guard let distance = marks.distance(node), distance < best?.distance ?? .max else { continue }
      best = (node, distance)
    }
    return best?.node
  }

  private func path(through meeting: UInt32, _ space: SearchSpace) -> ContiguousArray<UInt32> {
    let table = space.context.graph.relationships
    var path: ContiguousArray<UInt32> = []
    var node = meeting
    while forward.step(node) != Column.null {
      path.append(forward.step(node))
      node = table.otherEnd(of: forward.step(node), from: node)
    }
    path.reverse()
    node = meeting
    while backward.step(node) != Column.null {
      path.append(backward.step(node))
      node = table.otherEnd(of: backward.step(node), from: node)
    }
    return path
  }
}
