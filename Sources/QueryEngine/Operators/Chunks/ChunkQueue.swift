import GraphModel

/// Holds chunks until they are handed on, in order and at most `capacityRows` rows at a time.
struct ChunkQueue {
  private var chunks: [DataChunk] = []
  private var first = 0
  private var row = 0

  /// Makes a queue of chunks.
  init(_ chunks: [DataChunk] = []) { for chunk in chunks { append(chunk) } }

  /// Adds a chunk; one without rows is left out.
  mutating func append(_ chunk: DataChunk) {
    if chunk.count > 0 { chunks.append(chunk) }
  }

  /// Removes and returns the next rows.
  mutating func popFirst() -> DataChunk? {
    guard first < chunks.count else { return nil }
    let chunk = chunks[first]
    let end = min(row + DataChunk.capacityRows, chunk.count)
    defer {
      row = end
      if end == chunk.count { advance() }
    }
    return chunk.slice(row..<end)
  }

  private mutating func advance() {
    chunks[first] = DataChunk(slotCount: 0, count: 0)
    first += 1
    row = 0
    if first == chunks.count { self = ChunkQueue() }
  }
}

extension PhysicalOperator {
  /// Returns all rows that are left, chunk by chunk, of all slots or of those given, and counts their
  /// memory.
  func drain(
    _ context: ExecutionContext,
    _ memory: inout MemoryAccount,
    keeping slots: Set<Slot>? = nil
  ) throws(QueryError) -> [DataChunk] {
    var chunks: [DataChunk] = []
    while var chunk = try next(context) {
      try context.check()
      if let slots { chunk = chunk.keeping(slots) }
      try memory.add(chunk.estimatedBytes, context)
      chunks.append(chunk)
    }
    return chunks
  }

  /// Runs to the end for the effects.
  func exhaust(_ context: ExecutionContext) throws(QueryError) {
    while try next(context) != nil { try context.check() }
  }
}
