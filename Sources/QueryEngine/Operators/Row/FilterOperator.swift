import GraphModel

/// Passes on the rows for which all predicates are true.
///
/// ```
/// for row in child:
///   if all predicates(row) are true: emit row
/// ```
final class FilterOperator: PhysicalOperator {
  /// Holds one predicate and the slots that are read after it; all where it is `nil`.
  final class Step {
    let predicate: any ExpressionEvaluator
    let kept: [Slot]?

    init(predicate: any ExpressionEvaluator, kept: [Slot]?) {
      self.predicate = predicate
      self.kept = kept
    }

    /// Makes a step after which all slots are read.
    convenience init(_ predicate: any ExpressionEvaluator) {
      self.init(predicate: predicate, kept: nil)
    }
  }

  private let child: any PhysicalOperator
  private let steps: [Step]

  init(_ child: any PhysicalOperator, _ steps: [Step]) {
    self.child = child
    self.steps = steps
  }

  convenience init(_ child: any PhysicalOperator, _ predicates: [any ExpressionEvaluator]) {
    self.init(child, predicates.map(Step.init))
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while let chunk = try child.next(context) {
      try context.check()
      let kept = try steps.filter(chunk, context)
      if kept.count > 0 { return kept }
    }
    return nil
  }
}

extension [FilterOperator.Step] {
  /// Returns the rows for which all are true; each predicate sees only what the ones before have
  /// left.
  func filter(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> DataChunk {
    var chunk = chunk
    for step in self where chunk.count > 0 {
      let rows = try step.predicate.evaluate(chunk, context).trueRows()
      if rows.count < chunk.count { chunk = chunk.gathered(rows, keeping: step.kept) }
    }
    return chunk
  }
}
