import GraphModel

/// Fills slots by expressions.
///
/// ```
/// for row in child:
///   emit row + expressions(row)
/// ```
final class ProjectionOperator: PhysicalOperator {
  /// Holds a slot and what fills it.
  struct Item {
    let slot: Slot
    let value: any ExpressionEvaluator
  }

  private let child: any PhysicalOperator
  private let items: [Item]

  init(_ child: any PhysicalOperator, _ items: [Item]) {
    self.child = child
    self.items = items
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard let input = try child.next(context) else { return nil }
    var output = input
    for item in items { output.fill(item.slot, with: try item.value.evaluate(input, context)) }
    return output
  }
}
