/// A way through a graph and what it costs.
public struct WeightedPath: Hashable, Comparable, Sendable {
  /// The sum of the weights, the number of edges where there are none.
  public let cost: Double
  /// The nodes, both ends included, none twice.
  public let nodes: [UInt32]

  /// Orders by cost, then by nodes.
  public static func < (left: Self, right: Self) -> Bool {
    left.cost != right.cost
      ? left.cost < right.cost : left.nodes.lexicographicallyPrecedes(right.nodes)
  }
}

extension CompactGraph {
  /// Returns the `count` cheapest paths without circles, cheapest first; fewer if there are no more.
  ///
  /// Follows directions; of parallel edges the cheapest counts. O(count × length × (edges +
  /// nodes · log nodes)). Yen, "Finding the k shortest loopless paths in a network", 1971; Dijkstra,
  /// 1959.
  public func shortestPaths(
    from source: UInt32,
    to target: UInt32,
    count: Int,
    execution: Execution = Execution()
  ) throws -> [WeightedPath] {
    try check([source, target])
    var search = DijkstraSearch(outgoing, execution)
    guard count > 0,
      let first = try search.path(from: source, to: target, avoiding: [], firstSteps: [])
    else { return [] }
    var paths = [first]
    var known: Set<[UInt32]> = [first.nodes]
    var candidates = MinimumHeap<WeightedPath>()
    while paths.count < count, let last = paths.last {
      for place in last.nodes.indices.dropLast() {
        let root = last.nodes[...place]
        let taken = paths.filter { $0.nodes.count > place + 1 && $0.nodes[...place] == root }
          .map { $0.nodes[place + 1] }
        let spur = try search.path(
          from: last.nodes[place],
          to: target,
          avoiding: root.dropLast(),
          firstSteps: Set(taken)
        )
        guard let spur else { continue }
        let nodes = root.dropLast() + spur.nodes
        guard known.insert(Array(nodes)).inserted else { continue }
        candidates.insert(WeightedPath(cost: cost(of: Array(nodes)), nodes: Array(nodes)))
      }
      guard let next = candidates.popMinimum() else { break }
      paths.append(next)
    }
    return paths
  }

  /// Adds up the cheapest edges along a path, always in the same order.
  private func cost(of nodes: [UInt32]) -> Double {
    guard let weights = outgoing.weights else { return Double(nodes.count - 1) }
    return zip(nodes, nodes.dropFirst()).reduce(0) { sum, pair in
      let row = outgoing.range(of: Int(pair.0)).filter { outgoing.targets[$0] == pair.1 }
      return sum + (row.map { weights[$0] }.min() ?? 0)
    }
  }
}

/// Finds cheapest paths around nodes and first steps that are forbidden.
private struct DijkstraSearch {
  private let rows: CSR
  private var costs: ContiguousArray<Double>
  private var parents: ContiguousArray<UInt32>
  private var touched: ContiguousArray<UInt32> = []
  private var steps: StepCounter

  init(_ rows: CSR, _ execution: Execution) {
    self.rows = rows
    costs = ContiguousArray(repeating: .infinity, count: rows.rowCount)
    parents = ContiguousArray(repeating: .max, count: rows.rowCount)
    steps = StepCounter(execution)
  }

  mutating func path(
    from source: UInt32,
    to target: UInt32,
    avoiding: ArraySlice<UInt32>,
    firstSteps: Set<UInt32>
  ) throws -> WeightedPath? {
    for node in touched { costs[Int(node)] = .infinity }
    touched = ContiguousArray(avoiding)
    // Nothing is cheaper than this: such nodes are never entered.
    for node in avoiding { costs[Int(node)] = -1 }
    var queue = MinimumHeap<QueuedNode<Double>>()
    enter(source, cost: 0, from: source, &queue)
    while let next = queue.popMinimum() {
      if next.node == target { return path(to: target, from: source) }
      guard next.key == costs[Int(next.node)] else { continue }
      let row = rows.range(of: Int(next.node))
      try steps.advance(row.count + 1)
      for slot in row {
        let other = rows.targets[slot]
        if next.node == source, firstSteps.contains(other) { continue }
        enter(other, cost: next.key + (rows.weights?[slot] ?? 1), from: next.node, &queue)
      }
    }
    return nil
  }

  private mutating func enter(
    _ node: UInt32,
    cost: Double,
    from parent: UInt32,
    _ queue: inout MinimumHeap<QueuedNode<Double>>
  ) {
    guard cost < costs[Int(node)] else { return }
    if costs[Int(node)] == .infinity { touched.append(node) }
    costs[Int(node)] = cost
    parents[Int(node)] = parent
    queue.insert(QueuedNode(key: cost, node: node))
  }

  private func path(to target: UInt32, from source: UInt32) -> WeightedPath {
    var nodes = [target]
    var node = target
    while node != source {
      node = parents[Int(node)]
      nodes.append(node)
    }
    return WeightedPath(cost: costs[Int(target)], nodes: nodes.reversed())
  }
}
