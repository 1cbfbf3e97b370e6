import GraphModel

/// Evaluates an expression for some rows of a chunk; it knows which slots the expression reads.
struct SelectiveEvaluator {
  /// The evaluator.
  let evaluator: any ExpressionEvaluator
  /// The slots that it reads.
  let slots: [Slot]

  /// Returns one value for each of the rows named, which are in order and do not repeat.
  func evaluate(
    _ chunk: DataChunk,
    rows: ContiguousArray<Int32>,
    _ context: ExecutionContext
  ) throws(QueryError) -> Column {
    if rows.isEmpty { return .nulls(count: 0) }
    if rows.count == chunk.count { return try evaluator.evaluate(chunk, context) }
    return try evaluator.evaluate(chunk.gathered(rows, slots: slots), context)
  }
}
