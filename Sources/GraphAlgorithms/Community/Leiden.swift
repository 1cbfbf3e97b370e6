/// Holds a division into communities and how good it is.
public struct Communities: Sendable {
  /// The community of each node.
  public let members: ContiguousArray<UInt32>
  /// How many communities there are, numbered from 0 in the order of their lowest nodes.
  public let count: Int
  /// The modularity of the division.
  public let modularity: Double
}

extension CompactGraph {
  /// Divides the graph into connected communities of high modularity.
  ///
  /// Ignores directions; weights count. The same seed gives the same answer. Where the paper draws
  /// the part to join at random, the best one is taken. `iterations` repeats from the last division
  /// until nothing changes. About O(edges) per level, memory O(nodes + edges). Traag, Waltman, van
  /// Eck, "From Louvain to Leiden: guaranteeing well-connected communities", 2019.
  public func leiden(
    resolution: Double = 1,
    iterations: Int = 2,
    seed: UInt64 = 0,
    execution: Execution = Execution()
  ) throws -> Communities {
    guard resolution >= 0, resolution.isFinite else {
      throw AlgorithmError.invalidParameter("resolution \(resolution)", "use 0 or more")
    }
    let graph = CommunityGraph(ignoringDirection().outgoing)
    var generator = SeededGenerator(seed: seed)
    var found = Communities(
      members: ContiguousArray((0..<nodeCount).lazy.map { UInt32($0) }),
      count: nodeCount,
      modularity: 0
    )
    guard graph.total > 0 else { return found }
    for _ in 0..<max(1, iterations) {
      let start = found.members
      found = try graph.improved(start, resolution, &generator, execution)
      if found.members == start { break }
    }
    return found
  }
}

extension CommunityGraph {
  /// Makes one iteration: moves, refines and aggregates until every community is one node.
  fileprivate func improved(
    _ members: ContiguousArray<UInt32>,
    _ resolution: Double,
    _ generator: inout SeededGenerator,
    _ execution: Execution
  ) throws -> Communities {
    var level = self
    var start = members
    /// The node of the level that stands for each node of the graph.
    var nodes = ContiguousArray((0..<count).lazy.map { UInt32($0) })
    while true {
      var moving = LocalMoving(level, start: start, resolution: resolution, execution)
      try moving.run(&generator)
      let refinement = try Refinement(
        level,
        communities: moving.communities,
        resolution: resolution,
        &generator,
        execution
      )
      guard refinement.count < level.count else {
        let parts = try level.connectedParts(of: moving.communities, execution)
        let labels = ContiguousArray(nodes.lazy.map { parts.labels[Int($0)] })
        return Communities(
          members: ComponentLabels(renumbering: labels, limit: parts.count).labels,
          count: parts.count,
          modularity: level.modularity(
            of: parts.labels,
            count: parts.count,
            resolution: resolution
          )
        )
      }
      for node in nodes.indices { nodes[node] = refinement.parts[Int(nodes[node])] }
      start = refinement.communities
      level = try level.aggregated(by: refinement.parts, count: refinement.count, execution)
    }
  }

  /// Splits communities into their connected parts.
  ///
  /// O(nodes + edges).
  private func connectedParts(
    of communities: ContiguousArray<UInt32>,
    _ execution: Execution
  ) throws -> ComponentLabels {
    var steps = StepCounter(execution)
    var parts = ContiguousArray<UInt32>(repeating: .max, count: count)
    var stack: ContiguousArray<UInt32> = []
    for start in 0..<count where parts[start] == .max {
      parts[start] = UInt32(start)
      stack.append(UInt32(start))
      while let node = stack.popLast().map({ Int($0) }) {
        let row = range(of: node)
        try steps.advance(row.count + 1)
        for slot in row {
          let target = Int(targets[slot])
          guard parts[target] == .max, communities[target] == communities[node] else { continue }
          parts[target] = UInt32(start)
          stack.append(UInt32(target))
        }
      }
    }
    return ComponentLabels(renumbering: parts, limit: count)
  }
}
