import GraphAlgorithms

/// Holds a part of a graph in the form that algorithms work on.
struct GraphProjection: Sendable {
  /// The edges; nodes with many come first, so that what is used most stands close together.
  let adjacency: CompactGraph
  /// The node of the graph that each node of `adjacency` stands for.
  let nodes: ContiguousArray<UInt32>
  /// The nodes of `adjacency` in the order of the graph.
  let ascending: ContiguousArray<UInt32>

  init(
    _ adjacency: CompactGraph,
    nodes: ContiguousArray<UInt32>,
    ascending: ContiguousArray<UInt32>
  ) {
    self.adjacency = adjacency
    self.nodes = nodes
    self.ascending = ascending
  }

  /// About how many bytes it takes.
  var byteCount: Int {
    adjacency.byteCount + 4 * (nodes.count + ascending.count)
  }

  /// The nodes of the graph in their order.
  var nodesInOrder: ContiguousArray<UInt32> { inOrder(nodes) }

  /// Returns values by node of `adjacency` in the order of the graph.
  func inOrder<Element>(_ values: ContiguousArray<Element>) -> ContiguousArray<Element> {
    ContiguousArray(ascending.lazy.map { values[Int($0)] })
  }

  /// Returns what stands for a node of the graph; `nil` where that does not belong to the part.
  func member(_ node: UInt32) -> UInt32? {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[Int(ascending[middle])] < node { low = middle + 1 } else { high = middle }
    }
    guard low < ascending.count, nodes[Int(ascending[low])] == node else { return nil }
    return ascending[low]
  }
}
