import GraphModel

/// Counts the different values in each group: `count(DISTINCT x)`; null does not count.
final class DistinctCounter: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private var state = DistinctCounts()

  init(_ value: any ExpressionEvaluator) { self.value = value }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    state.add(try value.evaluate(chunk, context), groups, groupCount)
  }

  func results(groupCount: Int) -> Column { state.counts.column(groupCount) }

  func removeAll() { state.removeAll() }
}

/// Holds how many different values each group has.
private struct DistinctCounts {
  /// The number of different values by group.
  private(set) var counts = GroupCounts()
  /// Pairs of a group and a value.
  private var pairs = IntegerNumbers()
  private var seen = 0
  private var form = Form.direct

  private enum Form {
    /// All values so far are integers of 32 bits, and stand in the pairs as they are.
    case direct
    /// Values stand in the pairs by their numbers.
    case numbered(ColumnKeys)
  }

  mutating func add(_ column: Column, _ groups: ContiguousArray<Int32>, _ groupCount: Int) {
    counts.reserve(groupCount)
    let isNull = column.isNull()
    let numbers = numbers(column)
    for row in numbers.indices where !isNull[row] {
      let pair = pairs.number(
        of: Int64(groups[row]) << 32 | Int64(UInt32(bitPattern: numbers[row]))
      )
      guard pair == seen else { continue }
      seen += 1
      counts.add(1, to: Int(groups[row]))
    }
  }

  private mutating func numbers(_ column: Column) -> ContiguousArray<Int32> {
    if case .direct = form {
      if let numbers = column.smallIntegers { return numbers }
      leaveDirectForm()
    }
    guard case .numbered(var keys) = form else { return [] }
    form = .direct
    defer { form = .numbered(keys) }
    return keys.numbers(column)
  }

  private mutating func leaveDirectForm() {
    let values = ContiguousArray(pairs.keys.lazy.map { Int64(Int32(truncatingIfNeeded: $0)) })
    var keys = ColumnKeys()
    let numbers = keys.numbers(.integers(values, isNull: []))
    let known = pairs.keys
    pairs.removeAll()
    for (index, pair) in known.enumerated() {
      _ = pairs.number(of: (pair >> 32) << 32 | Int64(numbers[index]))
    }
    form = .numbered(keys)
  }

  mutating func removeAll() {
    counts.removeAll()
    pairs.removeAll()
    seen = 0
    form = .direct
  }
}

extension Column {
  /// The integers of the column, where all are such of 32 bits or null (given as 0).
  fileprivate var smallIntegers: ContiguousArray<Int32>? {
    guard case .integers(let numbers, _) = self,
      numbers.allSatisfy({ Int64(Int32(truncatingIfNeeded: $0)) == $0 })
    else { return nil }
    return ContiguousArray(numbers.lazy.map { Int32(truncatingIfNeeded: $0) })
  }
}
