import GraphModel

extension DataChunk {
  /// Returns the column of a slot; null in every row where the slot is not filled.
  func column(_ slot: Slot) -> Column {
    guard columns.indices.contains(slot.index), let column = columns[slot.index] else {
      return .nulls(count: count)
    }
    return column
  }

  /// Fills a slot.
  mutating func fill(_ slot: Slot, with column: Column) {
    while columns.count <= slot.index { columns.append(nil) }
    columns[slot.index] = column
  }

  /// Returns some rows, of the slots given only; rows may repeat.
  func gathered(_ selection: ContiguousArray<Int32>, slots: [Slot]) -> DataChunk {
    var chunk = DataChunk(slotCount: columns.count, count: selection.count)
    for slot in slots where columns.indices.contains(slot.index) {
      chunk.columns[slot.index] = columns[slot.index]?.gathered(selection)
    }
    return chunk
  }

  /// Returns some rows, of all slots or of those given; rows may repeat.
  func gathered(_ selection: ContiguousArray<Int32>, keeping slots: [Slot]?) -> DataChunk {
    slots.map { gathered(selection, slots: $0) } ?? gathered(selection)
  }

  /// Returns all rows, of the slots given only.
  func keeping(_ slots: Set<Slot>) -> DataChunk {
    var chunk = self
    for index in columns.indices where !slots.contains(Slot(index)) { chunk.columns[index] = nil }
    return chunk
  }

  /// All rows, in order.
  var allRows: ContiguousArray<Int32> { ContiguousArray(0..<Int32(count)) }
}
