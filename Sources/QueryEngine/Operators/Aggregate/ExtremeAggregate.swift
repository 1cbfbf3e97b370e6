import GraphModel

/// Finds the first or last value of each group: `min` and `max`; without boxes as long as all values
/// are integers.
final class ExtremeAggregate: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private let isLeast: Bool
  private let empty: ExtremeAggregator
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
    if collectors == nil, case .integers(let numbers, let nulls) = column {
      add(numbers, nulls, groups, groupCount)
    } else {
      add(column, groups, groupCount)
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
    for group in integers.indices where !isNull[group] {
      collectors[group].add(.integer(integers[group]), parameter: .null)
    }
    return collectors
  }

  func results(groupCount: Int) throws(QueryError) -> Column {
    let missing = max(0, groupCount - (collectors?.count ?? integers.count))
    guard let collectors else {
      let isNull = isNull + repeatElement(true, count: missing)
      return .integers(
        integers + repeatElement(0, count: missing),
        isNull: isNull.contains(true) ? isNull : []
      )
    }
    let values = ContiguousArray(collectors.lazy.map { $0.result() })
    return try Column(typing: values + repeatElement(.null, count: missing)).checkingNesting()
  }

  func removeAll() {
    integers.removeAll(keepingCapacity: true)
    isNull.removeAll(keepingCapacity: true)
    collectors = nil
  }
}
