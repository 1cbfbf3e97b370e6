import GraphModel

/// Gives the rows of the surrounding plan.
///
/// ```
/// emit argument
/// ```
final class ArgumentOperator: PhysicalOperator {
  private var queue = ChunkQueue()

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = ChunkQueue()
    queue.append(argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? { queue.popFirst() }
}
