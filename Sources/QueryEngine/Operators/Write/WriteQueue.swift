import GraphModel

/// Does what a clause writes: reads all rows first, so that what is written cannot change which rows
/// there are, and writes for all of them, however few are wanted afterwards.
struct WriteQueue {
  private var queue: ChunkQueue?
  private var memory = MemoryAccount()

  /// Starts anew.
  ///
  /// Throws where the run may only read.
  mutating func reset(_ context: ExecutionContext) throws(QueryError) {
    queue = nil
    memory.clear(context)
    guard context.limits.isReadOnly else { return }
    throw QueryError(.readOnly, .runtime, "the query may read only, and this clause writes")
  }

  /// Returns the next rows; before the first, has written for all rows in order.
  mutating func next(
    _ child: any PhysicalOperator,
    _ context: ExecutionContext,
    write: (inout DataChunk) throws(QueryError) -> Void
  ) throws(QueryError) -> DataChunk? {
    if queue == nil {
      var queue = ChunkQueue()
      for var chunk in try child.drain(context, &memory) {
        try context.check()
        try write(&chunk)
        queue.append(chunk)
      }
      self.queue = queue
    }
    if let chunk = queue?.popFirst() { return chunk }
    memory.clear(context)
    return nil
  }
}
