extension CompactGraph {
  /// Divides the graph by having each node take the label most of its neighbours have.
  ///
  /// Ignores directions and loops; weights and parallel edges count. A node keeps its label while
  /// that is among the best, else one of them is drawn. The same seed gives the same answer. Ends
  /// when no label changes, or after `rounds`. O(rounds × edges), memory O(nodes). Raghavan, Albert,
  /// Kumara, "Near linear time algorithm to detect community structures", 2007.
  public func labelPropagation(
    rounds: Int = 100,
    seed: UInt64 = 0,
    execution: Execution = Execution()
  ) throws -> ComponentLabels {
    let graph = CommunityGraph(ignoringDirection().outgoing)
    var generator = SeededGenerator(seed: seed)
    var steps = StepCounter(execution)
    var labels = ContiguousArray((0..<nodeCount).lazy.map { UInt32($0) })
    var order = labels
    var sums = NeighborSums(count: nodeCount)
    for _ in 0..<max(0, rounds) {
      order.shuffle(using: &generator)
      var hasChanged = false
      for node in order {
        sums.add(rowOf: Int(node), in: graph, labels)
        let label = sums.takeHeaviest(labels[Int(node)], &generator)
        hasChanged = hasChanged || label != labels[Int(node)]
        labels[Int(node)] = label
        try steps.advance(graph.offsets[Int(node) + 1] - graph.offsets[Int(node)] + 1)
      }
      if !hasChanged { break }
    }
    return ComponentLabels(renumbering: labels, limit: nodeCount)
  }
}

extension NeighborSums {
  /// Returns the label of the greatest sum, `own` rather than others, and empties all sums.
  fileprivate mutating func takeHeaviest(
    _ own: UInt32,
    _ generator: inout SeededGenerator
  ) -> UInt32 {
    let most = touched.reduce(0) { max($0, self[$1]) }
    let best = touched.filter { self[$0] == most }
    for label in touched { _ = take(label) }
    clear()
    return best.contains(own) ? own : best.randomElement(using: &generator) ?? own
  }
}
