import GraphModel

/// Finds shortest paths between two different nodes, from both ends at once.
///
/// ```
/// while both sides have nodes and no node is known to both:
///   go one step further on the side with fewer relationships to go over
/// for node in those known to both:
///   for prefix in shortest ways from the start to it:
///     for suffix in shortest ways from it to the end: emit prefix + suffix
/// ```
struct TwoSidedSearch {
  private let forward: SearchMarks
  private let backward: SearchMarks
  private let space: SearchSpace

  /// Makes a search.
  init(_ space: SearchSpace) {
    forward = space.context.graph.searchMarks.take()
    backward = space.context.graph.searchMarks.take()
    self.space = space
  }

  /// Ends the search, for another one to use the marks.
  consuming func end() {
    let pool = space.context.graph.searchMarks
    pool.put(forward)
    pool.put(backward)
  }

  /// Returns the relationships of one shortest path; `nil` if there is none of at most `upper`.
  mutating func path(from start: UInt32, to end: UInt32, upper: Int) throws(QueryError)
    -> ContiguousArray<UInt32>?
  {
    let meetings = try meetings(from: start, to: end, upper: upper, isOneEnough: true)
    return meetings.first.map { meeting in
      let table = space.context.graph.relationships
      return ContiguousArray(forward.way(from: meeting, table).reversed())
        + backward.way(from: meeting, table)
    }
  }

  /// Returns the relationships of all shortest paths; none if they are longer than `upper`.
  mutating func paths(from start: UInt32, to end: UInt32, upper: Int) throws(QueryError)
    -> [ContiguousArray<UInt32>]
  {
    var paths: [ContiguousArray<UInt32>] = []
    for meeting in try meetings(from: start, to: end, upper: upper, isOneEnough: false) {
      let prefixes = try ways(from: meeting, forward, isBackward: true)
      let suffixes = try ways(from: meeting, backward, isBackward: false)
      try space.context.check()
      for prefix in prefixes {
        let first = ContiguousArray<UInt32>(prefix.reversed())
        for suffix in suffixes { paths.append(first + suffix) }
      }
    }
    return paths
  }

  /// Returns the nodes in which both sides meet, all at the same distance from either end; or the
  /// first of them.
  private mutating func meetings(
    from start: UInt32,
    to end: UInt32,
    upper: Int,
    isOneEnough: Bool
  ) throws(QueryError) -> [UInt32] {
    let capacity = space.context.graph.nodes.capacity
    try forward.clear(capacity: capacity)
    try backward.clear(capacity: capacity)
    var first = try SearchFrontier(start, isBackward: false, marks: forward)
    var last = try SearchFrontier(end, isBackward: true, marks: backward)
    while !first.nodes.isEmpty, !last.nodes.isEmpty, first.distance + last.distance < upper {
      // Whatever was known to both sides earlier would have been found then, so that every node of
      // the new ones that the other side knows is at the furthest distance of that side.
      if isOneEnough, space.haveEvenDistance(first.nodes[0], last.nodes[0]) {
        // An odd number of steps never leads to the other side.
        guard first.distance + last.distance + 2 <= upper else { return [] }
        let meeting =
          first.isCheaper(than: last, in: space)
          ? try first.advanceTwice(space, marks: forward, until: backward)
          : try last.advanceTwice(space, marks: backward, until: forward)
        if let meeting { return [meeting] }
        continue
      }
      let meetings =
        first.isCheaper(than: last, in: space)
        ? try first.advance(space, marks: forward, until: backward, isOneEnough: isOneEnough)
        : try last.advance(space, marks: backward, until: forward, isOneEnough: isOneEnough)
      if !meetings.isEmpty { return meetings }
    }
    return []
  }

  /// Returns all ways from a node to where the marks begin, always one step nearer.
  private func ways(
    from node: UInt32,
    _ marks: SearchMarks,
    isBackward: Bool
  ) throws(QueryError) -> [ContiguousArray<UInt32>] {
    var found: [ContiguousArray<UInt32>] = []
    let steps = NeighbourBuffer()
    var pending: [(node: UInt32, way: ContiguousArray<UInt32>)] = [(node, [])]
    while let (node, way) = pending.popLast() {
      guard let distance = marks.distance(node), distance > 0 else {
        found.append(way)
        continue
      }
      steps.removeAll()
      try space.steps(from: node, isBackward: isBackward, to: steps)
      for index in 0..<steps.count where marks.distance(steps[index].node) == distance - 1 {
        pending.append((steps[index].node, way + CollectionOfOne(steps[index].relationship)))
      }
    }
    return found
  }
}
