import GraphModel

/// Reads all rows before it passes on the first.
///
/// ```
/// rows = all of child
/// for row in rows: emit row
/// ```
final class EagerOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private var queue: ChunkQueue?
  private var memory = MemoryAccount()

  init(_ child: any PhysicalOperator) { self.child = child }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = nil
    memory.clear(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if queue == nil { queue = ChunkQueue(try child.drain(context, &memory)) }
    if let chunk = queue?.popFirst() { return chunk }
    memory.clear(context)
    return nil
  }
}
