import GraphModel

/// Finds the trails between two nodes in ascending order of their lengths.
///
/// ```
/// distance = steps from each node to the end, ignoring that none may be taken twice
/// for length from lower to upper:
///   depth first: all trails of that length, never further from the end than steps are left
///   stop when there are enough trails, or when no longer one can exist
/// ```
struct ShortestTrailsSearch {
  private let marks: SearchMarks
  private let space: SearchSpace

  /// Makes a search.
  init(_ space: SearchSpace) {
    marks = space.context.graph.searchMarks.take()
    self.space = space
  }

  /// Ends the search, for another one to use the marks.
  consuming func end() {
    let pool = space.context.graph.searchMarks
    pool.put(marks)
  }

  /// Returns the trails, the shortest first.
  mutating func trails(
    from start: UInt32,
    to end: UInt32,
    lower: Int,
    upper: Int,
    limit: Limit
  ) throws(QueryError) -> [ContiguousArray<UInt32>] {
    try measure(from: end, upper: upper)
    guard let least = marks.distance(start) else { return [] }
    var found: [ContiguousArray<UInt32>] = []
    var groups = 0
    var length = max(lower, least)
    while length <= upper {
      var pass = TrailPass(start, end, length: length, marks, space)
      let before = found.count
      try pass.run(limit.paths, &found)
      if found.count > before { groups += 1 }
      if found.count >= limit.paths || groups >= limit.groups || !pass.wasCut { break }
      length += 1
    }
    return found
  }

  /// Marks nodes with their distance to the end.
  private mutating func measure(from end: UInt32, upper: Int) throws(QueryError) {
    try marks.clear(capacity: space.context.graph.nodes.capacity)
    var frontier = try SearchFrontier(end, isBackward: true, marks: marks)
    while !frontier.nodes.isEmpty, frontier.distance < upper {
      try frontier.advance(space, marks: marks)
    }
  }

  /// Tells when there are enough trails.
  struct Limit {
    /// So many.
    var paths = Int.max
    /// All of so many different lengths.
    var groups = Int.max
  }
}

/// Goes depth first through the trails of one length.
struct TrailPass {
  /// Whether a longer trail may exist.
  private(set) var wasCut = false
  private let start: UInt32
  private let end: UInt32
  private let length: Int
  private let marks: SearchMarks
  private let space: SearchSpace
  private let candidates = NeighbourBuffer()
  private var trail: ContiguousArray<UInt32> = []
  private var steps = 0

  init(
    _ start: UInt32,
    _ end: UInt32,
    length: Int,
    _ marks: SearchMarks,
    _ space: SearchSpace
  ) {
    self.start = start
    self.end = end
    self.length = length
    self.marks = marks
    self.space = space
  }

  /// Appends trails until there are `limit`.
  mutating func run(_ limit: Int, _ found: inout [ContiguousArray<UInt32>]) throws(QueryError) {
    if length == 0, start == end { found.append([]) }
    var frames = [try frame(start)]
    while var frame = frames.popLast(), found.count < limit {
      guard frame.next < frame.end else {
        candidates.truncate(to: frame.start)
        if !trail.isEmpty { trail.removeLast() }
        continue
      }
      let (relationship, node) = candidates[frame.next]
      frame.next += 1
      frames.append(frame)
      guard let left = marks.distance(node), !trail.contains(relationship) else { continue }
      guard trail.count + 1 + left <= length else {
        wasCut = true
        continue
      }
      trail.append(relationship)
      if trail.count == length, node == end { found.append(trail) }
      steps += 1
      if steps.isMultiple(of: 4_096) { try space.context.check() }
      frames.append(try self.frame(node))
    }
  }

  private struct Frame {
    let start: Int
    let end: Int
    var next: Int
  }

  /// Collects how a trail can go on; at full length only to learn whether a longer one may exist.
  private mutating func frame(_ node: UInt32) throws(QueryError) -> Frame {
    let first = candidates.count
    guard trail.count < length || !wasCut else {
      return Frame(start: first, end: first, next: first)
    }
    try space.steps(from: node, isBackward: false, to: candidates)
    return Frame(start: first, end: candidates.count, next: first)
  }
}
