import GraphModel

/// Passes on the rows for which all predicates are true.
///
/// ```
/// for row in child:
///   if all predicates(row) are true: emit row
/// ```
final class FilterOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let predicates: [any ExpressionEvaluator]

  init(_ child: any PhysicalOperator, _ predicates: [any ExpressionEvaluator]) {
    self.child = child
    self.predicates = predicates
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while let chunk = try child.next(context) {
      try context.check()
      let kept = try predicates.filter(chunk, context)
      if kept.count > 0 { return kept }
    }
    return nil
  }
}

extension [any ExpressionEvaluator] {
  /// Returns the rows for which all are true; each sees only what the ones before have left.
  func filter(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> DataChunk {
    var chunk = chunk
    for predicate in self where chunk.count > 0 {
      let rows = try predicate.evaluate(chunk, context).trueRows()
      if rows.count < chunk.count { chunk = chunk.gathered(rows) }
    }
    return chunk
  }
}
