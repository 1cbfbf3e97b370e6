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
  private var ranges: [StrideThrough<Int64>] = []
  private var row = 0
  private var numbers: StrideThrough<Int64>.Iterator?

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
    numbers = nil
  }

  private func ranges(
    _ chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) -> [StrideThrough<Int64>] {
    let first = try bounds.first.evaluate(chunk, context)
    let last = try bounds.last.evaluate(chunk, context)
    let step = try bounds.step?.evaluate(chunk, context)
    var ranges: [StrideThrough<Int64>] = []
    for row in 0..<chunk.count {
      let by = try Self.integer(step?.value(at: row) ?? .integer(1))
      guard by != 0 else {
        throw QueryError(.numberOutOfRange, .runtime, "the step of range() must not be 0")
      }
      let from = try Self.integer(first.value(at: row))
      ranges.append(stride(from: from, through: try Self.integer(last.value(at: row)), by: Int(by)))
    }
    return ranges
  }

  private static func integer(_ value: Value) throws(QueryError) -> Int64 {
    guard case .integer(let number) = value else {
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "range() needs integers, and this is \(value.kindWithArticle)",
        kind: .argumentError
      )
    }
    return number
  }

  private func output() -> DataChunk? {
    var rows: ContiguousArray<Int32> = []
    var found: ContiguousArray<Int64> = []
    while row < ranges.count, rows.count < DataChunk.capacityRows {
      var iterator = numbers ?? ranges[row].makeIterator()
      numbers = nil
      while rows.count < DataChunk.capacityRows, let number = iterator.next() {
        rows.append(Int32(row))
        found.append(number)
      }
      if rows.count == DataChunk.capacityRows { numbers = iterator } else { row += 1 }
    }
    guard !rows.isEmpty else { return nil }
    var chunk = input.gathered(rows)
    chunk.fill(variable, with: .integers(found, isNull: []))
    return chunk
  }
}
