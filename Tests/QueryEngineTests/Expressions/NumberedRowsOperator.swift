import GraphModel

@testable import QueryEngine

/// Gives, for each row of its argument, as many rows as the number in one slot says, and counts
/// them in another: the simplest plan whose rows come from an argument.
final class NumberedRowsOperator: PhysicalOperator {
  let count: Slot
  let number: Slot
  /// How many rows it gives at a time.
  let rowsPerChunk: Int
  private(set) var openCount = 0
  private(set) var rowCount = 0
  private var rows: [(row: Int32, number: Int64)] = []
  private var argument = DataChunk(slotCount: 0, count: 0)

  init(count: Slot, number: Slot, rowsPerChunk: Int = DataChunk.capacityRows) {
    self.count = count
    self.number = number
    self.rowsPerChunk = rowsPerChunk
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    openCount += 1
    self.argument = argument
    rows = (0..<argument.count).flatMap { row in
      (0..<(argument.value(count, at: row).integerValue ?? 0)).map { (Int32(row), $0) }
    }
    rows.reverse()
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    let given = rows.suffix(rowsPerChunk).reversed()
    rows.removeLast(given.count)
    rowCount += given.count
    guard !given.isEmpty else { return nil }
    var chunk = argument.gathered(ContiguousArray(given.map(\.row)))
    chunk.columns[number.index] = .integers(ContiguousArray(given.map(\.number)), isNull: [])
    return chunk
  }
}
