import GraphModel

/// Runs a plan for each element of a list, for its effects.
///
/// ```
/// for row in all of child:
///   for element in list(row): run body(row + element)
/// for row in them: emit row
/// ```
final class ForEachOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let list: any ExpressionEvaluator
  private let variable: Slot
  private let body: any PhysicalOperator
  private var writes = WriteQueue()

  init(
    _ child: any PhysicalOperator,
    list: any ExpressionEvaluator,
    variable: Slot,
    body: any PhysicalOperator
  ) {
    self.child = child
    self.list = list
    self.variable = variable
    self.body = body
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      for row in 0..<chunk.count { try run(chunk.slice(row..<row + 1), context) }
    }
  }

  private func run(_ row: DataChunk, _ context: ExecutionContext) throws(QueryError) {
    let value = try list.evaluate(row, context).value(at: 0)
    switch value {
    case .null: return
    case .list(let elements):
      for element in elements {
        var argument = row
        argument.fill(variable, with: Column(typing: [element]))
        try body.open(context, argument: argument)
        try body.exhaust(context)
      }
    default: throw .wrongType("a list", value)
    }
  }
}
