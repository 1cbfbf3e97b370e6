import GraphModel

/// Makes a list of another: `[x IN list WHERE condition | result]`.
struct ListComprehensionEvaluator: ExpressionEvaluator {
  /// The list.
  let list: any ExpressionEvaluator
  /// Takes the lists apart.
  let flattening: ListFlattening
  /// Which elements are kept; all without one.
  let condition: (any ExpressionEvaluator)?
  /// What is made of each that is kept; the element itself without one.
  let result: SelectiveEvaluator?

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let lists = try list.evaluate(chunk, context)
    var results = ContiguousArray(repeating: [Value](), count: chunk.count)
    var memory = MemoryAccount()
    defer { memory.clear(context) }
    try flattening.forEachPiece(of: lists, in: chunk, context) { (piece) throws(QueryError) in
      let kept = try condition?.evaluate(piece.chunk, context).trueRows() ?? piece.chunk.allRows
      try memory.add(kept.count * Column.bytesPerValue, context)
      guard let result else {
        for index in kept.lazy.map(Int.init) {
          results[Int(piece.rows[index])].append(piece.elements[index])
        }
        return
      }
      let column = try result.evaluate(piece.chunk, rows: kept, context)
      for (position, index) in kept.enumerated() {
        results[Int(piece.rows[Int(index)])].append(column.value(at: position))
      }
    }
    let isNull = lists.isNull()
    return try Column.values(
      ContiguousArray(results.indices.lazy.map { isNull[$0] ? .null : .list(results[$0]) })
    ).checkingNesting()
  }
}
