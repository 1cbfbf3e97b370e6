import GraphModel

/// Repeats a group of a path pattern.
///
/// Repetitions are made for many states at a time: a state is a row of the child and what its
/// repetitions have found so far.
///
/// ```
/// states = [row of child, at row.from, nothing repeated]
/// while states: take some
///   emit those repeated often enough (that are at row.to)
///   for those that may go on:
///     for found in body(state with start = its node), without a relationship twice:
///       states += state + found
/// ```
final class RepeatedPathOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let plan: LogicalPlan.RepeatedPath
  private let body: any PhysicalOperator
  private let isStreaming: Bool
  private var input: Input?
  private var pending: [GroupState] = []
  private var queue = ChunkQueue()

  /// Holds a chunk of the child and the columns that are read for each row.
  private struct Input {
    let chunk: DataChunk
    let to: ContiguousArray<UInt32>
    let excluded: ExcludedRelationships
  }

  init(
    _ child: any PhysicalOperator,
    _ plan: LogicalPlan.RepeatedPath,
    body: any PhysicalOperator
  ) {
    self.child = child
    self.plan = plan
    self.body = body
    isStreaming = plan.body.isStreaming
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    pending = []
    queue = ChunkQueue()
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let chunk = queue.popFirst() { return chunk }
      if let input, !pending.isEmpty {
        try advance(input, context)
      } else {
        guard let chunk = try child.next(context) else {
          input = nil
          return nil
        }
        try start(chunk)
      }
    }
  }

  private func start(_ chunk: DataChunk) throws(QueryError) {
    let from = try chunk.column(plan.from).nodeIndices()
    input = Input(
      chunk: chunk,
      to: plan.isInto ? try chunk.column(plan.to).nodeIndices() : [],
      excluded: try ExcludedRelationships(plan.distinctFrom, of: chunk)
    )
    for row in (0..<chunk.count).reversed() where from[row] != Column.null {
      pending.append(GroupState(row: Int32(row), node: from[row], listCount: plan.lists.count))
    }
  }

  /// Takes some states, the deepest first, hands on what is complete and repeats the group.
  private func advance(_ input: Input, _ context: ExecutionContext) throws(QueryError) {
    let count = min(pending.count, DataChunk.capacityRows)
    let states = Array(pending.suffix(count).reversed())
    pending.removeLast(count)
    emit(states, input)
    let open = states.filter { $0.repetitions < plan.upper ?? .max }
    guard !open.isEmpty else { return }
    var found: [GroupState] = []
    if isStreaming {
      try repeatGroup(open, input, context, &found)
    } else {
      for state in open { try repeatGroup([state], input, context, &found) }
    }
    try context.account(bytes: found.count * 64)
    pending.append(contentsOf: found.reversed())
  }

  private func emit(_ states: [GroupState], _ input: Input) {
    let complete = states.filter { state in
      state.repetitions >= plan.lower && (!plan.isInto || state.node == input.to[Int(state.row)])
    }
    guard !complete.isEmpty else { return }
    var chunk = input.chunk.gathered(ContiguousArray(complete.map(\.row)))
    if !plan.isInto { chunk.fill(plan.to, with: .nodes(ContiguousArray(complete.map(\.node)))) }
    for (index, list) in plan.lists.enumerated() {
      let values = complete.lazy.map { Value.list($0.lists[index]) }
      chunk.fill(list.outer, with: .values(ContiguousArray(values)))
    }
    queue.append(chunk)
  }

  private func repeatGroup(
    _ states: [GroupState],
    _ input: Input,
    _ context: ExecutionContext,
    _ found: inout [GroupState]
  ) throws(QueryError) {
    var argument = input.chunk.gathered(ContiguousArray(states.map(\.row)))
    argument.fill(plan.start, with: .nodes(ContiguousArray(states.map(\.node))))
    // A hidden column tells from which state a row of the body comes.
    let origin = argument.hiddenSlot(context)
    let numbers = ContiguousArray(0..<Int64(states.count))
    argument.fill(origin, with: .integers(numbers, isNull: []))
    try body.open(context, argument: argument)
    while let chunk = try body.next(context) {
      try context.check()
      let ends = try chunk.column(plan.end).nodeIndices()
      let lists = plan.lists.map { chunk.column($0.inner) }
      for row in 0..<chunk.count {
        let index = isStreaming ? Int(chunk.value(origin, at: row).integerValue ?? 0) : 0
        let relationships = GroupState.relationships(plan.relationships, of: chunk, row: row)
        guard ends[row] != Column.null,
          let next = states[index].extended(to: ends[row], by: relationships, input.excluded)
        else { continue }
        found.append(next.noting(lists.map { $0.value(at: row) }))
      }
    }
  }
}

/// Holds what the repetitions of a group have found so far.
struct GroupState {
  /// The row of the child.
  let row: Int32
  /// Where the last repetition ended.
  private(set) var node: UInt32
  /// How many there were.
  private(set) var repetitions = 0
  /// The values of the group's variables by repetition.
  private(set) var lists: [[Value]]
  private var used: ContiguousArray<UInt32> = []

  init(row: Int32, node: UInt32, listCount: Int) {
    self.row = row
    self.node = node
    lists = Array(repeating: [], count: listCount)
  }

  /// Returns the state after one more repetition; `nil` if it uses a relationship again.
  func extended(
    to end: UInt32,
    by relationships: ContiguousArray<UInt32>,
    _ excluded: ExcludedRelationships
  ) -> GroupState? {
    var next = self
    for relationship in relationships {
      if next.used.contains(relationship) || excluded.contains(relationship, row: Int(row)) {
        return nil
      }
      next.used.append(relationship)
    }
    next.node = end
    next.repetitions += 1
    return next
  }

  /// Returns the state with the values of the last repetition.
  func noting(_ values: [Value]) -> GroupState {
    var next = self
    for (index, value) in values.enumerated() { next.lists[index].append(value) }
    return next
  }

  /// Returns the relationships in some slots of a row, which may hold lists.
  static func relationships(_ slots: [Slot], of chunk: DataChunk, row: Int)
    -> ContiguousArray<UInt32>
  {
    var found: ContiguousArray<UInt32> = []
    func add(_ value: Value) {
      switch value {
      case .relationship(let id): found.append(UInt32(truncatingIfNeeded: id.rawValue))
      case .list(let values): for value in values { add(value) }
      default: break
      }
    }
    for slot in slots { add(chunk.value(slot, at: row)) }
    return found
  }
}
