extension CompactGraph {
  /// Returns for each node the largest k such that it lies in a part where all have k neighbours.
  ///
  /// Ignores directions and loops; parallel edges count once. O(nodes + edges), memory O(nodes).
  /// Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003.
  public func coreNumbers(execution: Execution = Execution()) throws -> ContiguousArray<Int> {
    let rows = ignoringDirection().outgoing
    var steps = StepCounter(execution)
    var degrees = ContiguousArray<Int>(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { rows.forEachNeighbor(of: node) { _ in degrees[node] += 1 } }
    var buckets = DegreeBuckets(degrees)
    for place in 0..<nodeCount {
      let node = Int(buckets.order[place])
      let core = buckets.degrees[node]
      rows.forEachNeighbor(of: node) { neighbor in
        if buckets.degrees[Int(neighbor)] > core { buckets.lower(neighbor) }
      }
      try steps.advance(rows.range(of: node).count)
    }
    return buckets.degrees
  }
}

extension CSR {
  /// Calls `body` for each different node of a row but `node` itself, ascending.
  func forEachNeighbor(of node: Int, _ body: (UInt32) -> Void) {
    var last: UInt32?
    for slot in range(of: node) where targets[slot] != last && Int(targets[slot]) != node {
      last = targets[slot]
      body(targets[slot])
    }
  }
}

/// Keeps nodes in order of their degrees while degrees fall by one at a time.
private struct DegreeBuckets {
  private(set) var degrees: ContiguousArray<Int>
  private(set) var order: ContiguousArray<UInt32>
  private var places: ContiguousArray<Int>
  /// Where in `order` each degree begins.
  private var starts: ContiguousArray<Int>

  init(_ degrees: ContiguousArray<Int>) {
    self.degrees = degrees
    starts = ContiguousArray(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    order = ContiguousArray(repeating: 0, count: degrees.count)
    places = ContiguousArray(repeating: 0, count: degrees.count)
    var next = starts
    for node in degrees.indices {
      places[node] = next[degrees[node]]
      order[places[node]] = UInt32(node)
      next[degrees[node]] += 1
    }
  }

  /// Moves a node to the end of the degree below its own.
  mutating func lower(_ node: UInt32) {
    let degree = degrees[Int(node)]
    let start = starts[degree]
    let first = order[start]
    let place = places[Int(node)]
    order.swapAt(start, place)
    places[Int(first)] = place
    places[Int(node)] = start
    starts[degree] += 1
    degrees[Int(node)] -= 1
  }
}
