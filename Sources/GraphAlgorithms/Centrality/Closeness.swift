extension CompactGraph {
  /// Rates nodes by how near all others are along their edges, `reversed` for the way to them.
  ///
  /// Wasserman and Faust, "Social network analysis", 1994, for graphs that are not connected: with r
  /// nodes within reach, (r / (n − 1)) · (r / sum of distances); 0 where none is. Weights are ignored.
  /// O(nodes × edges), memory O(nodes × threads).
  public func closeness(execution: Execution = Execution()) throws -> ContiguousArray<Double> {
    let scores = DisjointColumn<Double>(repeating: 0, count: nodeCount)
    _ = try execution.parallel(nodeCount, portion: 16) { portions in
      var search = BreadthFirst(nodeCount: nodeCount)
      while let range = try portions.next() {
        for node in range {
          search.run(from: UInt32(node), in: outgoing, maximum: .max)
          var sum = 0
          for (level, nodes) in search.levels.enumerated() { sum += level * nodes.count }
          let reached = Double(search.order.count - 1)
          let score = sum == 0 ? 0 : reached * reached / (Double(nodeCount - 1) * Double(sum))
          scores.withRange(node..<node + 1) { $0[0] = score }
          try execution.proceed()
        }
      }
    }
    return scores.column()
  }
}
