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
  private var pairs = PairNumbers()
  /// How many pairs of a group and a value were counted.
  private var seen = 0

  mutating func add(_ column: Column, _ groups: ContiguousArray<Int32>, _ groupCount: Int) {
    counts.reserve(groupCount)
    let isNull = column.isNull()
    guard isNull.contains(true) else { return add(column, groups) }
    let rows = ContiguousArray.places(below: isNull.count) { !isNull[$0] }
    add(column.gathered(rows), groups.gathered(rows))
  }

  /// Adds values, of which none is null.
  private mutating func add(_ column: Column, _ groups: ContiguousArray<Int32>) {
    let found = pairs.numbers(groups, column)
    for row in found.indices where found[row] == seen {
      seen += 1
      counts.add(1, to: Int(groups[row]))
    }
  }

  mutating func removeAll() {
    counts.removeAll()
    pairs.removeAll()
    seen = 0
  }
}
