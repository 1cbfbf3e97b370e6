/// An undirected graph whose nodes may stand for many: rows without loops, loops as a column.
struct CommunityGraph: Sendable {
  let offsets: ContiguousArray<Int>
  let targets: ContiguousArray<UInt32>
  /// The weight beside each target; empty where all weigh 1.
  let weights: ContiguousArray<Double>
  /// The sum of the weights at each node, its loops twice.
  let strengths: ContiguousArray<Double>
  /// The weight of the loops of each node.
  let loops: ContiguousArray<Double>
  /// Twice the weight of all edges.
  let total: Double

  var count: Int { strengths.count }

  /// Takes rows as they stand in an `CompactGraph` without directions.
  ///
  /// O(nodes + edges).
  init(_ rows: CSR) {
    var loops = ContiguousArray<Double>(repeating: 0, count: rows.rowCount)
    for node in 0..<rows.rowCount where Self.hasLoop(node, rows) {
      for slot in rows.range(of: node) where Int(rows.targets[slot]) == node {
        loops[node] += rows.weights?[slot] ?? 1
      }
    }
    self.init(
      offsets: rows.offsets,
      targets: rows.targets,
      weights: rows.weights ?? [],
      loops: loops,
      strengths: ContiguousArray(zip(rows.strengths(), loops).map { $0 + $1 })
    )
  }

  init(
    offsets: ContiguousArray<Int>,
    targets: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>,
    loops: ContiguousArray<Double>,
    strengths: ContiguousArray<Double>
  ) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.loops = loops
    self.strengths = strengths
    total = strengths.reduce(0, +)
  }

  func modularity(
    of communities: ContiguousArray<UInt32>,
    count: Int,
    resolution: Double
  ) -> Double {
    guard total > 0 else { return 0 }
    var inside = 0.0
    var sums = ContiguousArray<Double>(repeating: 0, count: count)
    for node in 0..<self.count {
      sums[Int(communities[node])] += strengths[node]
      inside += 2 * loops[node]
      for slot in range(of: node) {
        let target = Int(targets[slot])
        guard target != node, communities[target] == communities[node] else { continue }
        inside += weights.isEmpty ? 1 : weights[slot]
      }
    }
    let expected = sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    return inside / total - resolution * expected
  }

  /// Returns where the row of a node stands in `targets`.
  func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// Counts without a branch, so that the processor compares several targets at a time.
  private static func hasLoop(_ node: Int, _ rows: CSR) -> Bool {
    let targets = rows.targets.span
    let row = rows.range(of: node)
    let own = UInt32(node)
    var count: UInt32 = 0
    // Rows lie in the column of targets.
    for slot in row { count &+= unsafe targets[unchecked: slot] == own ? 1 : 0 }
    return count > 0
  }

  /// Reads from each line of memory that the rows begin with, so that the processor waits for all of
  /// them at the same time, not for one after the other.
  ///
  /// What comes out means nothing, but has to be kept, or nothing would be read.
  func touchRows(of nodes: some Sequence<UInt32>) -> UInt32 {
    let offsets = offsets.span
    let targets = targets.span
    var sum: UInt32 = 0
    for node in nodes {
      let start = offsets[Int(node)]
      for slot in stride(from: start, to: min(start + 256, offsets[Int(node) + 1]), by: 16) {
        sum &+= targets[slot]
      }
    }
    return sum
  }
}
