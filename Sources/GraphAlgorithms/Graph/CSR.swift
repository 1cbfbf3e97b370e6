/// Holds, for each node, the nodes at the other ends of its edges: compressed sparse rows.
///
/// Each row is ascending; parallel edges stand beside one another. Copies share their storage.
public struct CSR: Sendable {
  /// Where each row begins in `targets`; one more than there are rows, the last is the length.
  public let offsets: ContiguousArray<Int>
  /// The rows, one after the other.
  public let targets: ContiguousArray<UInt32>
  /// The weight beside each target; `nil` where all weigh 1.
  public let weights: ContiguousArray<Double>?

  init(
    offsets: ContiguousArray<Int>,
    targets: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>?
  ) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// How many rows there are.
  public var rowCount: Int { offsets.count - 1 }

  var byteCount: Int { 8 * offsets.count + 4 * targets.count + 8 * (weights?.count ?? 0) }

  /// Returns where the row of `node`, which must be below `rowCount`, stands in `targets`.
  public func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// Returns the row of `node`, which must be below `rowCount`; O(1), shares storage.
  public subscript(node: Int) -> ContiguousArray<UInt32>.SubSequence {
    targets[range(of: node)]
  }
}
