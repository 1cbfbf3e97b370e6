import GraphModel

/// Gives a value of the first row of a pattern, or null where it has no rows:
/// `shortestPath((a)-[*]-(b))`.
struct FirstValueEvaluator: ExpressionEvaluator {
  /// The rows of the pattern.
  let rows: NestedRows
  /// The value.
  let slot: Slot

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var values = ContiguousArray<Value?>(repeating: nil, count: chunk.count)
    try rows.forEachPiece(of: chunk, context) { piece in
      for (index, row) in piece.outerRows.enumerated() where values[Int(row)] == nil {
        values[Int(row)] = piece.chunk.value(slot, at: index)
      }
      return .nextOuterRow
    }
    return .values(ContiguousArray(values.lazy.map { $0 ?? .null }))
  }
}
