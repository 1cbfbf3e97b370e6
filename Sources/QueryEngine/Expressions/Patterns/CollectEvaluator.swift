import GraphModel

/// Collects a value of each row of a pattern or query into a list: `COLLECT { … }` and
/// `[p = (a)-->(b) | result]`.
struct CollectEvaluator: ExpressionEvaluator {
  /// The rows of the pattern.
  let rows: NestedRows
  /// The value.
  let result: any ExpressionEvaluator

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var lists = ContiguousArray(repeating: [Value](), count: chunk.count)
    var memory = MemoryAccount()
    defer { memory.clear(context) }
    try rows.forEachPiece(of: chunk, context) { (piece) throws(QueryError) in
      let column = try result.evaluate(piece.chunk, context)
      try memory.add(column.count * Column.bytesPerValue, context)
      for (index, row) in piece.outerRows.enumerated() {
        lists[Int(row)].append(column.value(at: index))
      }
      return .more
    }
    return try Column.values(ContiguousArray(lists.lazy.map(Value.list))).checkingNesting()
  }
}
