import GraphModel

/// Applies an operator on values to two operands, row by row.
struct BinaryEvaluator: ExpressionEvaluator {
  /// The first operand.
  let left: any ExpressionEvaluator
  /// The second operand.
  let right: any ExpressionEvaluator
  /// The operator.
  let operation: (Value, Value) throws(QueryError) -> Value

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let first = try left.evaluate(chunk, context)
    let second = try right.evaluate(chunk, context)
    return try first.combined(with: second, operation)
  }
}

/// Applies an operator on values to one operand, row by row.
struct UnaryEvaluator: ExpressionEvaluator {
  /// The operand.
  let operand: any ExpressionEvaluator
  /// The operator.
  let operation: (Value) throws(QueryError) -> Value

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    try operand.evaluate(chunk, context).mapped(operation)
  }
}
