import GraphModel

/// Finds rows from the nodes of a scan on several threads, in the order in which one thread would
/// find them.
///
/// ```
/// for nodes in scan, some at a time, side by side: emit rows(nodes)
/// ```
final class PartitionedRowsOperator: PhysicalOperator {
  private let plain: any PhysicalOperator
  private let run: PartitionRun
  private var isPlain = true
  private var queue = ChunkQueue()

  /// - Parameter plain: Does the same on one thread, for few nodes.
  init(_ run: PartitionRun, plain: any PhysicalOperator) {
    self.run = run
    self.plain = plain
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = ChunkQueue()
    isPlain = !run.isWorthwhile(context, argument: argument)
    if isPlain {
      try plain.open(context, argument: argument)
    } else {
      try run.start(context, argument: argument)
    }
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if isPlain { return try plain.next(context) }
    while true {
      if let chunk = queue.popFirst() { return chunk }
      guard let found = try run.next(context) else { return nil }
      for chunk in found { queue.append(chunk) }
    }
  }
}

/// Puts the rows of a morsel into one chunk.
struct RowJoining: RowGathering {
  func gathered(_ rows: any PhysicalOperator, _ context: ExecutionContext) throws(QueryError)
    -> DataChunk
  {
    var memory = MemoryAccount()
    defer { memory.clear(context) }
    return DataChunk.joined(try rows.drain(context, &memory))
  }
}
