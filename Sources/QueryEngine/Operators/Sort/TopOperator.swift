import GraphModel

/// Sorts, and keeps the first rows only.
///
/// ```
/// for rows in child, some at a time:
///   best = the first n of best + rows, sorted by keys
/// for row in best: emit row
/// ```
final class TopOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let keys: [SortKey]
  private let count: any ExpressionEvaluator
  private var limit = 0
  private var queue: ChunkQueue?
  private var memory = MemoryAccount()

  init(_ child: any PhysicalOperator, _ keys: [SortKey], _ count: any ExpressionEvaluator) {
    self.child = child
    self.keys = keys
    self.count = count
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = nil
    memory.clear(context)
    limit = try count.rowCount("LIMIT", context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if queue == nil { queue = ChunkQueue([try best(context)]) }
    if let chunk = queue?.popFirst() { return chunk }
    memory.clear(context)
    return nil
  }

  private func best(_ context: ExecutionContext) throws(QueryError) -> DataChunk {
    // Cutting when there are several times the rows wanted sorts each row a few times at most.
    let threshold = 4 * max(DataChunk.capacityRows, min(limit, .max / 4))
    var rows: [DataChunk] = []
    var count = 0
    while let chunk = try child.next(context) {
      try context.check()
      try memory.add(chunk.estimatedBytes, context)
      rows.append(chunk)
      count += chunk.count
      guard count >= threshold else { continue }
      let kept = try cut(rows, context)
      rows = [kept]
      count = kept.count
      memory.clear(context)
      try memory.add(kept.estimatedBytes, context)
    }
    return try cut(rows, context)
  }

  private func cut(_ rows: [DataChunk], _ context: ExecutionContext) throws(QueryError) -> DataChunk
  {
    let joined = DataChunk.joined(rows)
    guard joined.count > 0 else { return joined }
    let order = try keys.sorted(joined, context)
    return joined.gathered(ContiguousArray(order.prefix(limit)))
  }
}
