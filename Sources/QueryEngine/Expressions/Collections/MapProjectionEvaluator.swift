import GraphModel

/// Makes maps of parts of a node, a relationship or a map: `n {.a, b: 1, .*}`.
struct MapProjectionEvaluator: ExpressionEvaluator {
  /// Lists what a part can be.
  enum Item {
    /// A key and its value.
    case entry(key: String, any ExpressionEvaluator)
    /// All properties.
    case allProperties
  }

  /// The value of the variable.
  let subject: any ExpressionEvaluator
  /// The parts in order; later ones replace earlier ones.
  let items: [Item]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let subjects = try subject.evaluate(chunk, context)
    let isNull = subjects.isNull()
    var maps = ContiguousArray(repeating: [String: Value](), count: chunk.count)
    for item in items {
      switch item {
      case .entry(let key, let evaluator):
        let column = try evaluator.evaluate(chunk, context)
        for row in maps.indices { maps[row][key] = column.value(at: row) }
      case .allProperties:
        for row in maps.indices where !isNull[row] {
          let properties = try ElementAccess.properties(of: subjects.value(at: row), context)
          maps[row].merge(properties) { _, new in new }
        }
      }
    }
    return try Column.values(
      ContiguousArray(maps.indices.lazy.map { isNull[$0] ? .null : .map(maps[$0]) })
    ).checkingNesting()
  }
}
