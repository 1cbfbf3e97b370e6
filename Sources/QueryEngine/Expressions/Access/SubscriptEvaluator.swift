import GraphModel

/// Reads an element of a list, an entry of a map or a property by a computed name: `a[i]`.
struct SubscriptEvaluator: ExpressionEvaluator {
  /// A list, a map, a node or a relationship.
  let subject: any ExpressionEvaluator
  /// The position or key.
  let index: any ExpressionEvaluator

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let subjects = try subject.evaluate(chunk, context)
    let indices = try index.evaluate(chunk, context)
    return try subjects.combined(with: indices) { (subject, index) throws(QueryError) in
      try Operators.element(of: subject, at: index, in: context.functions)
    }
  }
}
