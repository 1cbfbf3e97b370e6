import GraphModel

/// Tells whether a pattern or query has rows: `EXISTS { … }`, and patterns as predicates.
struct ExistsEvaluator: ExpressionEvaluator {
  /// The rows of the pattern.
  let rows: NestedRows

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var truths = ContiguousArray(repeating: Ternary.no, count: chunk.count)
    try rows.forEachPiece(of: chunk, context) { piece in
      for row in piece.outerRows { truths[Int(row)] = .yes }
      return piece.outerRows.last == Int32(chunk.count - 1) ? .nothing : .nextOuterRow
    }
    return .booleans(truths)
  }
}
