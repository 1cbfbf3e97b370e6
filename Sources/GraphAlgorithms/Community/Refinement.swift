/// Merges single nodes inside each community into well-connected parts.
struct Refinement {
  private let graph: CommunityGraph
  private let communities: ContiguousArray<UInt32>
  private let resolution: Double
  /// The part of each node, named after one of its nodes.
  private(set) var parts: ContiguousArray<UInt32>
  private var isSingle: ContiguousArray<Bool>
  private var partStrengths: ContiguousArray<Double>
  /// The weight of the edges between each part and the rest of its community.
  private var cuts: ContiguousArray<Double>
  private var communityStrengths: ContiguousArray<Double>
  private var sums: NeighborSums

  init(_ graph: CommunityGraph, communities: ContiguousArray<UInt32>, resolution: Double) {
    self.graph = graph
    self.communities = communities
    self.resolution = resolution
    parts = ContiguousArray((0..<graph.count).lazy.map { UInt32($0) })
    isSingle = ContiguousArray(repeating: true, count: graph.count)
    partStrengths = graph.strengths
    cuts = ContiguousArray(repeating: 0, count: graph.count)
    communityStrengths = cuts
    sums = NeighborSums(count: graph.count)
    for node in 0..<graph.count {
      communityStrengths[Int(communities[node])] += graph.strengths[node]
      for slot in graph.offsets[node]..<graph.offsets[node + 1] {
        let target = Int(graph.targets[slot])
        guard target != node, communities[target] == communities[node] else { continue }
        cuts[node] += graph.weights.isEmpty ? 1 : graph.weights[slot]
      }
    }
  }

  mutating func run(_ generator: inout SeededGenerator, _ steps: inout StepCounter) throws {
    var order = ContiguousArray((0..<graph.count).lazy.map { UInt32($0) })
    order.shuffle(using: &generator)
    for node in order {
      try steps.advance(graph.offsets[Int(node) + 1] - graph.offsets[Int(node)] + 1)
      if isSingle[Int(node)], isWellConnected(Int(node)) { merge(Int(node)) }
    }
  }

  private func isWellConnected(_ part: Int) -> Bool {
    let strength = partStrengths[part]
    let rest = communityStrengths[Int(communities[part])] - strength
    return cuts[part] >= resolution * strength * rest / graph.total
  }

  /// Joins a single node to the neighbouring part that gains most, if any does.
  private mutating func merge(_ node: Int) {
    sums.add(rowOf: node, in: graph, parts)
    let strength = graph.strengths[node]
    var best: (part: Int, gain: Double, weight: Double)?
    for part in sums.touched {
      let weight = sums.take(part)
      let index = Int(part)
      guard index != node, communities[index] == communities[node], isWellConnected(index) else {
        continue
      }
      let gain = weight - resolution * strength * partStrengths[index] / graph.total
      if gain > max(0, best?.gain ?? 0) { best = (index, gain, weight) }
    }
    sums.clear()
    guard let best else { return }
    parts[node] = UInt32(best.part)
    isSingle[node] = false
    isSingle[best.part] = false
    partStrengths[best.part] += strength
    cuts[best.part] += cuts[node] - 2 * best.weight
    partStrengths[node] = 0
  }
}
