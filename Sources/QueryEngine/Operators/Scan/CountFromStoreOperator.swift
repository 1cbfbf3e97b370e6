import GraphModel

/// Fills a slot with the number of all nodes or relationships of a kind, which the graph knows.
///
/// ```
/// for row in child: emit row + count
/// ```
final class CountFromStoreOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.StoredCount

  init(_ child: any PhysicalOperator, _ plan: LogicalPlan.StoredCount) {
    self.child = child
    self.plan = plan
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard var chunk = try child.next(context) else { return nil }
    let count =
      switch plan.counted {
      case .nodes(let label): context.graph.nodeCount(labelled: label)
      case .relationships(let types): context.graph.relationshipCount(typed: types)
      }
    chunk.fill(plan.slot, with: .constant(.integer(Int64(count)), count: chunk.count))
    return chunk
  }
}
