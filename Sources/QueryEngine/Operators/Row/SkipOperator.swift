import GraphModel

/// Leaves out the first rows.
///
/// ```
/// for row in child after the first n: emit row
/// ```
final class SkipOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let count: any ExpressionEvaluator
  private var left = 0

  init(_ child: any PhysicalOperator, _ count: any ExpressionEvaluator) {
    self.child = child
    self.count = count
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    left = try count.rowCount("SKIP", context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while let chunk = try child.next(context) {
      let skipped = min(left, chunk.count)
      left -= skipped
      if skipped < chunk.count { return chunk.slice(skipped..<chunk.count) }
      try context.check()
    }
    return nil
  }
}
