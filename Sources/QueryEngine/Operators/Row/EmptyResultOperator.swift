import GraphModel

/// Runs its child for the effects and gives no rows.
///
/// ```
/// for row in child: do nothing
/// ```
final class EmptyResultOperator: PhysicalOperator {
  private let child: any PhysicalOperator

  init(_ child: any PhysicalOperator) { self.child = child }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try child.exhaust(context)
    return nil
  }
}
