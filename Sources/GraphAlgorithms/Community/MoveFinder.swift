/// Finds better communities for nodes: what one thread needs for that.
struct MoveFinder: Sendable {
  private var sums: NeighborSums
  /// Nodes from which a neighbour has moved away, as 1.
  private var woken: ContiguousArray<UInt8>
  private var touched: UInt32 = 0

  init(count: Int) {
    sums = NeighborSums(count: count)
    woken = ContiguousArray(repeating: 0, count: count)
  }

  /// Chooses for several nodes by the same communities.
  mutating func choose(
    for nodes: ContiguousArray<UInt32>.SubSequence,
    in division: Division,
    _ choices: inout MutableSpan<UInt32>
  ) {
    touched = division.graph.touchRows(of: nodes)
    for (place, node) in nodes.enumerated() {
      choices[place] = choose(for: Int(node), in: division)
    }
  }

  /// Returns the community that suits a node best, its own rather than others; `Division.alone`
  /// where all do harm.
  mutating func choose(for node: Int, in division: Division) -> UInt32 {
    let own = division.communities[node]
    let strength = division.graph.strengths[node]
    let cost = division.cost * strength
    sums.add(rowOf: node, in: division.graph, division.communities)
    let stay = sums[own] - cost * (division.strengths[Int(own)] - strength)
    let best = sums.takeBest(division.strengths, cost: cost, above: stay)
    if (best?.gain ?? stay) < -1e-9 { return Division.alone }
    return best?.community ?? own
  }

  /// Wakes the neighbours that are not in the community of a node that has moved there.
  mutating func wakeNeighbors(of node: Int, in division: Division) {
    let graph = division.graph
    Self.wake(graph.targets, graph.range(of: node), division.communities, node, &woken)
  }

  /// Returns whether a node was woken, and forgets that.
  mutating func takeWoken(_ node: Int) -> Bool {
    let isWoken = woken[node] != 0
    woken[node] = 0
    return isWoken
  }

  /// Static, so that each column is borrowed once for the whole row, and without a branch, since
  /// nobody can foretell it; targets are nodes.
  private static func wake(
    _ targets: ContiguousArray<UInt32>,
    _ row: Range<Int>,
    _ communities: ContiguousArray<UInt32>,
    _ node: Int,
    _ woken: inout ContiguousArray<UInt8>
  ) {
    let targets = targets.span
    let communities = communities.span
    var woken = woken.mutableSpan
    let community = communities[node]
    for slot in row {
      let neighbor = unsafe Int(targets[unchecked: slot])
      let isElsewhere = unsafe communities[unchecked: neighbor] != community
      unsafe woken[unchecked: neighbor] |= isElsewhere ? 1 : 0
    }
  }
}
