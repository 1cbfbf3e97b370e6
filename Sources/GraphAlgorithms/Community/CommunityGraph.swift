/// An undirected graph whose nodes may stand for many: rows without loops, loops as a column.
struct CommunityGraph {
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
    for node in 0..<rows.rowCount {
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
      for slot in offsets[node]..<offsets[node + 1] {
        let target = Int(targets[slot])
        guard target != node, communities[target] == communities[node] else { continue }
        inside += weights.isEmpty ? 1 : weights[slot]
      }
    }
    let expected = sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    return inside / total - resolution * expected
  }

  /// Returns the graph whose nodes are the communities.
  ///
  /// O(nodes + edges).
  func aggregated(by communities: ContiguousArray<UInt32>, count: Int) -> CommunityGraph {
    let members = CSR.grouped(
      rows: count,
      keys: communities,
      values: ContiguousArray((0..<self.count).lazy.map { UInt32($0) }),
      weights: nil
    )
    var loops = ContiguousArray<Double>(repeating: 0, count: count)
    var strengths = loops
    var offsets: ContiguousArray<Int> = [0]
    var found: ContiguousArray<UInt32> = []
    var foundWeights: ContiguousArray<Double> = []
    var sums = NeighborSums(count: count)
    for community in 0..<count {
      for member in members[community] {
        let node = Int(member)
        strengths[community] += self.strengths[node]
        loops[community] += self.loops[node]
        sums.add(rowOf: node, in: self, communities)
      }
      for other in sums.touched {
        let weight = sums.take(other)
        if Int(other) == community {
          loops[community] += weight / 2
        } else {
          found.append(other)
          foundWeights.append(weight)
        }
      }
      sums.clear()
      offsets.append(found.count)
    }
    return CommunityGraph(
      offsets: offsets,
      targets: found,
      weights: foundWeights,
      loops: loops,
      strengths: strengths
    )
  }
}
