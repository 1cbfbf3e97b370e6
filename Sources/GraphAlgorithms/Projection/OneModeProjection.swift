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
  ) throws -> CompactGraph {
    let parts = try execution.parallel(events.rowCount, portion: 64) { portions in
      var found: [PairBlock] = []
      var counter = PairCounter(self, isWeighted: isWeighted)
      while let range = try portions.next() {
        let block = counter.pairs(of: range)
        try execution.reserve(bytes: block.others.count * (isWeighted ? 36 : 12))
        found.append(block)
      }
      return found
    }
    let blocks = parts.joined().sorted { $0.members.lowerBound < $1.members.lowerBound }
    let rows = PairBlock.rows(blocks, isWeighted: isWeighted, count: events.rowCount)
    return CompactGraph(isDirected: false, outgoing: rows, incoming: rows)
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
  ///
  /// Events, members and counts are in range because `Bipartite` has checked them.
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
    for slot in eventRows[member]..<eventRows[member + 1] {
      let event = unsafe events[unchecked: slot]
      if event == lastEvent { continue }
      lastEvent = event
      // Rows ascend: from their end, until the member itself, stand the later ones.
      var place = unsafe memberRows[unchecked: Int(event) + 1]
      let start = unsafe memberRows[unchecked: Int(event)]
      var last = UInt32.max
      while place > start {
        place -= 1
        let other = unsafe members[unchecked: place]
        guard Int(other) > member else { break }
        guard other != last else { continue }
        last = other
        let count = unsafe counted[unchecked: Int(other)]
        if count == 0 { touched.append(other) }
        unsafe counted[unchecked: Int(other)] = count &+ 1
      }
    }
  }
}
