/// Adds up, for one node at a time, the weights of its edges to each community.
struct NeighborSums: Sendable {
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
    add(node, graph.range(of: node), graph.targets, graph.weights, communities)
  }

  /// Adds the edges of a row but its loops; without weights all weigh 1.
  mutating func add(
    _ node: Int,
    _ row: Range<Int>,
    _ targets: ContiguousArray<UInt32>,
    _ weights: ContiguousArray<Double>,
    _ communities: ContiguousArray<UInt32>
  ) {
    metCount =
      if weights.isEmpty {
        Self.count(node, row, targets, communities, &sums, &met, metCount)
      } else {
        Self.add(node, row, targets, weights, communities, &sums, &met, metCount)
      }
  }

  /// Makes room for communities below `count`.
  mutating func makeRoom(_ count: Int) {
    guard sums.count < count else { return }
    sums.append(contentsOf: repeatElement(0, count: count - sums.count))
    met.append(contentsOf: repeatElement(0, count: count + 1 - met.count))
  }

  /// Returns a sum and sets it back to 0.
  mutating func take(_ community: UInt32) -> Double {
    let sum = sums[Int(community)]
    sums[Int(community)] = 0
    return sum
  }

  /// Returns the community that gains most when a node joins it, if any gains more than `least`, and
  /// empties all sums.
  ///
  /// A community costs `cost` times its strength.
  mutating func takeBest(
    _ strengths: ContiguousArray<Double>,
    cost: Double,
    above least: Double
  ) -> (community: UInt32, gain: Double)? {
    let best = Self.takeBest(strengths, cost, least, met, metCount, &sums)
    metCount = 0
    return best
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

  /// Static, so that each column is borrowed once.
  ///
  /// Communities are below the length of the columns.
  private static func takeBest(
    _ strengths: ContiguousArray<Double>,
    _ cost: Double,
    _ least: Double,
    _ met: ContiguousArray<UInt32>,
    _ count: Int,
    _ sums: inout ContiguousArray<Double>
  ) -> (community: UInt32, gain: Double)? {
    let strengths = strengths.span
    var sums = sums.mutableSpan
    var best: UInt32?
    var gain = least
    for community in met[..<count] {
      let sum = unsafe sums[unchecked: Int(community)]
      unsafe sums[unchecked: Int(community)] = 0
      // Most need not be looked up.
      guard sum > gain else { continue }
      let value = unsafe sum - cost * strengths[unchecked: Int(community)]
      // Below that, rounding could move nodes to and fro for ever.
      if value > gain + 1e-9 { (best, gain) = (community, value) }
    }
    return best.map { ($0, gain) }
  }

  private static func add(
    _ node: Int,
    _ row: Range<Int>,
    _ targets: ContiguousArray<UInt32>,
    _ weights: ContiguousArray<Double>,
    _ communities: ContiguousArray<UInt32>,
    _ sums: inout ContiguousArray<Double>,
    _ met: inout ContiguousArray<UInt32>,
    _ metCount: Int
  ) -> Int {
    let targets = targets.span
    let weights = weights.span
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
