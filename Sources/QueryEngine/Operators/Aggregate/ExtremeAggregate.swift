import GraphModel

/// Finds the first or last value of each group: `min` and `max`; without boxes as long as all values
/// are integers, or all are days.
final class ExtremeAggregate: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private let isLeast: Bool
  private let empty: ExtremeAggregator
  /// Whether the integers are numbers of days; `nil` before the first chunk.
  private var areDays: Bool?
  private var integers: ContiguousArray<Int64> = []
  private var isNull: ContiguousArray<Bool> = []
  /// Takes over at the first chunk with other values.
  private var collectors: ContiguousArray<ExtremeAggregator>?

  init(_ empty: ExtremeAggregator, of value: any ExpressionEvaluator, isLeast: Bool) {
    self.empty = empty
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
    case .integers(let numbers, let nulls) where collectors == nil && areDays != true:
      areDays = false
      add(numbers, nulls, groups, groupCount)
    case .dates(let days, let nulls) where collectors == nil && areDays != false:
      areDays = true
      add(days, nulls, groups, groupCount)
    default: add(column, groups, groupCount)
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

  private func add(_ column: Column, _ groups: ContiguousArray<Int32>, _ groupCount: Int) {
    var collectors = collectors ?? integerCollectors()
    self.collectors = []
    collectors.append(contentsOf: repeatElement(empty, count: groupCount - collectors.count))
    for row in 0..<column.count {
      collectors[Int(groups[row])].add(column.value(at: row), parameter: .null)
    }
    self.collectors = collectors
  }

  private func integerCollectors() -> ContiguousArray<ExtremeAggregator> {
    var collectors = ContiguousArray(repeating: empty, count: integers.count)
    let known = typed(integers, isNull)
    for group in integers.indices {
      collectors[group].add(known.value(at: group), parameter: .null)
    }
    return collectors
  }

  func results(groupCount: Int) throws(QueryError) -> Column {
    let missing = max(0, groupCount - (collectors?.count ?? integers.count))
    guard let collectors else {
      let isNull = isNull + repeatElement(true, count: missing)
      return typed(integers + repeatElement(0, count: missing), isNull)
    }
    let values = ContiguousArray(collectors.lazy.map { $0.result() })
    return try Column(typing: values + repeatElement(.null, count: missing)).checkingNesting()
  }

  private func typed(_ numbers: ContiguousArray<Int64>, _ isNull: ContiguousArray<Bool>) -> Column {
    let marks = isNull.contains(true) ? isNull : []
    return areDays == true ? .dates(numbers, isNull: marks) : .integers(numbers, isNull: marks)
  }

  func removeAll() {
    areDays = nil
    integers.removeAll(keepingCapacity: true)
    isNull.removeAll(keepingCapacity: true)
    collectors = nil
  }
}
