import GraphModel

/// Makes a row of each number of a range, without a list of them.
///
/// ```
/// for row in child:
///   for number from first(row) to last(row) by step(row): emit row + number
/// ```
final class UnwindRangeOperator: PhysicalOperator {
  /// Holds what `range()` was given.
  struct Bounds {
    let first: any ExpressionEvaluator
    let last: any ExpressionEvaluator
    let step: (any ExpressionEvaluator)?
  }

  private let child: any PhysicalOperator
  private let bounds: Bounds
  private let variable: Slot
  private var input = DataChunk(slotCount: 0, count: 0)
  /// The range of each row; `nil` where there is none, as a bound is null.
  private var ranges: [RangeBounds?] = []
  private var row = 0
  private var position = 0

  init(_ child: any PhysicalOperator, _ bounds: Bounds, variable: Slot) {
    self.child = child
    self.bounds = bounds
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
      clear()
      input = chunk
      ranges = try ranges(chunk, context)
    }
  }

  private func clear() {
    input = DataChunk(slotCount: 0, count: 0)
    ranges = []
    row = 0
    position = 0
  }

  private func ranges(
    _ chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) -> [RangeBounds?] {
    var columns = [
      try bounds.first.evaluate(chunk, context), try bounds.last.evaluate(chunk, context),
    ]
    if let step = bounds.step { columns.append(try step.evaluate(chunk, context)) }
    var ranges: [RangeBounds?] = []
    for row in 0..<chunk.count {
      let arguments = columns.map { $0.value(at: row) }
      ranges.append(arguments.contains(.null) ? nil : try RangeBounds(arguments))
    }
    return ranges
  }

  private func output() -> DataChunk? {
    var rows: ContiguousArray<Int32> = []
    var found: ContiguousArray<Int64> = []
    while row < ranges.count, rows.count < DataChunk.capacityRows {
      guard let range = ranges[row] else {
        row += 1
        continue
      }
      let end = min(range.count, position + DataChunk.capacityRows - rows.count)
      rows.append(contentsOf: repeatElement(Int32(row), count: end - position))
      found.append(contentsOf: (position..<end).lazy.map { range[$0] })
      position = end
      if end == range.count {
        row += 1
        position = 0
      }
    }
    guard !rows.isEmpty else { return nil }
    var chunk = input.gathered(rows)
    chunk.fill(variable, with: .integers(found, isNull: []))
    return chunk
  }
}
