import GraphModel

/// Finds the first or last value of each group: `min` and `max`; without boxes as long as all values
/// are integers, or all are days.
final class ExtremeAggregate: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private let isLeast: Bool
  /// Whether the integers are numbers of days; `nil` before the first chunk.
  private var areDays: Bool?
  private var integers: ContiguousArray<Int64> = []
  private var isNull: ContiguousArray<Bool> = []
  /// Takes over at the first chunk with other values, until all groups are forgotten.
  private let boxed: ValueAggregate<ExtremeAggregator>
  private var isBoxed = false

  init(_ empty: ExtremeAggregator, of value: any ExpressionEvaluator, isLeast: Bool) {
    boxed = ValueAggregate(empty, value: value, parameter: nil, isDistinct: false)
    self.value = value
    self.isLeast = isLeast
  }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let column = try value.evaluate(chunk, context)
    switch column {
    case .integers(let numbers, let nulls) where !isBoxed && areDays != true:
      areDays = false
      add(numbers, nulls, groups, groupCount)
    case .dates(let days, let nulls) where !isBoxed && areDays != false:
      areDays = true
      add(days, nulls, groups, groupCount)
    default:
      try useBoxes()
      try boxed.add(column, nil, groups, groupCount)
    }
  }

  private func add(
    _ numbers: ContiguousArray<Int64>,
    _ nulls: ContiguousArray<Bool>,
    _ groups: ContiguousArray<Int32>,
    _ groupCount: Int
  ) {
    integers.append(contentsOf: repeatElement(0, count: groupCount - integers.count))
    isNull.append(contentsOf: repeatElement(true, count: groupCount - isNull.count))
    let isLeast = isLeast
    unsafe integers.withUnsafeMutableBufferPointer { integers in
      unsafe isNull.withUnsafeMutableBufferPointer { isNull in
        for row in numbers.indices where nulls.isEmpty || !nulls[row] {
          let (group, number) = (Int(groups[row]), numbers[row])
          let known = unsafe integers[group]
          if unsafe isNull[group] || (isLeast ? number < known : number > known) {
            unsafe integers[group] = number
            unsafe isNull[group] = false
          }
        }
      }
    }
  }

  private func useBoxes() throws(QueryError) {
    guard !isBoxed else { return }
    isBoxed = true
    let groups = ContiguousArray(0..<Int32(truncatingIfNeeded: integers.count))
    try boxed.add(typed(integers, isNull), nil, groups, integers.count)
  }

  func results(groupCount: Int) throws(QueryError) -> Column {
    guard !isBoxed else { return try boxed.results(groupCount: groupCount) }
    let missing = max(0, groupCount - integers.count)
    return typed(
      integers + repeatElement(0, count: missing),
      isNull + repeatElement(true, count: missing)
    )
  }

  private func typed(_ numbers: ContiguousArray<Int64>, _ isNull: ContiguousArray<Bool>) -> Column {
    let marks = isNull.contains(true) ? isNull : []
    return areDays == true ? .dates(numbers, isNull: marks) : .integers(numbers, isNull: marks)
  }

  func removeAll() {
    areDays = nil
    integers.removeAll(keepingCapacity: true)
    isNull.removeAll(keepingCapacity: true)
    isBoxed = false
    boxed.removeAll()
  }
}
