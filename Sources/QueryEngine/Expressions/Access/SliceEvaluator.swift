import GraphModel

/// Reads a part of a list: `a[i..j]`.
struct SliceEvaluator: ExpressionEvaluator {
  /// The list.
  let list: any ExpressionEvaluator
  /// The first position; the start of the list without one.
  let lower: (any ExpressionEvaluator)?
  /// The position after the last; the end of the list without one.
  let upper: (any ExpressionEvaluator)?

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let lists = try list.evaluate(chunk, context)
    let lowers = try lower?.evaluate(chunk, context)
    let uppers = try upper?.evaluate(chunk, context)
    var results = ContiguousArray<Value>()
    results.reserveCapacity(chunk.count)
    for row in 0..<chunk.count {
      results.append(
        try Operators.slice(
          lists.value(at: row),
          from: lowers?.value(at: row),
          to: uppers?.value(at: row)
        )
      )
    }
    return .values(results)
  }
}
