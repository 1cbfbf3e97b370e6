import GraphModel

/// Tells whether a value is null (`IS NULL`), or is not (`IS NOT NULL`).
struct IsNullEvaluator: ExpressionEvaluator {
  /// The value.
  let operand: any ExpressionEvaluator
  /// Whether NOT was written.
  let isNegated: Bool

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let isNull = try operand.evaluate(chunk, context).isNull()
    return .booleans(ContiguousArray(isNull.lazy.map { $0 != isNegated ? .yes : .no }))
  }
}
