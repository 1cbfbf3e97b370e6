/// Holds the edges inside one community, between places in it.
struct InnerRows {
  private var offsets: ContiguousArray<Int> = [0]
  /// What stands beyond the last offset is left from communities before.
  private var targets: ContiguousArray<UInt32> = []
  /// Beside each target; empty where all edges weigh 1.
  private var weights: ContiguousArray<Double> = []

  mutating func removeAll() {
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
  }

  /// Adds the row of a node without its loops and without edges to other communities; returns the
  /// sum of its weights.
  ///
  /// `places` says where nodes stand, and `group` where those of the community do.
  mutating func append(
    rowOf node: Int,
    in graph: CommunityGraph,
    _ places: ContiguousArray<UInt32>,
    _ group: Range<Int>
  ) -> Double {
    let row = graph.range(of: node)
    let start = offsets[offsets.count - 1]
    makeRoom(start + row.count, isWeighted: !graph.weights.isEmpty)
    var end = start
    if graph.weights.isEmpty {
      end = Self.select(row, of: node, graph.targets, places, group, &targets, start)
      offsets.append(end)
      return Double(end - start)
    }
    var sum = 0.0
    for slot in row where Int(graph.targets[slot]) != node && graph.weights[slot] > 0 {
      let place = Int(places[Int(graph.targets[slot])])
      guard group.contains(place) else { continue }
      targets[end] = UInt32(place - group.lowerBound)
      weights[end] = graph.weights[slot]
      sum += graph.weights[slot]
      end += 1
    }
    offsets.append(end)
    return sum
  }

  /// Adds the weights of a row by the labels of its targets.
  func add(_ row: Int, to sums: inout NeighborSums, _ labels: ContiguousArray<UInt32>) {
    sums.add(row, offsets[row]..<offsets[row + 1], targets, weights, labels)
  }

  private mutating func makeRoom(_ count: Int, isWeighted: Bool) {
    guard targets.count < count else { return }
    let more = max(count, 2 * targets.count) - targets.count
    targets.append(contentsOf: repeatElement(0, count: more))
    if isWeighted { weights.append(contentsOf: repeatElement(0, count: more)) }
  }

  /// Writes each target behind the others, and counts it when it belongs there; returns the end.
  ///
  /// No branch has to be foretold. Static, so that each column is borrowed once for the whole row.
  /// There is room for it, and targets are nodes.
  private static func select(
    _ row: Range<Int>,
    of node: Int,
    _ targets: ContiguousArray<UInt32>,
    _ places: ContiguousArray<UInt32>,
    _ group: Range<Int>,
    _ found: inout ContiguousArray<UInt32>,
    _ start: Int
  ) -> Int {
    let targets = targets.span
    let places = places.span
    var found = found.mutableSpan
    let first = UInt32(group.lowerBound)
    let count = UInt32(group.count)
    var end = start
    for slot in row {
      let target = unsafe Int(targets[unchecked: slot])
      guard target != node else { continue }
      let place = unsafe places[unchecked: target] &- first
      unsafe found[unchecked: end] = place
      end &+= place < count ? 1 : 0
    }
    return end
  }
}
