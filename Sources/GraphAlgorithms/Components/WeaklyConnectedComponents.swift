extension CompactGraph {
  /// Finds which nodes are connected when directions are ignored.
  ///
  /// Near O(nodes) on graphs with one large component, O(nodes + edges) at worst, memory O(nodes).
  /// Union–find that joins a few edges of each node first and then leaves out the nodes of the
  /// largest component: Sutton, Ben-Nun, Barak, "Optimizing parallel graph connectivity computation
  /// via subgraph sampling", 2018.
  public func weaklyConnectedComponents(execution: Execution = Execution()) throws
    -> ComponentLabels
  {
    var sets = DisjointSets(count: nodeCount)
    var steps = StepCounter(execution)
    let sampled = 2
    for node in 0..<nodeCount {
      for slot in outgoing.range(of: node).prefix(sampled) {
        sets.join(UInt32(node), outgoing.targets[slot])
      }
      try steps.advance()
    }
    let largest = sets.commonRoot()
    for node in 0..<nodeCount where sets.root(of: UInt32(node)) != largest {
      for slot in outgoing.range(of: node).dropFirst(sampled) {
        sets.join(UInt32(node), outgoing.targets[slot])
      }
      if isDirected { for source in incoming[node] { sets.join(UInt32(node), source) } }
      try steps.advance(outgoing.range(of: node).count)
    }
    return ComponentLabels(renumbering: sets.roots(), limit: nodeCount)
  }
}

/// Joins sets of numbers: union–find with path halving, the lowest number as root.
private struct DisjointSets {
  private var parents: ContiguousArray<UInt32>

  init(count: Int) { parents = ContiguousArray((0..<count).lazy.map { UInt32($0) }) }

  mutating func root(of number: UInt32) -> UInt32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }

  mutating func join(_ first: UInt32, _ second: UInt32) {
    let one = root(of: first)
    let two = root(of: second)
    if one != two { parents[Int(max(one, two))] = min(one, two) }
  }

  mutating func roots() -> ContiguousArray<UInt32> {
    for number in parents.indices { parents[number] = root(of: UInt32(number)) }
    return parents
  }

  /// Returns the root of the largest set; `nil` when there is none.
  mutating func commonRoot() -> UInt32? {
    var sizes = ContiguousArray<UInt32>(repeating: 0, count: parents.count)
    for root in roots() { sizes[Int(root)] += 1 }
    return sizes.max().flatMap { sizes.firstIndex(of: $0) }.map { UInt32($0) }
  }
}
