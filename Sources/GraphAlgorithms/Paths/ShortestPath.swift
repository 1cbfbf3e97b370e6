/// Finds shortest paths between pairs of nodes; one after the other without allocating anew.
public struct ShortestPathSearch {
  private let graph: CompactGraph
  private var forward: SearchSide
  private var backward: SearchSide

  /// Makes room for searches.
  ///
  /// O(nodes).
  public init(_ graph: CompactGraph) {
    self.graph = graph
    forward = SearchSide(nodeCount: graph.nodeCount)
    backward = forward
  }

  /// Returns the nodes of a shortest path, both ends included; `nil` when there is none.
  ///
  /// Follows directions, ignores weights; which of several is returned depends on the graph alone.
  /// Breadth-first from both ends, the smaller frontier first (Pohl, "Bi-directional search", 1971):
  /// O(edges of what is met).
  public mutating func path(
    from source: UInt32,
    to target: UInt32,
    execution: Execution = Execution()
  ) throws -> [UInt32]? {
    try graph.check([source, target])
    forward.start(at: source)
    backward.start(at: target)
    if source == target { return [source] }
    while !forward.frontier.isEmpty, !backward.frontier.isEmpty {
      try execution.proceed()
      let isForward = forward.frontier.count <= backward.frontier.count
      let link =
        isForward
        ? forward.expand(graph.outgoing, toward: backward)
        : backward.expand(graph.incoming, toward: forward)
      guard let (near, far) = link else { continue }
      let (first, second) = isForward ? (near, far) : (far, near)
      return forward.chain(from: first).reversed() + backward.chain(from: second)
    }
    return nil
  }
}

private struct SearchSide {
  private(set) var frontier: ContiguousArray<UInt32> = []
  /// The node before each node of this search; `.max` where it has not been.
  private var parents: ContiguousArray<UInt32>
  private var touched: ContiguousArray<UInt32> = []

  init(nodeCount: Int) { parents = ContiguousArray(repeating: .max, count: nodeCount) }

  mutating func start(at node: UInt32) {
    for node in touched { parents[Int(node)] = .max }
    touched = [node]
    frontier = [node]
    parents[Int(node)] = node
  }

  /// Goes one step further; returns the edge that meets the other side, its near end first.
  mutating func expand(_ rows: CSR, toward other: SearchSide) -> (UInt32, UInt32)? {
    var next: ContiguousArray<UInt32> = []
    defer {
      frontier = next
      touched += next
    }
    let frontier = frontier
    let targets = rows.targets.span
    let met = other.parents.span
    var known = parents.mutableSpan
    for node in frontier {
      for slot in rows.range(of: Int(node)) {
        let target = targets[slot]
        if met[Int(target)] != .max { return (node, target) }
        guard known[Int(target)] == .max else { continue }
        known[Int(target)] = node
        next.append(target)
      }
    }
    return nil
  }

  /// Returns the nodes from `node` back to where the search began.
  func chain(from node: UInt32) -> [UInt32] {
    var chain = [node]
    var node = node
    while parents[Int(node)] != node {
      node = parents[Int(node)]
      chain.append(node)
    }
    return chain
  }
}

extension CompactGraph {
  /// Returns a shortest path as `ShortestPathSearch` does; for many pairs use that.
  public func shortestPath(
    from source: UInt32,
    to target: UInt32,
    execution: Execution = Execution()
  ) throws -> [UInt32]? {
    var search = ShortestPathSearch(self)
    return try search.path(from: source, to: target, execution: execution)
  }
}
