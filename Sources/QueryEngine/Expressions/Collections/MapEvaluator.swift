import GraphModel

/// Makes maps: `{a: 1, b: 2}`; of a key written twice the last value counts.
struct MapEvaluator: ExpressionEvaluator {
  /// The keys and values in order.
  let entries: [(key: String, value: any ExpressionEvaluator)]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var columns: [(key: String, column: Column)] = []
    for entry in entries {
      columns.append((entry.key, try entry.value.evaluate(chunk, context)))
    }
    if columns.allSatisfy(\.column.isConstant), chunk.count > 0 {
      return try Column.constant(Self.map(columns, row: 0), count: chunk.count).checkingNesting()
    }
    return try Column.values(
      ContiguousArray((0..<chunk.count).lazy.map { Self.map(columns, row: $0) })
    ).checkingNesting()
  }

  private static func map(_ columns: [(key: String, column: Column)], row: Int) -> Value {
    var map: [String: Value] = [:]
    map.reserveCapacity(columns.count)
    for (key, column) in columns { map[key] = column.value(at: row) }
    return .map(map)
  }
}
