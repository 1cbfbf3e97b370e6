import GraphModel

/// Joins small chunks into larger ones; waits for few rows at first and for more later, so that a
/// reader who wants few rows gets them early.
struct ChunkCollector {
  private var waiting: [DataChunk] = []
  private var count = 0
  private var goal = 1
  private var queue = ChunkQueue()

  /// Adds a chunk.
  mutating func append(_ chunk: DataChunk) {
    guard chunk.count > 0 else { return }
    waiting.append(chunk)
    count += chunk.count
    if count >= goal { flush() }
  }

  /// Makes all rows that wait ready.
  mutating func flush() {
    guard !waiting.isEmpty else { return }
    queue.append(DataChunk.joined(waiting))
    waiting.removeAll(keepingCapacity: true)
    count = 0
    goal = min(goal * 2, DataChunk.capacityRows)
  }

  /// Removes and returns rows that are ready.
  mutating func popFirst() -> DataChunk? { queue.popFirst() }
}
