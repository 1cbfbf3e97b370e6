extension CompactGraph {
  /// Counts the edges of each node, out of it when directed.
  ///
  /// O(nodes + edges).
  ///
  /// Parallel edges count each, a loop of an undirected graph twice. `reversed.degrees()` gives
  /// in-degrees.
  public func degrees() -> ContiguousArray<Int> {
    var degrees = ContiguousArray<Int>()
    degrees.reserveCapacity(nodeCount)
    for node in 0..<nodeCount {
      let loops = isDirected ? 0 : outgoing[node].count { Int($0) == node }
      degrees.append(outgoing.range(of: node).count + loops)
    }
    return degrees
  }
}
