import GraphModel

/// Calls a function for each row; once where it always gives the same for the same arguments, and
/// these are the same in all rows.
struct FunctionEvaluator: ExpressionEvaluator {
  /// The function.
  let function: FunctionEntry
  /// The arguments.
  let arguments: [any ExpressionEvaluator]

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.evaluate(chunk, context)) }
    guard chunk.count > 0 else { return .nulls(count: 0) }
    if function.isDeterministic, columns.allSatisfy(\.isConstant) {
      let result = try function.evaluate(columns.map { $0.value(at: 0) }, context.functions)
      return .constant(result, count: chunk.count)
    }
    if let argument = columns.first, columns.count == 1,
      let column = GraphFunctionKernel.column(function, of: argument, in: context.graph)
    {
      return column
    }
    var results = ContiguousArray<Value>()
    results.reserveCapacity(chunk.count)
    var row = columns.map { $0.value(at: 0) }
    for index in 0..<chunk.count {
      for position in columns.indices { row[position] = columns[position].value(at: index) }
      results.append(try function.evaluate(row, context.functions))
    }
    return .values(results)
  }
}
