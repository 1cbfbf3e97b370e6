import GraphModel

/// Makes the table of a hash join when it is first asked for; the operators of several threads may
/// share it when it is made.
final class JoinTableSource {
  private let rows: any PhysicalOperator
  private let nodes: [Slot]
  /// The slots that somebody reads of what was joined; all where it is `nil`.
  private let kept: Set<Slot>?
  private var argument = DataChunk(slotCount: 0, count: 0)
  private var table: JoinTable?
  private var memory = MemoryAccount()

  /// - Parameter rows: Gives the rows of the table, which have nodes in some slots.
  init(_ rows: any PhysicalOperator, nodes: [Slot], keeping kept: Set<Slot>? = nil) {
    self.rows = rows
    self.nodes = nodes
    self.kept = kept
  }

  /// Forgets the table of an earlier run.
  func open(_ context: ExecutionContext, argument: DataChunk) {
    clear(context)
    self.argument = argument
  }

  /// Frees the table.
  func clear(_ context: ExecutionContext) {
    table = nil
    memory.clear(context)
  }

  /// Returns the table, made now if need be.
  func made(_ context: ExecutionContext) throws(QueryError) -> JoinTable {
    if let table { return table }
    try rows.open(context, argument: argument)
    let all = DataChunk.joined(
      try rows.drain(context, &memory, keeping: kept?.union(nodes))
    )
    // While it is put in order there are two of it.
    try memory.add(all.estimatedBytes + 16 * all.count, context)
    let made = try JoinTable(all, nodes: nodes)
    table = made
    return made
  }
}

/// Holds the tables that the operators of several threads share, by what is in them.
final class SharedJoinTables {
  private struct Key: Hashable {
    let rows: LogicalPlan
    let nodes: [Slot]
  }

  private var sources: [Key: JoinTableSource] = [:]

  /// Returns the source of a table; the first who asks makes it.
  func source(
    of rows: LogicalPlan,
    nodes: [Slot],
    make: () throws(QueryError) -> JoinTableSource
  ) throws(QueryError) -> JoinTableSource {
    let key = Key(rows: rows, nodes: nodes)
    if let known = sources[key] { return known }
    let made = try make()
    sources[key] = made
    return made
  }

  /// Makes all tables, before several threads read them.
  func prepare(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    for source in sources.values {
      source.open(context, argument: argument)
      _ = try source.made(context)
    }
  }

  /// Frees all tables.
  func clear(_ context: ExecutionContext) {
    for source in sources.values { source.clear(context) }
  }
}
