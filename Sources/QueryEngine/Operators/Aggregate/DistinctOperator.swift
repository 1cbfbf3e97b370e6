import GraphModel

/// Passes on the rows that differ in some slots.
///
/// ```
/// for row in child:
///   if row's slots were not seen: emit row
/// ```
final class DistinctOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let slots: [Slot]
  /// The slots that somebody above reads; all where it is `nil`.
  private let kept: [Slot]?
  private var keys = RowKeys()
  private var memory = MemoryAccount()

  init(_ child: any PhysicalOperator, _ slots: [Slot], keeping kept: Set<Slot>? = nil) {
    self.child = child
    self.kept = kept.map(Array.init)
    self.slots = slots
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    keys = RowKeys()
    memory.clear(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while let chunk = try child.next(context) {
      try context.check()
      var known = Int32(clamping: keys.count)
      let numbers = keys.numbers(slots.map(chunk.column), rowCount: chunk.count)
      var fresh: ContiguousArray<Int32> = []
      for (row, number) in numbers.enumerated() where number == known {
        fresh.append(Int32(row))
        known += 1
      }
      guard !fresh.isEmpty else { continue }
      try memory.add(fresh.count * (16 + 48 * slots.count), context)
      return fresh.count == chunk.count ? chunk : chunk.gathered(fresh, keeping: kept)
    }
    keys = RowKeys()
    memory.clear(context)
    return nil
  }
}
