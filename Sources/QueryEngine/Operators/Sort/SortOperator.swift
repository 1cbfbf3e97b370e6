import GraphModel

/// Sorts all rows; those that are the same keep their order.
///
/// ```
/// rows = all of child
/// sort rows by keys
/// for row in rows: emit row
/// ```
final class SortOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let keys: [SortKey]
  private var queue: ChunkQueue?
  private var memory = MemoryAccount()

  init(_ child: any PhysicalOperator, _ keys: [SortKey]) {
    self.child = child
    self.keys = keys
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = nil
    memory.clear(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if queue == nil {
      let rows = DataChunk.joined(try child.drain(context, &memory))
      queue = ChunkQueue(
        rows.count > 0 ? [rows.gathered(try keys.sorted(rows, context))] : []
      )
    }
    if let chunk = queue?.popFirst() { return chunk }
    memory.clear(context)
    return nil
  }
}
