/// Holds how many triangles nodes stand in.
public struct Triangles: Sendable {
  /// The triangles of each node.
  public let counts: ContiguousArray<Int>
  /// The share of pairs of neighbours that are neighbours of one another, 0 for fewer than two.
  public let clustering: ContiguousArray<Double>

  /// How many triangles there are.
  public var total: Int { counts.reduce(0, +) / 3 }
}

extension Adjacency {
  /// Counts triangles and local clustering; ignores directions, loops and parallel edges.
  ///
  /// O(edges^1.5), memory O(nodes × threads + edges). Edges lead from lower to higher degree: Latapy,
  /// "Main-memory triangle computations for very large graphs", 2008; Watts and Strogatz, 1998.
  public func triangles(execution: Execution = Execution()) throws -> Triangles {
    let rows = ignoringDirection().outgoing
    let (upward, degrees) = try rows.upward(execution)
    let parts = try execution.parallel(nodeCount, portion: 256) { portions in
      var counter = TriangleCounter(upward)
      while let range = try portions.next() { counter.count(range) }
      return counter.counts
    }
    var counts = ContiguousArray<Int>(repeating: 0, count: nodeCount)
    for part in parts { for node in 0..<nodeCount { counts[node] += Int(part[node]) } }
    let clustering = (0..<nodeCount).map { node in
      let degree = Double(degrees[node])
      return degree < 2 ? 0 : 2 * Double(counts[node]) / (degree * (degree - 1))
    }
    return Triangles(counts: counts, clustering: ContiguousArray(clustering))
  }
}

extension CSR {
  /// Returns simple rows with edges to nodes of higher degree alone, and the degrees.
  fileprivate func upward(_ execution: Execution) throws -> (CSR, ContiguousArray<Int>) {
    var steps = StepCounter(execution)
    var degrees = ContiguousArray<Int>(repeating: 0, count: rowCount)
    for node in 0..<rowCount {
      forEachNeighbor(of: node) { _ in degrees[node] += 1 }
      try steps.advance(range(of: node).count)
    }
    var offsets: ContiguousArray<Int> = [0]
    var upward: ContiguousArray<UInt32> = []
    upward.reserveCapacity(targets.count / 2)
    for node in 0..<rowCount {
      let rank = (degrees[node], node)
      forEachNeighbor(of: node) { other in
        if (degrees[Int(other)], Int(other)) > rank { upward.append(other) }
      }
      offsets.append(upward.count)
      try steps.advance(range(of: node).count)
    }
    return (CSR(offsets: offsets, targets: upward, weights: nil), degrees)
  }
}

private struct TriangleCounter {
  private let upward: CSR
  private(set) var counts: ContiguousArray<UInt64>
  private var marks: ContiguousArray<UInt32>

  init(_ upward: CSR) {
    self.upward = upward
    counts = ContiguousArray(repeating: 0, count: upward.rowCount)
    marks = ContiguousArray(repeating: .max, count: upward.rowCount)
  }

  mutating func count(_ nodes: Range<Int>) { Self.count(nodes, upward, &marks, &counts) }

  /// Static, so that each column is borrowed once for all rows.
  private static func count(
    _ nodes: Range<Int>,
    _ upward: CSR,
    _ marks: inout ContiguousArray<UInt32>,
    _ counts: inout ContiguousArray<UInt64>
  ) {
    let rows = upward.offsets.span
    let targets = upward.targets.span
    var marks = marks.mutableSpan
    var counts = counts.mutableSpan
    for node in nodes {
      let mark = UInt32(node)
      let row = rows[node]..<rows[node + 1]
      for slot in row { marks[Int(targets[slot])] = mark }
      for slot in row {
        let second = Int(targets[slot])
        var found: UInt64 = 0
        for place in rows[second]..<rows[second + 1] where marks[Int(targets[place])] == mark {
          found += 1
          counts[Int(targets[place])] += 1
        }
        counts[second] += found
        counts[node] += found
      }
    }
  }
}
