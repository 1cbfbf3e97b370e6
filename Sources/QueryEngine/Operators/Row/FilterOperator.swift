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
    /// What is read of the rows that are left when all predicates have decided.
    let kept: [Slot]?
    /// What the predicates behind this one read.
    let later: [Slot]?

    init(predicate: any ExpressionEvaluator, kept: [Slot]?, later: [Slot]? = nil) {
      self.predicate = predicate
      self.kept = kept
      self.later = later
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
    var open = chunk
    var left: ContiguousArray<Int32>?
    for (index, step) in enumerated() where open.count > 0 {
      let rows = try step.predicate.evaluate(open, context).trueRows()
      guard rows.count < open.count else { continue }
      let all = left?.gathered(rows) ?? rows
      left = all
      open =
        index < count - 1
        ? chunk.gathered(all, keeping: step.later)
        : DataChunk(slotCount: 0, count: all.count)
    }
    return left.map { chunk.gathered($0, keeping: last?.kept) } ?? chunk
  }
}
