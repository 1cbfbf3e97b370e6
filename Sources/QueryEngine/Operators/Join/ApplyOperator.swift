import GraphModel

/// Runs the second plan for the rows of the first.
///
/// Where every row of the second plan comes from one of its argument it runs once for a whole
/// chunk, else once per row.
///
/// ```
/// for row in first:
///   for found in second(row): emit row + found
/// ```
final class ApplyOperator: PhysicalOperator {
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let isStreaming: Bool
  private var input: DataChunk?
  private var row = 0
  private var isOpen = false
  private var collector = ChunkCollector()

  init(_ first: any PhysicalOperator, _ second: any PhysicalOperator, isStreaming: Bool) {
    self.first = first
    self.second = second
    self.isStreaming = isStreaming
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    isOpen = false
    collector = ChunkCollector()
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try isStreaming ? nextOfChunk(context) : nextOfRow(context)
  }

  private func nextOfChunk(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if isOpen, let chunk = try second.next(context) { return chunk }
      isOpen = false
      guard let chunk = try first.next(context) else { return nil }
      try second.open(context, argument: chunk)
      isOpen = true
    }
  }

  private func nextOfRow(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      if let chunk = collector.popFirst() { return chunk }
      if isOpen, let input {
        if var chunk = try second.next(context) {
          chunk.fillEmptySlots(from: input, row: row)
          collector.append(chunk)
        } else {
          isOpen = false
          row += 1
        }
      } else if let input, row < input.count {
        try context.check()
        try second.open(context, argument: input.slice(row..<row + 1))
        isOpen = true
      } else {
        input = try first.next(context)
        row = 0
        guard input == nil else { continue }
        collector.flush()
        return collector.popFirst()
      }
    }
  }
}
