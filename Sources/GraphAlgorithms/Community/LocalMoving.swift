/// Moves nodes between communities as long as modularity grows.
struct LocalMoving {
  private let graph: CommunityGraph
  private let resolution: Double
  /// The community of each node, below the number of nodes.
  private(set) var communities: ContiguousArray<UInt32>
  private var strengths: ContiguousArray<Double>
  private var sizes: ContiguousArray<UInt32>
  private var empty: ContiguousArray<UInt32> = []
  private var sums: NeighborSums

  init(_ graph: CommunityGraph, start: ContiguousArray<UInt32>, resolution: Double) {
    self.graph = graph
    self.resolution = resolution
    communities = start
    strengths = ContiguousArray(repeating: 0, count: graph.count)
    sizes = ContiguousArray(repeating: 0, count: graph.count)
    sums = NeighborSums(count: graph.count)
    for node in 0..<graph.count {
      strengths[Int(start[node])] += graph.strengths[node]
      sizes[Int(start[node])] += 1
    }
    for community in (0..<graph.count).reversed() where sizes[community] == 0 {
      empty.append(UInt32(community))
    }
  }

  /// Visits all nodes in random order, and again those whose neighbours moved.
  mutating func run(_ generator: inout SeededGenerator, _ steps: inout StepCounter) throws {
    var order = ContiguousArray((0..<graph.count).lazy.map { UInt32($0) })
    order.shuffle(using: &generator)
    var isWaiting = ContiguousArray(repeating: true, count: graph.count)
    while !order.isEmpty {
      var next: ContiguousArray<UInt32> = []
      for node in order {
        isWaiting[Int(node)] = false
        let row = graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1]
        try steps.advance(row.count + 1)
        guard let community = move(Int(node)) else { continue }
        Self.wake(graph.targets, row, except: community, communities, &isWaiting, &next)
      }
      order = next
    }
  }

  /// Has neighbours outside of a community wait for another visit.
  ///
  /// Static, so that each column is borrowed once for the whole row; targets are nodes.
  private static func wake(
    _ targets: ContiguousArray<UInt32>,
    _ row: Range<Int>,
    except community: UInt32,
    _ communities: ContiguousArray<UInt32>,
    _ isWaiting: inout ContiguousArray<Bool>,
    _ next: inout ContiguousArray<UInt32>
  ) {
    let targets = targets.span
    let communities = communities.span
    var waiting = isWaiting.mutableSpan
    for slot in row {
      let neighbor = unsafe targets[unchecked: slot]
      guard unsafe !waiting[unchecked: Int(neighbor)],
        unsafe communities[unchecked: Int(neighbor)] != community
      else { continue }
      unsafe waiting[unchecked: Int(neighbor)] = true
      next.append(neighbor)
    }
  }

  /// Returns the better community that a node has moved to; `nil` when there is none.
  private mutating func move(_ node: Int) -> UInt32? {
    sums.add(rowOf: node, in: graph, communities)
    let own = communities[node]
    let strength = graph.strengths[node]
    let factor = resolution * strength / graph.total
    strengths[Int(own)] -= strength
    var best = own
    var gain = sums[own] - factor * strengths[Int(own)]
    for community in sums.touched {
      let value = sums.take(community) - factor * strengths[Int(community)]
      // Below that, rounding could move nodes to and fro for ever.
      if value > gain + 1e-9 { (best, gain) = (community, value) }
    }
    sums.clear()
    if gain < -1e-9, sizes[Int(own)] > 1, let alone = empty.popLast() { best = alone }
    strengths[Int(best)] += strength
    guard best != own else { return nil }
    sizes[Int(own)] -= 1
    if sizes[Int(own)] == 0 { empty.append(own) }
    sizes[Int(best)] += 1
    communities[node] = best
    return best
  }
}
