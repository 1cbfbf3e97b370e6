import GraphModel

/// Creates nodes and relationships.
///
/// ```
/// for row in all of child:
///   create the elements
/// for row in them: emit row + elements
/// ```
final class CreateOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let creator: ElementCreator
  private var writes = WriteQueue()

  init(_ child: any PhysicalOperator, _ creator: ElementCreator) {
    self.child = child
    self.creator = creator
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      try creator.create(&chunk, context)
    }
  }
}
