import GraphModel

/// Makes a row of each element of a list.
///
/// ```
/// for row in child:
///   for element in list(row):                (no list: one element; null: none)
///     emit row + element
/// ```
final class UnwindOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let list: any ExpressionEvaluator
  private let variable: Slot
  private var input = DataChunk(slotCount: 0, count: 0)
  private var lists = Column.values([])
  private var row = 0
  private var position = 0

  init(_ child: any PhysicalOperator, list: any ExpressionEvaluator, variable: Slot) {
    self.child = child
    self.list = list
    self.variable = variable
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    clear()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let chunk = output() { return chunk }
      guard let chunk = try child.next(context) else {
        clear()
        return nil
      }
      input = chunk
      lists = try list.evaluate(chunk, context)
      row = 0
      position = 0
    }
  }

  private func clear() {
    input = DataChunk(slotCount: 0, count: 0)
    lists = .values([])
    row = 0
    position = 0
  }

  private func output() -> DataChunk? {
    var rows: ContiguousArray<Int32> = []
    var elements: ContiguousArray<Value> = []
    while row < input.count, rows.count < DataChunk.capacityRows {
      let value = lists.value(at: row)
      guard case .list(let list) = value else {
        if value != .null {
          rows.append(Int32(row))
          elements.append(value)
        }
        row += 1
        continue
      }
      let end = min(list.count, position + DataChunk.capacityRows - rows.count)
      rows.append(contentsOf: repeatElement(Int32(row), count: end - position))
      elements.append(contentsOf: list[position..<end])
      position = end
      if end == list.count {
        row += 1
        position = 0
      }
    }
    guard !rows.isEmpty else { return nil }
    var chunk = input.gathered(rows)
    chunk.fill(variable, with: Column(typing: elements))
    return chunk
  }
}
