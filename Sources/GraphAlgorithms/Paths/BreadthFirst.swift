/// Visits nodes in order of their distance; can be used again without clearing all of it.
struct BreadthFirst {
  /// The nodes reached, nearest first, in the order in which they were found.
  private(set) var order: ContiguousArray<UInt32> = []
  /// Where in `order` the nodes of each distance stand, from 0.
  private(set) var levels: [Range<Int>] = []
  private var isSeen: ContiguousArray<Bool>

  init(nodeCount: Int) { isSeen = ContiguousArray(repeating: false, count: nodeCount) }

  mutating func run(from source: UInt32, in rows: CSR, maximum: Int) {
    for node in order { isSeen[Int(node)] = false }
    order.removeAll(keepingCapacity: true)
    order.append(source)
    isSeen[Int(source)] = true
    levels = [0..<1]
    while levels.count - 1 < maximum, let last = levels.last {
      for place in last { Self.visit(rows, order[place], &isSeen, &order) }
      guard order.count > last.upperBound else { return }
      levels.append(last.upperBound..<order.count)
    }
  }

  private static func visit(
    _ rows: CSR,
    _ node: UInt32,
    _ isSeen: inout ContiguousArray<Bool>,
    _ order: inout ContiguousArray<UInt32>
  ) {
    let targets = rows.targets.span
    var seen = isSeen.mutableSpan
    for slot in rows.range(of: Int(node)) where !seen[Int(targets[slot])] {
      seen[Int(targets[slot])] = true
      order.append(targets[slot])
    }
  }
}

/// Holds the nodes within some distance of another.
public struct Neighborhood: Sendable {
  /// The nodes, nearest first; the first is the source itself.
  public let nodes: ContiguousArray<UInt32>
  /// Where in `nodes` those of each distance stand, from 0.
  public let levels: [Range<Int>]
}

extension CompactGraph {
  /// Returns the nodes that at most `hops` edges lead to.
  ///
  /// O(nodes + edges of what is reached).
  public func neighborhood(
    of node: UInt32,
    hops: Int,
    execution: Execution = Execution()
  ) throws -> Neighborhood {
    try check([node])
    try execution.proceed()
    var search = BreadthFirst(nodeCount: nodeCount)
    search.run(from: node, in: outgoing, maximum: max(0, hops))
    return Neighborhood(nodes: search.order, levels: search.levels)
  }
}
