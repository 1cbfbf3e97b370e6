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

/// Counts rows: `count(*)`.
final class RowCounter: GroupedAggregate {
  private var counts: ContiguousArray<Int64> = []

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    counts.append(contentsOf: repeatElement(0, count: groupCount - counts.count))
    guard groupCount > 1 else {
      counts[0] += Int64(chunk.count)
      return
    }
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for group in groups { unsafe counts[Int(group)] += 1 }
    }
  }

  func results(groupCount: Int) -> Column {
    .integers(
      counts + repeatElement(0, count: max(0, groupCount - counts.count)),
      isNull: []
    )
  }

  func removeAll() { counts.removeAll(keepingCapacity: true) }
}

/// Counts the values of each group that are not null: `count(x)`.
final class ValueCounter: GroupedAggregate {
  private let value: any ExpressionEvaluator
  private var counts: ContiguousArray<Int64> = []

  init(_ value: any ExpressionEvaluator) { self.value = value }

  func add(
    _ chunk: DataChunk,
    groups: ContiguousArray<Int32>,
    groupCount: Int,
    _ context: ExecutionContext
  ) throws(QueryError) {
    counts.append(contentsOf: repeatElement(0, count: groupCount - counts.count))
    let isNull = try value.evaluate(chunk, context).isNull()
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for row in isNull.indices where !isNull[row] { unsafe counts[Int(groups[row])] += 1 }
    }
  }

  func results(groupCount: Int) -> Column {
    .integers(
      counts + repeatElement(0, count: max(0, groupCount - counts.count)),
      isNull: []
    )
  }

  func removeAll() { counts.removeAll(keepingCapacity: true) }
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
    collectors.append(contentsOf: repeatElement(empty, count: groupCount - collectors.count))
    let values = try value.evaluate(chunk, context)
    let parameters = try parameter?.evaluate(chunk, context)
    if isDistinct { seen.reserveCapacity(seen.count + chunk.count) }
    for row in 0..<chunk.count {
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
