import GraphModel

/// Computes one aggregate of all groups.
///
/// One dynamic call per chunk, none per row.
protocol GroupedAggregate: AnyObject {
  /// Adds the rows of a chunk to their groups, which are numbered from 0.
  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError)

  /// Returns the results of all groups.
  func results(groupCount: Int) throws(QueryError) -> Column

  /// Forgets all groups.
  func removeAll()
}

/// Holds one number per group.
struct GroupCounts {
  private var counts: ContiguousArray<Int64> = []

  /// Makes room for so many groups.
  mutating func reserve(_ groupCount: Int) {
    counts.append(contentsOf: repeatElement(0, count: groupCount - counts.count))
  }

  /// Counts for some groups, as often as each is named; there must be room for them.
  mutating func add(_ groups: some Sequence<Int32>) {
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for group in groups { unsafe counts[Int(group)] += 1 }
    }
  }

  /// Adds to the count of one group, for which there must be room.
  mutating func add(_ number: Int, to group: Int) { counts[group] += Int64(number) }

  /// Returns the counts of so many groups.
  func column(_ groupCount: Int) -> Column {
    let missing = repeatElement(Int64(0), count: max(0, groupCount - counts.count))
    return .integers(counts + missing, isNull: [])
  }

  /// Forgets all groups.
  mutating func removeAll() { counts.removeAll(keepingCapacity: true) }
}

/// Counts rows: `count(*)`.
final class RowCounter: GroupedAggregate {
  private var counts = GroupCounts()

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    counts.reserve(groupCount)
    if groupCount > 1 { counts.add(groups) } else { counts.add(chunk.count, to: 0) }
  }

  func results(groupCount: Int) -> Column { counts.column(groupCount) }

  func removeAll() { counts.removeAll() }
}

/// Counts the values of each group that are not null: `count(x)`.
final class ValueCounter: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private var counts = GroupCounts()

  init(_ value: any ExpressionEvaluator) { self.value = value }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    counts.reserve(groupCount)
    let isNull = try value.evaluate(chunk, context).isNull()
    counts.add(isNull.indices.lazy.filter { !isNull[$0] }.map { groups[$0] })
  }

  func results(groupCount: Int) -> Column { counts.column(groupCount) }

  func removeAll() { counts.removeAll() }
}

/// Collects the values of each group by an aggregator of the catalog.
final class ValueAggregate<Collector: Aggregator>: GroupedAggregate {
  private struct Seen: Hashable {
    let group: Int32
    let value: Value
  }

  private let empty: Collector
  private let value: any ExpressionEvaluator
  private let parameter: (any ExpressionEvaluator)?
  private let isDistinct: Bool
  private var collectors: ContiguousArray<Collector> = []
  private var seen: Set<Seen> = []

  init(
    _ empty: Collector,
    value: any ExpressionEvaluator,
    parameter: (any ExpressionEvaluator)?,
    isDistinct: Bool
  ) {
    self.empty = empty
    self.value = value
    self.parameter = parameter
    self.isDistinct = isDistinct
  }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let values = try value.evaluate(chunk, context)
    try add(values, try parameter?.evaluate(chunk, context), groups, groupCount)
  }

  /// Adds values, and second arguments where there are any, to their groups.
  func add(
    _ values: Column,
    _ parameters: Column?,
    _ groups: ContiguousArray<Int32>,
    _ groupCount: Int
  ) throws(QueryError) {
    collectors.append(contentsOf: repeatElement(empty, count: groupCount - collectors.count))
    if isDistinct { seen.reserveCapacity(seen.count + values.count) }
    for row in 0..<values.count {
      let value = values.value(at: row)
      if isDistinct, !seen.insert(Seen(group: groups[row], value: value)).inserted { continue }
      try collectors[Int(groups[row])].add(value, parameter: parameters?.value(at: row) ?? .null)
    }
  }

  func results(groupCount: Int) throws(QueryError) -> Column {
    var results: ContiguousArray<Value> = []
    results.reserveCapacity(groupCount)
    for collector in collectors { results.append(try collector.result()) }
    while results.count < groupCount { results.append(try empty.result()) }
    return try Column(typing: results).checkingNesting()
  }

  func removeAll() {
    collectors.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
  }
}
