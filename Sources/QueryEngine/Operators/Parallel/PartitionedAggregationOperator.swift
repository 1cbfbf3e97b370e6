import GraphModel

/// Groups rows that are found from the nodes of a scan, where rows of different nodes are in different
/// groups: the groups of some nodes are finished, and forgotten, before those of others begin, and
/// several threads work at the same time.
///
/// Groups come in the order in which one thread would find them.
///
/// ```
/// for nodes in scan, some at a time, side by side:
///   groups = group(rows(nodes))
///   emit groups
/// ```
final class PartitionedAggregationOperator: PhysicalOperator {
  private let plain: any PhysicalOperator
  private let plan: PartitionedPlan
  private let kind: PartitionedPlan.KeyKind
  private let run: PartitionRun
  private let tables: SharedJoinTables
  private var argument = DataChunk(slotCount: 0, count: 0)
  private var state = State.new
  private var queue = ChunkQueue()

  private enum State {
    case new
    /// The rows are few, or cannot be told apart by their nodes.
    case plain
    case running
  }

  /// - Parameters:
  ///   - plain: Does the same without regard to nodes.
  ///   - tables: What the threads of the run join with.
  init(
    _ plan: PartitionedPlan,
    _ kind: PartitionedPlan.KeyKind,
    plain: any PhysicalOperator,
    run: PartitionRun,
    tables: SharedJoinTables
  ) {
    self.plan = plan
    self.kind = kind
    self.plain = plain
    self.run = run
    self.tables = tables
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    self.argument = argument
    state = .new
    queue = ChunkQueue()
    tables.clear(context)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if case .new = state { try start(context) }
    guard case .running = state else { return try plain.next(context) }
    while true {
      if let chunk = queue.popFirst() { return chunk }
      guard let found = try run.next(context) else {
        tables.clear(context)
        return nil
      }
      for chunk in found { queue.append(chunk) }
    }
  }

  /// Decides how to go on, when all that comes before has done what it does to the graph.
  private func start(_ context: ExecutionContext) throws(QueryError) {
    guard run.isWorthwhile(context, argument: argument), context.graph.isApart(plan, kind) else {
      state = .plain
      return try plain.open(context, argument: argument)
    }
    try run.start(context, argument: argument)
    try tables.prepare(context, argument: argument)
    state = .running
  }
}

extension RowGrouping: RowGathering {
  func gathered(_ rows: any PhysicalOperator, _ context: ExecutionContext) throws(QueryError)
    -> DataChunk
  {
    try groups(of: rows, context)
  }
}

extension PropertyGraph {
  /// Whether a key tells the nodes of a scan apart, each with a value of its own.
  fileprivate func isApart(_ plan: PartitionedPlan, _ kind: PartitionedPlan.KeyKind) -> Bool {
    guard case .property(let key) = kind else { return true }
    let nodes = members(plan.label)
    let column = nodeProperties.column(key, of: nodes)
    guard !column.isNull().contains(true) else { return false }
    var keys = ColumnKeys()
    _ = keys.numbers(column)
    return keys.count == nodes.count
  }
}
