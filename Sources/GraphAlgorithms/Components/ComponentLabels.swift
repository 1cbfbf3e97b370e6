/// Holds which component or community each node belongs to.
///
/// Components are numbered from 0 in the order of their lowest nodes.
public struct ComponentLabels: Sendable, Hashable {
  /// The component of each node.
  public let labels: ContiguousArray<UInt32>
  /// How many nodes each component has.
  public let sizes: ContiguousArray<Int>

  /// How many components there are.
  public var count: Int { sizes.count }

  /// Renumbers any labels below `limit`.
  ///
  /// O(nodes + limit).
  init(renumbering raw: ContiguousArray<UInt32>, limit: Int) {
    var numbers = ContiguousArray<UInt32>(repeating: .max, count: limit)
    var labels = raw
    var sizes: ContiguousArray<Int> = []
    for node in raw.indices {
      let label = Int(raw[node])
      if numbers[label] == .max {
        numbers[label] = UInt32(sizes.count)
        sizes.append(0)
      }
      labels[node] = numbers[label]
      sizes[Int(numbers[label])] += 1
    }
    self.labels = labels
    self.sizes = sizes
  }
}
