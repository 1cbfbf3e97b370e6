import GraphModel

/// Gives the first value that is not null; later ones are evaluated only for rows that need them.
struct CoalesceEvaluator: ExpressionEvaluator {
  /// The values in order.
  let candidates: [SelectiveEvaluator]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var parts: [Column.Part] = []
    var open = chunk.allRows
    for candidate in candidates where !open.isEmpty {
      let column = try candidate.evaluate(chunk, rows: open, context)
      let isNull = column.isNull()
      let found = ContiguousArray(isNull.indices.lazy.filter { !isNull[$0] }.map(Int32.init))
      guard !found.isEmpty else { continue }
      let rows = ContiguousArray(found.lazy.map { open[Int($0)] })
      parts.append(Column.Part(rows: rows, column: column.gathered(found)))
      open = ContiguousArray(isNull.indices.lazy.filter { isNull[$0] }.map { open[$0] })
    }
    return parts.isEmpty ? .nulls(count: chunk.count) : .merged(parts, count: chunk.count)
  }
}
