/// Counts, from one source at a time, how much of its shortest paths leads through each node.
///
/// Large levels are found by pulling: each node that was not met sums up, along its whole row, a
/// column that is 0 outside of the level before, so that the inner loops do not branch. So are the
/// dependencies. Small levels are pushed along their edges.
struct BrandesSweep {
  private static let unseen = UInt32.max
  private let graph: CompactGraph
  private var distances: ContiguousArray<UInt32>
  /// How many shortest paths lead to each node.
  private var counts: ContiguousArray<Double>
  /// The same, but 0 outside of the last level; then the shares of one level.
  private var column: ContiguousArray<Double>
  private var order: ContiguousArray<UInt32> = []
  private var levels: [Range<Int>] = []

  init(_ graph: CompactGraph) {
    self.graph = graph
    distances = ContiguousArray(repeating: Self.unseen, count: graph.nodeCount)
    counts = ContiguousArray(repeating: 0, count: graph.nodeCount)
    column = counts
  }

  mutating func dependencies(
    on source: UInt32,
    _ execution: Execution
  ) throws -> ContiguousArray<Double> {
    for node in order { distances[Int(node)] = Self.unseen }
    order.removeAll(keepingCapacity: true)
    order.append(source)
    distances[Int(source)] = 0
    counts[Int(source)] = 1
    levels = [0..<1]
    var steps = StepCounter(execution)
    var left = graph.incoming.targets.count - graph.incoming.range(of: Int(source)).count
    while let last = levels.last {
      let edges = last.reduce(0) { $0 + graph.outgoing.range(of: Int(order[$1])).count }
      // A pushed edge costs about twice as much as a pulled one.
      if edges < left / 2 { push(last) } else { pull(last) }
      try steps.advance(min(edges, left) + last.count)
      guard order.count > last.upperBound else { break }
      let found = last.upperBound..<order.count
      for place in found { left -= graph.incoming.range(of: Int(order[place])).count }
      levels.append(found)
    }
    return try accumulate(&steps)
  }

  private mutating func push(_ level: Range<Int>) {
    Self.push(level, UInt32(levels.count), graph.outgoing, &distances, &counts, &order)
  }

  private mutating func pull(_ level: Range<Int>) {
    for place in level { column[Int(order[place])] = counts[Int(order[place])] }
    Self.pull(UInt32(levels.count), graph.incoming, column, &distances, &counts, &order)
    for place in level { column[Int(order[place])] = 0 }
  }

  /// Static, so that each column is borrowed once for the whole level.
  private static func push(
    _ level: Range<Int>,
    _ distance: UInt32,
    _ graph: CSR,
    _ distances: inout ContiguousArray<UInt32>,
    _ counts: inout ContiguousArray<Double>,
    _ order: inout ContiguousArray<UInt32>
  ) {
    let rows = graph.offsets.span
    let targets = graph.targets.span
    var distances = distances.mutableSpan
    var counts = counts.mutableSpan
    for place in level {
      let node = Int(order[place])
      let count = counts[node]
      for slot in rows[node]..<rows[node + 1] {
        let target = Int(targets[slot])
        let known = distances[target]
        if known == Self.unseen {
          distances[target] = distance
          counts[target] = count
          order.append(targets[slot])
        } else if known == distance {
          counts[target] += count
        }
      }
    }
  }

  private static func pull(
    _ distance: UInt32,
    _ graph: CSR,
    _ column: ContiguousArray<Double>,
    _ distances: inout ContiguousArray<UInt32>,
    _ counts: inout ContiguousArray<Double>,
    _ order: inout ContiguousArray<UInt32>
  ) {
    let rows = graph.offsets.span
    let sources = graph.targets.span
    let column = column.span
    for node in 0..<distances.count where distances[node] == Self.unseen {
      let count = sources.sum(rows[node]..<rows[node + 1], of: column)
      guard count > 0 else { continue }
      distances[node] = distance
      counts[node] = count
      order.append(UInt32(truncatingIfNeeded: node))
    }
  }

  private mutating func accumulate(_ steps: inout StepCounter) throws -> ContiguousArray<Double> {
    var dependencies = ContiguousArray<Double>(repeating: 0, count: graph.nodeCount)
    for (below, level) in zip(levels.dropFirst(), levels).reversed() {
      for place in below {
        let node = Int(order[place])
        column[node] = (1 + dependencies[node]) / counts[node]
      }
      Self.pullShares(order[level], graph.outgoing, column, counts, &dependencies)
      for place in below { column[Int(order[place])] = 0 }
      try steps.advance(level.count * 8)
    }
    dependencies[Int(order[0])] = 0
    return dependencies
  }

  private static func pullShares(
    _ level: ContiguousArray<UInt32>.SubSequence,
    _ graph: CSR,
    _ column: ContiguousArray<Double>,
    _ counts: ContiguousArray<Double>,
    _ dependencies: inout ContiguousArray<Double>
  ) {
    let rows = graph.offsets.span
    let targets = graph.targets.span
    let column = column.span
    for node in level {
      let row = rows[Int(node)]..<rows[Int(node) + 1]
      dependencies[Int(node)] = targets.sum(row, of: column) * counts[Int(node)]
    }
  }
}
