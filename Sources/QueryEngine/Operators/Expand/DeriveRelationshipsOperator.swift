import GraphModel

/// Lets the graph derive relationships before the operator above reads them: those of the nodes in
/// a slot, or all.
///
/// ```
/// for row in child: derive relationships around row.node (or all); emit row
/// ```
final class DeriveRelationshipsOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let node: Slot?

  init(_ child: any PhysicalOperator, around node: Slot?) {
    self.child = child
    self.node = node
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard let chunk = try child.next(context) else { return nil }
    let graph = context.graph
    guard let deriver = graph.deriver, chunk.count > 0 else { return chunk }
    guard let node else {
      deriver.deriveAll(in: graph)
      return chunk
    }
    for index in try chunk.column(node).nodeIndices() where index != Column.null {
      try context.check()
      deriver.derive(around: NodeID(rawValue: Int64(index)), in: graph)
    }
    return chunk
  }
}
