import GraphModel

/// Makes lists: `[a, b]`.
struct ListEvaluator: ExpressionEvaluator {
  /// The elements.
  let elements: [any ExpressionEvaluator]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var columns: [Column] = []
    for element in elements { columns.append(try element.evaluate(chunk, context)) }
    if columns.allSatisfy(\.isConstant), chunk.count > 0 {
      return try Column.constant(.list(columns.map { $0.value(at: 0) }), count: chunk.count)
        .checkingNesting()
    }
    return try Column.values(
      ContiguousArray(
        (0..<chunk.count).lazy.map { row in .list(columns.map { $0.value(at: row) }) }
      )
    ).checkingNesting()
  }
}
