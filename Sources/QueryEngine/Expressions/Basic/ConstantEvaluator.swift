import GraphModel

/// Gives one value that is known before the query runs.
struct ConstantEvaluator: ExpressionEvaluator {
  /// The value.
  let value: Value

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    .constant(value, count: chunk.count)
  }
}
