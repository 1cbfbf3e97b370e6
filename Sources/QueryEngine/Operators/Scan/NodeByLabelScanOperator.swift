import GraphModel

/// Fills a slot with every node that has a label.
///
/// ```
/// for row in child:
///   for node in nodes(label):
///     emit row + node
/// ```
final class NodeByLabelScanOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let label: String
  private var scan: NodeListScan

  init(_ child: any PhysicalOperator, node: Slot, label: String) {
    self.child = child
    self.label = label
    scan = NodeListScan(node: node)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    scan.reset()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try scan.next(child, context) { $0.nodes(labelled: label) }
  }
}
