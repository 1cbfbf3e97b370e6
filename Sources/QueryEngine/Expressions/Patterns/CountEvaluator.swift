import GraphModel

/// Counts the rows of a pattern or query: `COUNT { … }`.
struct CountEvaluator: ExpressionEvaluator {
  /// The rows of the pattern.
  let rows: NestedRows

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var counts = ContiguousArray<Int64>(repeating: 0, count: chunk.count)
    try rows.forEachPiece(of: chunk, context) { piece in
      for row in piece.outerRows { counts[Int(row)] += 1 }
      return .more
    }
    return .integers(counts, isNull: [])
  }
}
