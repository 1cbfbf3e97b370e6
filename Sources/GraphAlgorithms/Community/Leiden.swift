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
    let rows = ignoringDirection().outgoing
    let graph = CommunityGraph(rows)
    var steps = StepCounter(execution)
    var generator = SeededGenerator(seed: seed)
    var members = ContiguousArray((0..<nodeCount).lazy.map { UInt32($0) })
    if graph.total > 0 {
      for _ in 0..<max(1, iterations) {
        let start = members
        try graph.improve(&members, resolution, &generator, &steps)
        if ComponentLabels(renumbering: members, limit: nodeCount)
          == ComponentLabels(renumbering: start, limit: nodeCount)
        {
          break
        }
      }
    }
    let labels = try rows.connectedParts(of: members, &steps)
    return Communities(
      members: labels.labels,
      count: labels.count,
      modularity: graph.modularity(of: labels.labels, count: labels.count, resolution: resolution)
    )
  }
}

extension CommunityGraph {
  /// Makes one iteration: moves, refines and aggregates until every community is one node.
  fileprivate func improve(
    _ members: inout ContiguousArray<UInt32>,
    _ resolution: Double,
    _ generator: inout SeededGenerator,
    _ steps: inout StepCounter
  ) throws {
    var level = self
    var start = members
    /// The node of the level that stands for each node of the graph.
    var nodes = ContiguousArray((0..<count).lazy.map { UInt32($0) })
    while true {
      var moving = LocalMoving(level, start: start, resolution: resolution)
      try moving.run(&generator, &steps)
      let communities = moving.communities
      for node in nodes.indices { members[node] = communities[Int(nodes[node])] }
      var refinement = Refinement(level, communities: communities, resolution: resolution)
      try refinement.run(&generator, &steps)
      let parts = ComponentLabels(renumbering: refinement.parts, limit: level.count)
      guard parts.count < level.count else { return }
      start = Self.start(parts, communities)
      for node in nodes.indices { nodes[node] = parts.labels[Int(nodes[node])] }
      level = level.aggregated(by: parts.labels, count: parts.count)
    }
  }

  /// Returns the community of each part, in numbers below that of parts.
  private static func start(
    _ parts: ComponentLabels,
    _ communities: ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    var start = ContiguousArray<UInt32>(repeating: 0, count: parts.count)
    let compact = ComponentLabels(renumbering: communities, limit: communities.count)
    for node in communities.indices { start[Int(parts.labels[node])] = compact.labels[node] }
    return start
  }
}

extension CSR {
  /// Splits communities into their connected parts.
  ///
  /// O(nodes + edges).
  fileprivate func connectedParts(
    of communities: ContiguousArray<UInt32>,
    _ steps: inout StepCounter
  ) throws -> ComponentLabels {
    var parts = ContiguousArray<UInt32>(repeating: .max, count: rowCount)
    var stack: ContiguousArray<UInt32> = []
    for start in 0..<rowCount where parts[start] == .max {
      parts[start] = UInt32(start)
      stack.append(UInt32(start))
      while let node = stack.popLast().map({ Int($0) }) {
        try steps.advance(range(of: node).count + 1)
        for slot in range(of: node) {
          let target = Int(targets[slot])
          guard parts[target] == .max, communities[target] == communities[node] else { continue }
          parts[target] = UInt32(start)
          stack.append(UInt32(target))
        }
      }
    }
    return ComponentLabels(renumbering: parts, limit: rowCount)
  }
}
