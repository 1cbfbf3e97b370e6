import GraphModel

/// Counts the memory that one operator keeps, so that it can be given back as a whole.
///
/// What an earlier run has not given back was counted there alone, and is forgotten.
struct MemoryAccount {
  private var bytes = 0
  private var run = 0

  /// Counts memory; throws beyond the limit of the run.
  mutating func add(_ bytes: Int, _ context: ExecutionContext) throws(QueryError) {
    enter(context)
    self.bytes += bytes
    try context.account(bytes: bytes)
  }

  /// Counts all of it as free again.
  mutating func clear(_ context: ExecutionContext) {
    enter(context)
    guard bytes > 0 else { return }
    context.release(bytes: bytes)
    bytes = 0
  }

  private mutating func enter(_ context: ExecutionContext) {
    if run != context.run { (bytes, run) = (0, context.run) }
  }
}
