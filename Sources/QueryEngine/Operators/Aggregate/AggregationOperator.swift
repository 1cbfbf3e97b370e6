import GraphModel

/// Groups rows by expressions and computes aggregates of each group.
///
/// Groups come in the order in which their first rows came. Without keys there is one group, also
/// of no rows.
///
/// ```
/// for row in child:
///   group = groups[keys(row)]
///   for aggregate in aggregates: add row to aggregate[group]
/// for group in groups: emit keys + results
/// ```
final class AggregationOperator: PhysicalOperator {
  /// Holds an aggregate and the slot of its result.
  struct Item {
    let slot: Slot
    let make: () -> any GroupedAggregate
  }

  private let child: any PhysicalOperator
  private let grouping: RowGrouping
  private var queue: ChunkQueue?

  init(
    _ child: any PhysicalOperator,
    keys: [ProjectionOperator.Item],
    aggregates: [Item]
  ) {
    self.child = child
    grouping = RowGrouping(keys: keys, aggregates: aggregates)
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    queue = nil
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if queue == nil { queue = ChunkQueue([try grouping.groups(of: child, context)]) }
    return queue?.popFirst()
  }
}

/// Groups the rows of an operator, as often as it is asked.
final class RowGrouping {
  private let keys: [ProjectionOperator.Item]
  private let slots: [Slot]
  private let states: [any GroupedAggregate]
  private var table: GroupTable
  private var memory = MemoryAccount()

  init(keys: [ProjectionOperator.Item], aggregates: [AggregationOperator.Item]) {
    self.keys = keys
    slots = aggregates.map(\.slot)
    states = aggregates.map { $0.make() }
    table = GroupTable(keyCount: keys.count)
  }

  /// Returns the groups of all rows that are left.
  func groups(of rows: any PhysicalOperator, _ context: ExecutionContext) throws(QueryError)
    -> DataChunk
  {
    defer {
      table.removeAll()
      for state in states { state.removeAll() }
      memory.clear(context)
    }
    while let chunk = try rows.next(context) {
      try context.check()
      try add(chunk, context)
    }
    return try output(context)
  }

  private func add(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) {
    var columns: [Column] = []
    for key in keys { columns.append(try key.value.evaluate(chunk, context)) }
    let before = table.count
    let groups = table.groups(columns, rowCount: chunk.count)
    // Lists of values may be kept for every row, and keys for every group.
    let bytes = (table.count - before) * 64 * (keys.count + states.count) + chunk.count * 16
    try memory.add(bytes, context)
    for state in states {
      try state.add(chunk, groups: groups, groupCount: table.count, context)
    }
  }

  private func output(_ context: ExecutionContext) throws(QueryError) -> DataChunk {
    var chunk = DataChunk(slotCount: context.slotCount, count: table.count)
    let columns = table.keyColumns()
    for (index, key) in keys.enumerated() { chunk.fill(key.slot, with: columns[index]) }
    for (state, slot) in zip(states, slots) {
      chunk.fill(slot, with: try state.results(groupCount: table.count))
    }
    return chunk
  }
}

/// Gives numbers to groups and keeps their keys.
struct GroupTable {
  private let keyCount: Int
  private var numbers = RowKeys()
  /// The keys of new groups, chunk by chunk, for each key.
  private var keys: [[Column]]
  /// The number of groups.
  private(set) var count: Int

  init(keyCount: Int) {
    self.keyCount = keyCount
    keys = Array(repeating: [], count: keyCount)
    count = keyCount == 0 ? 1 : 0
  }

  /// Returns the group of each row.
  mutating func groups(_ columns: [Column], rowCount: Int) -> ContiguousArray<Int32> {
    guard keyCount > 0 else { return ContiguousArray(repeating: 0, count: rowCount) }
    let groups = numbers.numbers(columns, rowCount: rowCount)
    var fresh: ContiguousArray<Int32> = []
    for (row, group) in groups.enumerated() where group == count {
      fresh.append(Int32(row))
      count += 1
    }
    guard !fresh.isEmpty else { return groups }
    for index in 0..<keyCount { keys[index].append(columns[index].gathered(fresh)) }
    return groups
  }

  /// Forgets all groups.
  mutating func removeAll() {
    numbers.removeAll()
    for index in keys.indices { keys[index].removeAll(keepingCapacity: true) }
    count = keyCount == 0 ? 1 : 0
  }

  /// Returns the keys of all groups.
  func keyColumns() -> [Column] { keys.map(Column.joined) }
}
