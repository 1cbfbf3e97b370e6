import GraphModel

/// Passes on the first rows only.
///
/// A child that changes the graph is run to its end all the same.
///
/// ```
/// for row in the first n of child: emit row
/// ```
final class LimitOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let count: any ExpressionEvaluator
  private let exhaustsChild: Bool
  private var left = 0

  init(_ child: any PhysicalOperator, _ count: any ExpressionEvaluator, exhaustsChild: Bool) {
    self.child = child
    self.count = count
    self.exhaustsChild = exhaustsChild
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    left = try count.rowCount("LIMIT", context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard left > 0, let chunk = try child.next(context) else {
      if exhaustsChild { try child.exhaust(context) }
      return nil
    }
    let kept = chunk.slice(0..<min(left, chunk.count))
    left -= kept.count
    return kept
  }
}
