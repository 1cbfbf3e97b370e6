import GraphModel

/// Tests a text against another: `STARTS WITH`, `ENDS WITH` and `CONTAINS`.
struct TextPredicateEvaluator: ExpressionEvaluator {
  /// The text.
  let left: any ExpressionEvaluator
  /// What is looked for.
  let right: any ExpressionEvaluator
  /// The operator on values.
  let predicate: (Value, Value) -> Value

  /// Makes one.
  init(
    left: any ExpressionEvaluator,
    right: any ExpressionEvaluator,
    _ predicate: @escaping (Value, Value) -> Value
  ) {
    self.left = left
    self.right = right
    self.predicate = predicate
  }

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let texts = try left.evaluate(chunk, context)
    let others = try right.evaluate(chunk, context)
    return try texts.tested(with: others) { (text, other) throws(QueryError) in
      Ternary(predicate(text, other).booleanValue)
    }
  }
}
