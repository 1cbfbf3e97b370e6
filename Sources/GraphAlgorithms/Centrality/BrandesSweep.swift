/// Counts, from one source at a time, how much of its shortest paths leads through each node.
///
/// Both directions pull sums along whole rows from a column that is 0 outside of one level, so that
/// the inner loops do not branch.
struct BrandesSweep {
  private static let unseen = UInt32.max
  private let graph: Adjacency
  private var distances: ContiguousArray<UInt32>
  /// How many shortest paths lead to each node.
  private var counts: ContiguousArray<Double>
  private var order: ContiguousArray<UInt32> = []
  private var levels: [Range<Int>] = []

  init(_ graph: Adjacency) {
    self.graph = graph
    distances = ContiguousArray(repeating: Self.unseen, count: graph.nodeCount)
    counts = ContiguousArray(repeating: 0, count: graph.nodeCount)
  }

  mutating func dependencies(
    on source: UInt32,
    _ execution: Execution
  ) throws -> ContiguousArray<Double> {
    for node in order {
      distances[Int(node)] = Self.unseen
      counts[Int(node)] = 0
    }
    order.removeAll(keepingCapacity: true)
    order.append(source)
    distances[Int(source)] = 0
    counts[Int(source)] = 1
    levels = [0..<1]
    var steps = StepCounter(execution)
    while let last = levels.last {
      Self.expand(last, UInt32(levels.count), graph.outgoing, &distances, &counts, &order)
      try steps.advance(last.count * 8)
      guard order.count > last.upperBound else { break }
      levels.append(last.upperBound..<order.count)
    }
    return try accumulate(&steps)
  }

  /// Static, so that each column is borrowed once for the whole level.
  private static func expand(
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

  private func accumulate(_ steps: inout StepCounter) throws -> ContiguousArray<Double> {
    var dependencies = ContiguousArray<Double>(repeating: 0, count: graph.nodeCount)
    var shares = dependencies
    var share = shares.mutableSpan
    var dependency = dependencies.mutableSpan
    let rows = graph.outgoing.offsets.span
    let targets = graph.outgoing.targets.span
    for (below, level) in zip(levels.dropFirst(), levels).reversed() {
      for place in below {
        let node = Int(order[place])
        share[node] = (1 + dependency[node]) / counts[node]
      }
      for place in level where place > 0 {
        let node = Int(order[place])
        var sum = 0.0
        for slot in rows[node]..<rows[node + 1] { sum += share[Int(targets[slot])] }
        dependency[node] = sum * counts[node]
      }
      for place in below { share[Int(order[place])] = 0 }
      try steps.advance(level.count * 8)
    }
    return dependencies
  }
}
