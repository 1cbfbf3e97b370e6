import GraphModel

/// Passes on the rows of the first plan for which the second has rows, or has none.
///
/// ```
/// for row in first:
///   if second(row) has rows (or, negated, has none): emit row
/// ```
final class SemiApplyOperator: PhysicalOperator {
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let isNegated: Bool
  private let isStreaming: Bool

  init(
    _ first: any PhysicalOperator,
    _ second: any PhysicalOperator,
    isNegated: Bool,
    isStreaming: Bool
  ) {
    self.first = first
    self.second = second
    self.isNegated = isNegated
    self.isStreaming = isStreaming
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while let chunk = try first.next(context) {
      try context.check()
      let hidden = chunk.hiddenSlot(context)
      let nested = NestedRows(
        second,
        rowNumber: isStreaming ? hidden : nil,
        slots: chunk.columns.indices.map { Slot($0) }
      )
      let truths = try ExistsEvaluator(rows: nested).evaluate(chunk, context)
      let kept = try truths.rows(isNegated ? .no : .yes)
      if !kept.isEmpty { return kept.count == chunk.count ? chunk : chunk.gathered(kept) }
    }
    return nil
  }
}
