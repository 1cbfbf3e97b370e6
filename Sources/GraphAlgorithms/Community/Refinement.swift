/// Divides communities into well-connected parts, the nodes of the next level.
///
/// Looks at each community by itself, at its nodes in random order, so that several threads can work
/// at the same time. O(nodes + edges).
struct Refinement {
  /// The part of each node; the parts of a community are numbered one after the other.
  private(set) var parts: ContiguousArray<UInt32>
  /// The community of each part, from 0 without gaps.
  private(set) var communities: ContiguousArray<UInt32> = []

  /// How many parts there are.
  var count: Int { communities.count }

  init(
    _ graph: CommunityGraph,
    communities: ContiguousArray<UInt32>,
    resolution: Double,
    _ generator: inout SeededGenerator,
    _ execution: Execution
  ) throws {
    parts = ContiguousArray((0..<graph.count).lazy.map { UInt32($0) })
    var order = parts
    order.shuffle(using: &generator)
    let labels = ComponentLabels(renumbering: communities, limit: graph.count)
    let groups = CSR.grouped(
      rows: labels.count,
      keys: ContiguousArray(order.lazy.map { labels.labels[Int($0)] }),
      values: order,
      weights: nil
    )
    for (place, node) in groups.targets.enumerated() { parts[Int(node)] = UInt32(place) }
    let merger = PartMerger(graph, groups, places: parts, cost: resolution / graph.total)
    let (numbers, counts) = try Self.merged(groups, merger, execution)
    for (community, count) in counts.enumerated() {
      let first = UInt32(self.communities.count)
      for place in groups.range(of: community) {
        parts[Int(groups.targets[place])] = first + numbers[place]
      }
      self.communities.append(contentsOf: repeatElement(UInt32(community), count: Int(count)))
    }
  }

  /// Returns the number of each place's part in its group, and how many parts each group has.
  private static func merged(
    _ groups: CSR,
    _ merger: PartMerger,
    _ execution: Execution
  ) throws -> (numbers: ContiguousArray<UInt32>, counts: ContiguousArray<UInt32>) {
    let numbers = DisjointColumn<UInt32>(repeating: 0, count: groups.targets.count)
    let counts = DisjointColumn<UInt32>(repeating: 0, count: groups.rowCount)
    let portion = max(1, groups.rowCount / 512)
    _ = try execution.parallel(groups.rowCount, portion: portion) { portions in
      var merger = merger
      while let range = try portions.next() {
        counts.withRange(range) { counts in
          for group in range {
            counts[group - range.lowerBound] = UInt32(
              numbers.withRange(groups.range(of: group)) {
                merger.merge(groups.range(of: group), &$0)
              }
            )
          }
        }
      }
    }
    return (numbers.column(), counts.column())
  }
}
