extension Bipartite {
  /// Returns who shared an event with whom: an undirected graph of members without parallel edges.
  ///
  /// The weight of an edge is the number of common events; with `isWeighted` false it is left out.
  /// A member who stands several times in an event counts once per pair, and never with itself.
  /// Time O(sum over events of its members squared), memory O(members × threads + edges): each
  /// thread counts in a dense array (Newman, "Scientific collaboration networks II", 2001).
  public func projection(
    isWeighted: Bool = true,
    execution: Execution = Execution()
  ) throws -> Adjacency {
    let pairs = try execution.parallel(events.rowCount, portion: 256) { portions in
      var found: [PairBlock] = []
      var counter = PairCounter(self, isWeighted: isWeighted)
      while let range = try portions.next() { found.append(counter.pairs(of: range)) }
      return found
    }
    let blocks = pairs.joined().sorted { $0.members.lowerBound < $1.members.lowerBound }
    let upper = PairBlock.rows(blocks, isWeighted: isWeighted, count: events.rowCount)
    try execution.proceed()
    // The rows of the lower half come out ascending, and so does the upper half made from them.
    let lower = upper.transposed(columns: events.rowCount)
    let sorted = lower.transposed(columns: events.rowCount)
    let rows = CSR.joined(lower, sorted)
    return Adjacency(isDirected: false, outgoing: rows, incoming: rows)
  }
}

/// The pairs of a few consecutive members with later ones, in no order within a member.
private struct PairBlock: Sendable {
  let members: Range<Int>
  var counts: ContiguousArray<Int> = []
  var others: ContiguousArray<UInt32> = []
  var weights: ContiguousArray<Double> = []

  static func rows(_ blocks: [PairBlock], isWeighted: Bool, count: Int) -> CSR {
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(count + 1)
    var targets: ContiguousArray<UInt32> = []
    targets.reserveCapacity(blocks.reduce(0) { $0 + $1.others.count })
    var weights: ContiguousArray<Double> = []
    weights.reserveCapacity(isWeighted ? targets.capacity : 0)
    var end = 0
    for block in blocks {
      for count in block.counts {
        end += count
        offsets.append(end)
      }
      targets += block.others
      weights += block.weights
    }
    return CSR(offsets: offsets, targets: targets, weights: isWeighted ? weights : nil)
  }
}

/// Counts the common events of a member with all later ones.
private struct PairCounter {
  private let graph: Bipartite
  private let isWeighted: Bool
  private var counts: ContiguousArray<UInt32>
  private var touched: ContiguousArray<UInt32> = []

  init(_ graph: Bipartite, isWeighted: Bool) {
    self.graph = graph
    self.isWeighted = isWeighted
    counts = ContiguousArray(repeating: 0, count: graph.events.rowCount)
  }

  mutating func pairs(of members: Range<Int>) -> PairBlock {
    var block = PairBlock(members: members)
    for member in members {
      Self.count(member, graph, &counts, &touched)
      block.counts.append(touched.count)
      block.others += touched
      for other in touched {
        if isWeighted { block.weights.append(Double(counts[Int(other)])) }
        counts[Int(other)] = 0
      }
    }
    return block
  }

  /// Static, so that each column is borrowed once for the whole row.
  private static func count(
    _ member: Int,
    _ graph: Bipartite,
    _ counts: inout ContiguousArray<UInt32>,
    _ touched: inout ContiguousArray<UInt32>
  ) {
    touched.removeAll(keepingCapacity: true)
    let eventRows = graph.events.offsets.span
    let events = graph.events.targets.span
    let memberRows = graph.members.offsets.span
    let members = graph.members.targets.span
    var counted = counts.mutableSpan
    var lastEvent = UInt32.max
    for slot in eventRows[member]..<eventRows[member + 1] where events[slot] != lastEvent {
      lastEvent = events[slot]
      // Rows ascend: from their end, until the member itself, stand the later ones.
      var place = memberRows[Int(lastEvent) + 1]
      let start = memberRows[Int(lastEvent)]
      var last = UInt32.max
      while place > start {
        place -= 1
        let other = members[place]
        guard Int(other) > member else { break }
        guard other != last else { continue }
        last = other
        if counted[Int(other)] == 0 { touched.append(other) }
        counted[Int(other)] &+= 1
      }
    }
  }
}

extension CSR {
  /// Returns rows that hold those of `first` and then those of `second`.
  ///
  /// O(rows + edges).
  fileprivate static func joined(_ first: CSR, _ second: CSR) -> CSR {
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(first.offsets.count)
    var targets: ContiguousArray<UInt32> = []
    targets.reserveCapacity(first.targets.count + second.targets.count)
    var weights: ContiguousArray<Double> = []
    weights.reserveCapacity(first.weights == nil ? 0 : targets.capacity)
    for row in 0..<first.rowCount {
      targets += first.targets[first.range(of: row)]
      targets += second.targets[second.range(of: row)]
      if let head = first.weights, let tail = second.weights {
        weights += head[first.range(of: row)]
        weights += tail[second.range(of: row)]
      }
      offsets.append(targets.count)
    }
    return CSR(offsets: offsets, targets: targets, weights: first.weights == nil ? nil : weights)
  }
}
