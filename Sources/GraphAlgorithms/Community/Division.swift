/// Holds which community each node is in while nodes move.
struct Division: Sendable {
  /// What stands for a community of its own where a node is to move.
  static let alone = UInt32.max

  let graph: CommunityGraph
  /// What a node costs a community, by the product of their strengths.
  let cost: Double
  /// The community of each node, below the number of nodes.
  private(set) var communities: ContiguousArray<UInt32>
  /// The sum of the strengths in each community.
  private(set) var strengths: ContiguousArray<Double>
  private var sizes: ContiguousArray<UInt32>
  private var empty: ContiguousArray<UInt32> = []

  init(_ graph: CommunityGraph, start: ContiguousArray<UInt32>, resolution: Double) {
    self.graph = graph
    cost = resolution / graph.total
    communities = start
    strengths = ContiguousArray(repeating: 0, count: graph.count)
    sizes = ContiguousArray(repeating: 0, count: graph.count)
    for node in 0..<graph.count {
      strengths[Int(start[node])] += graph.strengths[node]
      sizes[Int(start[node])] += 1
    }
    for community in (0..<graph.count).reversed() where sizes[community] == 0 {
      empty.append(UInt32(community))
    }
  }

  /// Whether each node is a community.
  var isOfSingles: Bool { empty.isEmpty }

  /// Moves a node to another community, or to one of its own; `false` where nobody is left in the
  /// one or the node is alone already.
  mutating func move(_ node: Int, to choice: UInt32) -> Bool {
    let own = communities[node]
    var community = choice
    if choice == Self.alone {
      guard sizes[Int(own)] > 1, let free = empty.popLast() else { return false }
      community = free
    } else if sizes[Int(choice)] == 0 {
      return false
    }
    strengths[Int(own)] -= graph.strengths[node]
    strengths[Int(community)] += graph.strengths[node]
    sizes[Int(own)] -= 1
    sizes[Int(community)] += 1
    if sizes[Int(own)] == 0 { empty.append(own) }
    communities[node] = community
    return true
  }
}
