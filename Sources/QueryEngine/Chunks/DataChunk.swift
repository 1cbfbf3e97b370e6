public import GraphModel

/// Holds some rows, column by column.
///
/// An operator hands on at most `capacityRows` at a time.
public struct DataChunk: Sendable {
  /// The most rows that an operator hands on at a time.
  public static let capacityRows = 1_024

  /// One column per slot of the plan; `nil` where the slot is not filled yet.
  public var columns: [Column?]
  /// The number of rows.
  public var count: Int

  /// Makes a chunk without columns.
  public init(slotCount: Int, count: Int) {
    columns = Array(repeating: nil, count: slotCount)
    self.count = count
  }

  /// Returns the value of a slot in a row; null where the slot is not filled.
  public func value(_ slot: Slot, at row: Int) -> Value {
    columns[slot.index]?.value(at: row) ?? .null
  }

  /// Returns the rows named by `selection`, in that order; rows may repeat.
  public func gathered(_ selection: ContiguousArray<Int32>) -> DataChunk {
    var chunk = self
    chunk.count = selection.count
    chunk.columns = ColumnRun.columns(columns.count, rows: selection.count) { index in
      columns[index]?.gathered(selection)
    }
    return chunk
  }
}

/// Names a column of all chunks of one plan.
public struct Slot: Hashable, Sendable {
  /// The position among the columns.
  public let index: Int

  /// Names a column.
  public init(_ index: Int) { self.index = index }
}
