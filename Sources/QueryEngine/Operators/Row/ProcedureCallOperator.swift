import GraphModel

/// Calls a procedure for each row.
///
/// ```
/// for row in child:
///   for result in procedure(arguments(row)): emit row + outputs
///   (a procedure without outputs: emit row)
/// ```
final class ProcedureCallOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let call: LogicalPlan.ProcedureCall
  private let arguments: [any ExpressionEvaluator]
  private var queue = ChunkQueue()

  init(
    _ child: any PhysicalOperator,
    _ call: LogicalPlan.ProcedureCall,
    arguments: [any ExpressionEvaluator]
  ) {
    self.child = child
    self.call = call
    self.arguments = arguments
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = ChunkQueue()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let chunk = queue.popFirst() { return chunk }
      guard let chunk = try child.next(context) else { return nil }
      let procedure = try procedure(context)
      var columns: [Column] = []
      for argument in arguments { columns.append(try argument.evaluate(chunk, context)) }
      for row in 0..<chunk.count {
        try context.check()
        let values = columns.enumerated().map { index, column in
          procedure.argument(index, column.value(at: row))
        }
        let results = try procedure.results(values, context)
        queue.append(
          call.isVoid ? chunk.slice(row..<row + 1) : output(results, chunk, row, procedure)
        )
      }
    }
  }

  private func procedure(_ context: ExecutionContext) throws(QueryError) -> Procedure {
    if let procedure = context.procedures.procedures[call.name] { return procedure }
    throw QueryError(.procedureNotFound, .runtime, "there is no procedure \(call.name)")
  }

  private func output(
    _ results: [Column],
    _ input: DataChunk,
    _ row: Int,
    _ procedure: Procedure
  ) -> DataChunk {
    let count = results.first?.count ?? 0
    var chunk = input.gathered(ContiguousArray(repeating: Int32(row), count: count))
    for output in call.outputs {
      let position = procedure.outputs.firstIndex { $0.name == output.name }
      let column = position.flatMap { $0 < results.count ? results[$0] : nil }
      chunk.fill(output.slot, with: column ?? .constant(.null, count: count))
    }
    return chunk
  }
}

extension Procedure {
  /// Returns the results of a call, one column per output.
  fileprivate func results(_ arguments: [Value], _ context: ExecutionContext) throws(QueryError)
    -> [Column]
  {
    if let graphCall {
      return try graphCall(GraphProcedureCall(context: context, arguments: arguments))
    }
    let rows = try call(arguments)
    return outputs.indices.map { output in
      Column(
        typing: ContiguousArray(rows.lazy.map { output < $0.count ? $0[output] : .null })
      )
    }
  }
}
