extension CompactGraph {
  /// Rates a division into communities: the share of edges inside beyond what chance would put there.
  ///
  /// Ignores directions; weights count, loops count twice in the strength of their node. 0 for a graph
  /// without edges. O(nodes + edges). Newman and Girvan, 2004; resolution after Reichardt and
  /// Bornholdt, 2006.
  public func modularity(
    of communities: ContiguousArray<UInt32>,
    resolution: Double = 1
  ) throws -> Double {
    guard communities.count == nodeCount else {
      throw AlgorithmError.lengthMismatch("there is not one community per node")
    }
    let labels = CommunityNumbers.compact(communities)
    let graph = CommunityGraph(ignoringDirection().outgoing)
    return graph.modularity(of: labels.numbers, count: labels.count, resolution: resolution)
  }
}

/// Gives labels of any size the numbers from 0 in the order of their first use.
enum CommunityNumbers {
  static func compact(_ labels: ContiguousArray<UInt32>)
    -> (numbers: ContiguousArray<UInt32>, count: Int)
  {
    var numbers: [UInt32: UInt32] = [:]
    let compact = labels.map { label in
      let next = UInt32(numbers.count)
      if let known = numbers[label] { return known }
      numbers[label] = next
      return next
    }
    return (ContiguousArray(compact), numbers.count)
  }
}
