/// Says from which nodes shortest paths are counted.
public enum BetweennessSources: Sendable {
  /// From every node: exact.
  case all
  /// From these, as they are given: an estimate.
  case pivots([UInt32])
  /// From that many different nodes drawn at random: an estimate.
  case sample(count: Int, seed: UInt64)
}

extension CompactGraph {
  /// Rates nodes by the share of shortest paths between others that lead through them.
  ///
  /// Each pair counts once in an undirected graph, twice (each way) in a directed one. Estimates are
  /// scaled by nodes / pivots. `isNormalized` divides by the number of pairs without the node.
  /// Parallel edges are different paths; weights are ignored. O(pivots × (nodes + edges)), memory
  /// O(nodes × threads). Brandes, "A faster algorithm for betweenness centrality", 2001; Brandes and
  /// Pich, "Centrality estimation in large networks", 2007.
  public func betweenness(
    from sources: BetweennessSources = .all,
    isNormalized: Bool = false,
    execution: Execution = Execution()
  ) throws -> ContiguousArray<Double> {
    let pivots = try self.pivots(sources)
    var scores = ContiguousArray<Double>(repeating: 0, count: nodeCount)
    // Sums are made in the order of pivots, whichever thread was faster.
    let batch = 8
    for start in stride(from: 0, to: pivots.count, by: batch) {
      let part = pivots[start..<min(start + batch, pivots.count)]
      let parts = try execution.parallel(part.count, portion: 1) { portions in
        var found: [(Int, ContiguousArray<Double>)] = []
        var sweep = BrandesSweep(self)
        while let range = try portions.next() {
          for place in range {
            let pivot = part[part.startIndex + place]
            found.append((place, try sweep.dependencies(on: pivot, execution)))
          }
        }
        return found
      }
      for (_, dependencies) in parts.joined().sorted(by: { $0.0 < $1.0 }) {
        for node in 0..<nodeCount { scores[node] += dependencies[node] }
      }
    }
    let factor = scale(pivots: pivots.count, isNormalized: isNormalized)
    for node in 0..<nodeCount { scores[node] *= factor }
    return scores
  }

  private func pivots(_ sources: BetweennessSources) throws -> [UInt32] {
    switch sources {
    case .all: return (0..<nodeCount).map { UInt32($0) }
    case .pivots(let nodes):
      try check(nodes)
      return nodes
    case .sample(let count, let seed):
      var generator = SeededGenerator(seed: seed)
      var nodes = (0..<nodeCount).map { UInt32($0) }
      let drawn = min(max(0, count), nodeCount)
      for place in 0..<drawn {
        nodes.swapAt(place, Int.random(in: place..<nodeCount, using: &generator))
      }
      return Array(nodes[..<drawn])
    }
  }

  private func scale(pivots: Int, isNormalized: Bool) -> Double {
    guard pivots > 0 else { return 0 }
    let count = Double(nodeCount)
    let estimate = count / Double(pivots)
    if isNormalized { return nodeCount > 2 ? estimate / ((count - 1) * (count - 2)) : 0 }
    return isDirected ? estimate : estimate / 2
  }
}
