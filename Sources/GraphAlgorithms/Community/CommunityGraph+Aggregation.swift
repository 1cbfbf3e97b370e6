extension CommunityGraph {
  /// Returns the graph whose nodes are the communities.
  ///
  /// O(nodes + edges).
  func aggregated(
    by communities: ContiguousArray<UInt32>,
    count: Int,
    _ execution: Execution
  ) throws -> CommunityGraph {
    let members = CSR.grouped(
      rows: count,
      keys: communities,
      values: ContiguousArray((0..<self.count).lazy.map { UInt32($0) }),
      weights: nil
    )
    let portion = max(1, count / 128)
    let blocks = try execution.parallel(count, portion: portion) { portions in
      var sums = NeighborSums(count: count)
      var blocks: [AggregatedBlock] = []
      while let range = try portions.next() {
        blocks.append(AggregatedBlock(range, members, self, communities, &sums))
      }
      return blocks
    }
    return CommunityGraph(
      blocks.joined().sorted { $0.communities.lowerBound < $1.communities.lowerBound }
    )
  }

  private init(_ blocks: [AggregatedBlock]) {
    var offsets: ContiguousArray<Int> = [0]
    var loops: ContiguousArray<Double> = []
    var strengths: ContiguousArray<Double> = []
    for block in blocks {
      for degree in block.degrees { offsets.append(offsets[offsets.count - 1] + degree) }
      loops.append(contentsOf: block.loops)
      strengths.append(contentsOf: block.strengths)
    }
    var targets: ContiguousArray<UInt32> = []
    var weights: ContiguousArray<Double> = []
    targets.reserveCapacity(offsets[offsets.count - 1])
    weights.reserveCapacity(offsets[offsets.count - 1])
    for block in blocks {
      targets.append(contentsOf: block.targets)
      weights.append(contentsOf: block.weights)
    }
    self.init(
      offsets: offsets,
      targets: targets,
      weights: weights,
      loops: loops,
      strengths: strengths
    )
  }
}

/// The rows of a few consecutive communities.
private struct AggregatedBlock: Sendable {
  let communities: Range<Int>
  private(set) var degrees: ContiguousArray<Int> = []
  private(set) var targets: ContiguousArray<UInt32> = []
  private(set) var weights: ContiguousArray<Double> = []
  private(set) var loops: ContiguousArray<Double> = []
  private(set) var strengths: ContiguousArray<Double> = []
  private var touched: UInt32 = 0

  init(
    _ range: Range<Int>,
    _ members: CSR,
    _ graph: CommunityGraph,
    _ labels: ContiguousArray<UInt32>,
    _ sums: inout NeighborSums
  ) {
    communities = range
    for community in range {
      var strength = 0.0
      var loop = 0.0
      for (place, member) in members[community].enumerated() {
        if place % 16 == 0 {
          touched = graph.touchRows(of: members[community].dropFirst(place).prefix(16))
        }
        strength += graph.strengths[Int(member)]
        loop += graph.loops[Int(member)]
        sums.add(rowOf: Int(member), in: graph, labels)
      }
      let start = targets.count
      for other in sums.touched {
        let weight = sums.take(other)
        if Int(other) == community {
          loop += weight / 2
        } else {
          targets.append(other)
          weights.append(weight)
        }
      }
      sums.clear()
      degrees.append(targets.count - start)
      loops.append(loop)
      strengths.append(strength)
    }
  }
}
