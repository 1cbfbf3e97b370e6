/// Merges the nodes of one community after the other into parts: what one thread needs for that.
///
/// In a community nodes go by their places in it, so that what is needed of them is close together.
struct PartMerger {
  private let graph: CommunityGraph
  /// The nodes, one community after the other.
  private let groups: CSR
  /// Where each node stands in `groups`.
  private let places: ContiguousArray<UInt32>
  /// What a node costs a part, by the product of their strengths.
  private let cost: Double
  private var rows = InnerRows()
  /// The part of each node, named after one of its nodes.
  private var parts: ContiguousArray<UInt32> = []
  private var isSingle: ContiguousArray<Bool> = []
  private var strengths: ContiguousArray<Double> = []
  /// The weight of the edges between each part and the rest of the community.
  private var cuts: ContiguousArray<Double> = []
  private var communityStrength = 0.0
  private var sums = NeighborSums(count: 0)
  private var numbers: ContiguousArray<UInt32> = []
  private var touched: UInt32 = 0

  init(_ graph: CommunityGraph, _ groups: CSR, places: ContiguousArray<UInt32>, cost: Double) {
    self.graph = graph
    self.groups = groups
    self.places = places
    self.cost = cost
  }

  /// Writes the number of each node's part, from 0 without gaps; returns how many parts there are.
  mutating func merge(_ group: Range<Int>, _ found: inout MutableSpan<UInt32>) -> Int {
    guard group.count > 1 else { return group.count }
    reset(group)
    for node in 0..<group.count where isSingle[node] && isWellConnected(node) { merge(node) }
    var count: UInt32 = 0
    for node in 0..<group.count {
      let part = Int(parts[node])
      if numbers[part] == .max {
        numbers[part] = count
        count += 1
      }
      found[node] = numbers[part]
    }
    return Int(count)
  }

  private mutating func reset(_ group: Range<Int>) {
    rows.removeAll()
    parts.removeAll(keepingCapacity: true)
    isSingle.removeAll(keepingCapacity: true)
    strengths.removeAll(keepingCapacity: true)
    cuts.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    sums.makeRoom(group.count)
    communityStrength = 0
    let nodes = groups.targets[group]
    for (place, node) in nodes.enumerated() {
      if place % 16 == 0 { touched = graph.touchRows(of: nodes.dropFirst(place).prefix(16)) }
      let strength = graph.strengths[Int(node)]
      parts.append(UInt32(place))
      isSingle.append(true)
      strengths.append(strength)
      cuts.append(rows.append(rowOf: Int(node), in: graph, places, group))
      numbers.append(.max)
      communityStrength += strength
    }
  }

  private func isWellConnected(_ part: Int) -> Bool {
    cuts[part] >= cost * strengths[part] * (communityStrength - strengths[part])
  }

  /// Joins a single node to the neighbouring part that gains most, if any does.
  private mutating func merge(_ node: Int) {
    rows.add(node, to: &sums, parts)
    let strength = strengths[node]
    var best: (part: Int, gain: Double, weight: Double)?
    for part in sums.touched {
      let weight = sums.take(part)
      let index = Int(part)
      guard index != node, isWellConnected(index) else { continue }
      let gain = weight - cost * strength * strengths[index]
      if gain > max(0, best?.gain ?? 0) { best = (index, gain, weight) }
    }
    sums.clear()
    guard let best else { return }
    parts[node] = UInt32(best.part)
    isSingle[node] = false
    isSingle[best.part] = false
    strengths[best.part] += strength
    cuts[best.part] += cuts[node] - 2 * best.weight
    strengths[node] = 0
  }
}
