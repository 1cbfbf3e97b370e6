/// Adds up, for one node at a time, the weights of its edges to each community.
struct NeighborSums {
  private var sums: ContiguousArray<Double>
  /// The communities met, in that order, and room for one more.
  private var met: ContiguousArray<UInt32>
  private var metCount = 0

  init(count: Int) {
    sums = ContiguousArray(repeating: 0, count: count)
    met = ContiguousArray(repeating: 0, count: count + 1)
  }

  /// The communities met.
  var touched: ContiguousArray<UInt32>.SubSequence { met[..<metCount] }

  subscript(community: UInt32) -> Double { sums[Int(community)] }

  /// Adds the edges of a node but its loops.
  mutating func add(
    rowOf node: Int,
    in graph: CommunityGraph,
    _ communities: ContiguousArray<UInt32>
  ) {
    let row = graph.offsets[node]..<graph.offsets[node + 1]
    if graph.weights.isEmpty {
      metCount = Self.count(node, row, graph.targets, communities, &sums, &met, metCount)
    } else {
      metCount = Self.add(node, row, graph, communities, &sums, &met, metCount)
    }
  }

  /// Returns a sum and sets it back to 0.
  mutating func take(_ community: UInt32) -> Double {
    let sum = sums[Int(community)]
    sums[Int(community)] = 0
    return sum
  }

  /// Forgets the communities met, after all their sums were taken.
  mutating func clear() { metCount = 0 }

  /// Notes a community without a branch: it is written behind the others each time, and counted when
  /// it is new.
  ///
  /// Static, so that each column is borrowed once for the whole row. Targets and communities are
  /// below the number of nodes, which is the length of the columns.
  private static func count(
    _ node: Int,
    _ row: Range<Int>,
    _ targets: ContiguousArray<UInt32>,
    _ communities: ContiguousArray<UInt32>,
    _ sums: inout ContiguousArray<Double>,
    _ met: inout ContiguousArray<UInt32>,
    _ metCount: Int
  ) -> Int {
    let targets = targets.span
    let communities = communities.span
    var sums = sums.mutableSpan
    var met = met.mutableSpan
    var count = metCount
    for slot in row {
      let target = unsafe Int(targets[unchecked: slot])
      guard target != node else { continue }
      let community = unsafe communities[unchecked: target]
      let sum = unsafe sums[unchecked: Int(community)]
      unsafe met[unchecked: count] = community
      count &+= sum == 0 ? 1 : 0
      unsafe sums[unchecked: Int(community)] = sum + 1
    }
    return count
  }

  private static func add(
    _ node: Int,
    _ row: Range<Int>,
    _ graph: CommunityGraph,
    _ communities: ContiguousArray<UInt32>,
    _ sums: inout ContiguousArray<Double>,
    _ met: inout ContiguousArray<UInt32>,
    _ metCount: Int
  ) -> Int {
    let targets = graph.targets.span
    let weights = graph.weights.span
    let communities = communities.span
    var sums = sums.mutableSpan
    var met = met.mutableSpan
    var count = metCount
    for slot in row where Int(targets[slot]) != node && weights[slot] > 0 {
      let community = unsafe communities[unchecked: Int(targets[slot])]
      let sum = unsafe sums[unchecked: Int(community)]
      unsafe met[unchecked: count] = community
      count &+= sum == 0 ? 1 : 0
      unsafe sums[unchecked: Int(community)] = sum + weights[slot]
    }
    return count
  }
}
