import GraphModel

/// Sets properties and labels.
///
/// ```
/// for row in all of child:
///   for change in changes: change(row)
/// for row in them: emit row
/// ```
final class SetOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let changes: SetActions
  private var writes = WriteQueue()

  init(_ child: any PhysicalOperator, _ changes: SetActions) {
    self.child = child
    self.changes = changes
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      try changes.apply(chunk, context)
    }
  }
}
