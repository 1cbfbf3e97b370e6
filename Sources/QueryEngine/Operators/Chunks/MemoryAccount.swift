import GraphModel

/// Counts the memory that one operator keeps, so that it can be given back as a whole.
struct MemoryAccount {
  private var bytes = 0

  /// Counts memory; throws beyond the limit of the run.
  mutating func add(_ bytes: Int, _ context: ExecutionContext) throws(QueryError) {
    self.bytes += bytes
    try context.account(bytes: bytes)
  }

  /// Counts all of it as free again.
  mutating func clear(_ context: ExecutionContext) {
    context.release(bytes: bytes)
    bytes = 0
  }
}
