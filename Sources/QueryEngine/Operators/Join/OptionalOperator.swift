import GraphModel

/// Runs the second plan for the rows of the first, and keeps those for which it has none.
///
/// ```
/// for row in first:
///   for found in second(row): emit row + found
///   if there were none: emit row + nulls
/// ```
final class OptionalOperator: PhysicalOperator {
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let nullable: [Slot]
  private let isStreaming: Bool
  private var input: DataChunk?
  /// The first row for which nothing was handed on yet.
  private var row = 0
  private var isOpen = false
  /// The column that tells from which row of the first plan one of the second comes.
  private var hidden = Slot(0)
  private var collector = ChunkCollector()
  private var queue = ChunkQueue()

  init(
    _ first: any PhysicalOperator,
    _ second: any PhysicalOperator,
    nullable: [Slot],
    isStreaming: Bool
  ) {
    self.first = first
    self.second = second
    self.nullable = nullable
    self.isStreaming = isStreaming
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    row = 0
    isOpen = false
    collector = ChunkCollector()
    queue = ChunkQueue()
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try isStreaming ? nextOfChunk(context) : nextOfRow(context)
  }

  /// Returns rows of a chunk with nulls in the slots.
  private func unmatched(_ rows: Range<Int>, _ input: DataChunk) -> DataChunk {
    var chunk = input.slice(rows)
    for slot in nullable { chunk.fill(slot, with: .constant(.null, count: rows.count)) }
    return chunk
  }
}

// MARK: - Row by row

extension OptionalOperator {
  private func nextOfRow(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let chunk = collector.popFirst() { return chunk }
      guard let input, row < input.count else {
        input = try first.next(context)
        row = 0
        guard input == nil else { continue }
        collector.flush()
        return collector.popFirst()
      }
      try context.check()
      try runRow(input, context)
      row += 1
    }
  }

  private func runRow(_ input: DataChunk, _ context: ExecutionContext) throws(QueryError) {
    try second.open(context, argument: input.slice(row..<row + 1))
    var isMatched = false
    while var chunk = try second.next(context) {
      chunk.fillEmptySlots(from: input, row: row)
      collector.append(chunk)
      isMatched = true
    }
    if !isMatched { collector.append(unmatched(row..<row + 1, input)) }
  }
}

// MARK: - Chunk by chunk

extension OptionalOperator {
  private func nextOfChunk(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let chunk = queue.popFirst() { return chunk }
      if isOpen, let input {
        if let found = try second.next(context) {
          merge(found, input)
        } else {
          isOpen = false
          if row < input.count { queue.append(unmatched(row..<input.count, input)) }
        }
      } else {
        guard let chunk = try first.next(context) else { return nil }
        input = chunk
        row = 0
        var argument = chunk
        let numbers = ContiguousArray(0..<Int64(chunk.count))
        hidden = chunk.hiddenSlot(context)
        argument.fill(hidden, with: .integers(numbers, isNull: []))
        try second.open(context, argument: argument)
        isOpen = true
      }
    }
  }

  /// Hands on what was found, with the rows between for which nothing was found.
  private func merge(_ found: DataChunk, _ input: DataChunk) {
    guard case .integers(let numbers, _) = found.column(hidden) else { return }
    var matched = found
    // The hidden column comes behind all others.
    matched.columns.removeLast(matched.columns.count - hidden.index)
    var missing: ContiguousArray<Int32> = []
    var order: ContiguousArray<Int32> = []
    for (index, number) in numbers.enumerated() {
      while row < number {
        order.append(Int32(found.count + missing.count))
        missing.append(Int32(row))
        row += 1
      }
      row = Int(number) + 1
      order.append(Int32(index))
    }
    guard !missing.isEmpty else { return queue.append(matched) }
    let unmatched = unmatched(0..<missing.count, input.gathered(missing))
    queue.append(DataChunk.joined([matched, unmatched]).gathered(order))
  }
}
