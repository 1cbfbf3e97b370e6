/// Holds how many triangles nodes stand in.
public struct Triangles: Sendable {
  /// The triangles of each node.
  public let counts: ContiguousArray<Int>
  /// The share of pairs of neighbours that are neighbours of one another, 0 for fewer than two.
  public let clustering: ContiguousArray<Double>

  /// How many triangles there are.
  public var total: Int { counts.reduce(0, +) / 3 }
}

extension CompactGraph {
  /// Counts triangles and local clustering; ignores directions, loops and parallel edges.
  ///
  /// O(edges^1.5), memory O(nodes × threads + edges). Edges lead from lower to higher degree: Latapy,
  /// "Main-memory triangle computations for very large graphs", 2008; Watts and Strogatz, 1998.
  public func triangles(execution: Execution = Execution()) throws -> Triangles {
    let upward = try UpwardRows(ignoringDirection().outgoing, execution)
    let parts = try execution.parallel(nodeCount, portion: 256) { portions in
      var counter = TriangleCounter(upward.rows)
      while let range = try portions.next() { counter.count(range) }
      return counter.counts
    }
    var counts = ContiguousArray<Int>(repeating: 0, count: nodeCount)
    for part in parts {
      for node in 0..<nodeCount { counts[node] += Int(part[Int(upward.ranks[node])]) }
    }
    let clustering = (0..<nodeCount).map { node in
      let degree = Double(upward.degrees[node])
      return degree < 2 ? 0 : 2 * Double(counts[node]) / (degree * (degree - 1))
    }
    return Triangles(counts: counts, clustering: ContiguousArray(clustering))
  }
}

/// Simple rows with edges to nodes of higher degree alone, nodes numbered so that high degrees come
/// first: what most edges lead to stands close together.
private struct UpwardRows {
  /// By rank.
  let rows: CSR
  /// The rank of each node.
  let ranks: ContiguousArray<UInt32>
  /// The number of different neighbours of each node.
  let degrees: ContiguousArray<UInt32>

  init(_ rows: CSR, _ execution: Execution) throws {
    var steps = StepCounter(execution)
    var degrees = ContiguousArray<UInt32>(repeating: 0, count: rows.rowCount)
    for node in 0..<rows.rowCount {
      var last = UInt32(node)
      for other in rows[node] where other != last && Int(other) != node {
        last = other
        degrees[node] += 1
      }
      try steps.advance(rows.range(of: node).count)
    }
    let order = (0..<rows.rowCount).sorted { one, two in
      degrees[one] != degrees[two] ? degrees[one] > degrees[two] : one < two
    }
    var ranks = ContiguousArray<UInt32>(repeating: 0, count: rows.rowCount)
    for (rank, node) in order.enumerated() { ranks[node] = UInt32(rank) }
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(rows.rowCount + 1)
    var upward: ContiguousArray<UInt32> = []
    upward.reserveCapacity(rows.targets.count / 2)
    for (rank, node) in order.enumerated() {
      var last = UInt32(node)
      for other in rows[node] where other != last {
        last = other
        let otherRank = ranks[Int(other)]
        if otherRank < rank { upward.append(otherRank) }
      }
      offsets.append(upward.count)
      try steps.advance(rows.range(of: node).count)
    }
    self.rows = CSR(offsets: offsets, targets: upward, weights: nil)
    self.ranks = ranks
    self.degrees = degrees
  }
}

private struct TriangleCounter {
  private let upward: CSR
  private(set) var counts: ContiguousArray<UInt64>
  private var marks: ContiguousArray<UInt8>

  init(_ upward: CSR) {
    self.upward = upward
    counts = ContiguousArray(repeating: 0, count: upward.rowCount)
    marks = ContiguousArray(repeating: 0, count: upward.rowCount)
  }

  mutating func count(_ nodes: Range<Int>) { Self.count(nodes, upward, &marks, &counts) }

  /// Static, so that each column is borrowed once for all rows.
  ///
  /// All targets are ranks below the number of nodes.
  private static func count(
    _ nodes: Range<Int>,
    _ upward: CSR,
    _ marks: inout ContiguousArray<UInt8>,
    _ counts: inout ContiguousArray<UInt64>
  ) {
    let rows = upward.offsets.span
    let targets = upward.targets.span
    var marks = marks.mutableSpan
    var counts = counts.mutableSpan
    for node in nodes {
      let row = rows[node]..<rows[node + 1]
      for slot in row { marks[Int(targets[slot])] = 1 }
      for slot in row {
        let second = Int(targets[slot])
        var found: UInt64 = 0
        for place in rows[second]..<rows[second + 1] {
          let third = unsafe Int(targets[unchecked: place])
          guard unsafe marks[unchecked: third] != 0 else { continue }
          found += 1
          unsafe counts[unchecked: third] &+= 1
        }
        counts[second] += found
        counts[node] += found
      }
      for slot in row { marks[Int(targets[slot])] = 0 }
    }
  }
}
