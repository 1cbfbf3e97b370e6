import GraphModel

/// Sorts, and keeps the first rows only.
///
/// ```
/// for rows in child, some at a time:
///   best = the first n of best + rows, sorted by keys
///   stop where the rows come in the order of the first key and it is past the last one of best
/// for row in best: emit row
/// ```
final class TopOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let keys: [SortKey]
  private let count: any ExpressionEvaluator
  private let isSorted: Bool
  private var limit = 0
  private var queue: ChunkQueue?
  private var memory = MemoryAccount()

  /// Makes the operator.
  ///
  /// - Parameter isSorted: Whether the rows come in the order of the first key.
  init(
    _ child: any PhysicalOperator,
    _ keys: [SortKey],
    _ count: any ExpressionEvaluator,
    isSorted: Bool = false
  ) {
    self.child = child
    self.keys = keys
    self.count = count
    self.isSorted = isSorted
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
    var bound: FirstKeyBound?
    while var chunk = try child.next(context) {
      try context.check()
      if let bound { chunk = try bound.candidates(chunk, keys, context) }
      guard chunk.count > 0 else { continue }
      try memory.add(chunk.estimatedBytes, context)
      rows.append(chunk)
      count += chunk.count
      if isSorted, count >= limit, try isPast(chunk, rows, context) { break }
      guard count >= threshold else { continue }
      let kept = try cut(rows, context)
      rows = [kept]
      count = kept.count
      bound = kept.count == limit ? try FirstKeyBound(kept, keys, context) : nil
      memory.clear(context)
      try memory.add(kept.estimatedBytes, context)
    }
    return try cut(rows, context)
  }

  /// Whether the first key of the last row differs from that of the last row that is wanted.
  private func isPast(_ last: DataChunk, _ rows: [DataChunk], _ context: ExecutionContext)
    throws(QueryError) -> Bool
  {
    guard let key = keys.first, limit > 0 else { return limit == 0 }
    var (chunk, row) = (0, limit - 1)
    while row >= rows[chunk].count {
      row -= rows[chunk].count
      chunk += 1
    }
    let end = try key.value.evaluate(last, context)
    // Mostly the first chunk has all.
    let wanted = chunk == rows.count - 1 ? end : try key.value.evaluate(rows[chunk], context)
    return wanted.value(at: row).ordering(to: end.value(at: last.count - 1)) != .same
  }

  private func cut(_ rows: [DataChunk], _ context: ExecutionContext) throws(QueryError) -> DataChunk
  {
    let joined = DataChunk.joined(rows)
    guard joined.count > 0 else { return joined }
    let order =
      try isSorted
      ? keys.first(limit, ofRowsInOrder: joined, context) : keys.sorted(joined, context)
    return joined.gathered(ContiguousArray(order.prefix(limit)))
  }
}

/// Holds the first key of the last of the rows wanted so far, where it is an integer: rows that are
/// worse need not be looked at again.
private struct FirstKeyBound {
  private let number: Int64

  init?(_ rows: DataChunk, _ keys: [SortKey], _ context: ExecutionContext) throws(QueryError) {
    guard rows.count > 0, let key = keys.first,
      case .integers(let numbers, let isNull) = try key.value.evaluate(rows, context),
      isNull.isEmpty
    else { return nil }
    number = numbers[numbers.count - 1]
  }

  /// Returns the rows that may be among those wanted.
  func candidates(
    _ chunk: DataChunk,
    _ keys: [SortKey],
    _ context: ExecutionContext
  ) throws(QueryError) -> DataChunk {
    guard let key = keys.first,
      case .integers(let numbers, let isNull) = try key.value.evaluate(chunk, context),
      isNull.isEmpty
    else { return chunk }
    let (bound, isDescending) = (number, key.isDescending)
    let rows = ContiguousArray.places(below: numbers.count) { row in
      isDescending ? numbers[row] >= bound : numbers[row] <= bound
    }
    return rows.count == chunk.count ? chunk : chunk.gathered(rows)
  }
}
