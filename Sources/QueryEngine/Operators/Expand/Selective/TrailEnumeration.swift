import GraphModel

/// Finds all matches of one length that end in some states, one after another.
///
/// It goes backwards, for the distance of each state from the start is known: no step is taken that
/// cannot lead there in time.
///
/// ```
/// visit(state, trail):
///   if state is the first and trail is complete: emit trail
///   for edge in edges to state: if no relationship of it is in trail
///     if |edge| + |trail| + distance(source) ≤ length: visit(source, edge + trail)
/// ```
struct TrailEnumeration {
  /// The least length of a match that may exist beyond those of this length.
  ///
  /// `.max` if there is none; known when all are found.
  private(set) var nextLength = Int.max
  private let length: Int
  private let ends: [Int32]
  private var end = 0
  private var frames: ContiguousArray<Frame> = []
  private var trail: ContiguousArray<Int32> = []
  private var used: Set<UInt32> = []
  private var covered = 0
  private var steps = 0

  private struct Frame {
    let state: Int32
    var edge: Int32
  }

  /// Starts over, for the matches of `length` relationships that end in one of `ends`.
  init(ends: [Int32], length: Int) {
    self.ends = ends
    self.length = length
  }

  /// Returns the edges of the next match from the first state (number 0) on; `nil` if there are no
  /// more.
  mutating func next(
    _ graph: ProductGraph,
    _ lengths: [Int],
    _ context: ExecutionContext
  ) throws(QueryError) -> ContiguousArray<Int32>? {
    while true {
      guard let frame = frames.last else {
        guard end < ends.count else { return nil }
        end += 1
        if enter(ends[end - 1], graph) { return [] }
        continue
      }
      guard frame.edge != ProductGraph.none else {
        frames.removeLast()
        if let edge = trail.popLast() { setUsed(edge, false, graph, lengths) }
        continue
      }
      let edge = graph.edges[Int(frame.edge)]
      frames[frames.count - 1].edge = edge.previous
      let source = graph.states[Int(edge.source)]
      let added = edge.elements == ProductGraph.none ? 0 : lengths[Int(source.step)]
      guard !isUsed(edge, added, graph) else { continue }
      let total = covered + added + source.distance
      guard total <= length else {
        nextLength = min(nextLength, total)
        continue
      }
      trail.append(frame.edge)
      setUsed(frame.edge, true, graph, lengths)
      frames.append(Frame(state: edge.source, edge: source.lastEdge))
      steps += 1
      if steps.isMultiple(of: 4_096) { try context.check() }
      if edge.source == 0, covered == length { return ContiguousArray(trail.reversed()) }
    }
  }

  /// Begins at a state where matches end; returns true if it is the first one, and that is all.
  private mutating func enter(_ state: Int32, _ graph: ProductGraph) -> Bool {
    let distance = graph.states[Int(state)].distance
    guard distance <= length else {
      nextLength = min(nextLength, distance)
      return false
    }
    frames.append(Frame(state: state, edge: graph.states[Int(state)].lastEdge))
    return state == 0 && length == 0
  }

  private func isUsed(_ edge: ProductGraph.Edge, _ added: Int, _ graph: ProductGraph) -> Bool {
    for index in 0..<added
    where used.contains(graph.elements[Int(edge.elements) + 2 * index + 1]) { return true }
    return false
  }

  private mutating func setUsed(
    _ index: Int32,
    _ isUsed: Bool,
    _ graph: ProductGraph,
    _ lengths: [Int]
  ) {
    let edge = graph.edges[Int(index)]
    guard edge.elements != ProductGraph.none else { return }
    let added = lengths[Int(graph.states[Int(edge.source)].step)]
    covered += isUsed ? added : -added
    for index in 0..<added {
      let relationship = graph.elements[Int(edge.elements) + 2 * index + 1]
      if isUsed { used.insert(relationship) } else { used.remove(relationship) }
    }
  }
}
