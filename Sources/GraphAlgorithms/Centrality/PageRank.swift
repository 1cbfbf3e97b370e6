/// Holds the ranks of nodes and how they were reached.
public struct PageRank: Sendable {
  /// The rank of each node; they add up to 1.
  public let scores: ContiguousArray<Double>
  /// How many rounds were made.
  public let rounds: Int
  /// Whether the last round changed less than the tolerance.
  public let hasConverged: Bool
}

extension CompactGraph {
  /// Ranks nodes by where a surfer ends who follows edges at random and now and then jumps anywhere.
  ///
  /// Follows directions; parallel edges and weights count as probabilities; a node without way out
  /// jumps anywhere. Ends after `rounds`, or when the sum of changes is below `tolerance`.
  /// O(rounds × edges), memory O(nodes). Page, Brin, Motwani, Winograd, 1999.
  public func pageRank(
    damping: Double = 0.85,
    rounds: Int = 100,
    tolerance: Double = 1e-9,
    execution: Execution = Execution()
  ) throws -> PageRank {
    guard (0...1).contains(damping) else {
      throw AlgorithmError.invalidParameter("damping \(damping) is no probability", "use 0 to 1")
    }
    guard nodeCount > 0 else { return PageRank(scores: [], rounds: 0, hasConverged: true) }
    let strengths = outgoing.strengths()
    let count = Double(nodeCount)
    var scores = ContiguousArray<Double>(repeating: 1 / count, count: nodeCount)
    var shares = scores
    for round in 0..<max(0, rounds) {
      var dangling = 0.0
      for node in 0..<nodeCount {
        shares[node] = strengths[node] > 0 ? scores[node] / strengths[node] : 0
        if strengths[node] <= 0 { dangling += scores[node] }
      }
      let base = (1 - damping + damping * dangling) / count
      let next = try pullShares(shares, base: base, damping: damping, execution)
      var change = 0.0
      for node in 0..<nodeCount { change += abs(next[node] - scores[node]) }
      scores = next
      if change < tolerance {
        return PageRank(scores: scores, rounds: round + 1, hasConverged: true)
      }
    }
    return PageRank(scores: scores, rounds: max(0, rounds), hasConverged: false)
  }

  private func pullShares(
    _ shares: ContiguousArray<Double>,
    base: Double,
    damping: Double,
    _ execution: Execution
  ) throws -> ContiguousArray<Double> {
    let next = DisjointColumn<Double>(repeating: 0, count: nodeCount)
    _ = try execution.parallel(nodeCount, portion: 1_024) { portions in
      while let range = try portions.next() {
        next.withRange(range) { sums in
          let rows = incoming.offsets.span
          let sources = incoming.targets.span
          let shares = shares.span
          for node in range {
            var sum = 0.0
            if let weights = incoming.weights {
              for slot in rows[node]..<rows[node + 1] {
                sum += shares[Int(sources[slot])] * weights[slot]
              }
            } else {
              sum = sources.sum(rows[node]..<rows[node + 1], of: shares)
            }
            sums[node - range.lowerBound] = base + damping * sum
          }
        }
      }
    }
    return next.column()
  }
}

extension CSR {
  /// Returns the sum of the weights of each row, its length where all weigh 1.
  ///
  /// O(edges).
  func strengths() -> ContiguousArray<Double> {
    var sums = ContiguousArray<Double>(repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      let range = range(of: row)
      sums[row] = weights.map { $0[range].reduce(0, +) } ?? Double(range.count)
    }
    return sums
  }
}
