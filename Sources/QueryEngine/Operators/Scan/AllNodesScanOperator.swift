import GraphModel

/// Fills a slot with every node.
///
/// ```
/// for row in child:
///   for node in graph:
///     emit row + node
/// ```
final class AllNodesScanOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private var scan: NodeListScan

  init(_ child: any PhysicalOperator, node: Slot) {
    self.child = child
    scan = NodeListScan(node: node)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    scan.reset()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try scan.next(child, context) { $0.allNodes() }
  }
}

extension PropertyGraph {
  /// Returns all nodes in ascending order.
  func allNodes() -> ContiguousArray<UInt32> {
    let all = 0..<UInt32(nodes.capacity)
    guard nodes.deletedCount > 0 else { return ContiguousArray(all) }
    let isDeleted = nodes.isDeleted
    return ContiguousArray(all.lazy.filter { !isDeleted[Int($0)] })
  }
}
