import GraphModel

/// Puts together the rows of two plans that have the same nodes in slots which both fill.
///
/// The second plan runs when the first has given rows, and so has done all that it does to the
/// graph; its rows are kept. Both plans have the same argument.
///
/// ```
/// for found in second: table[nodes(found)] += found
/// for row in first:
///   for found in table[nodes(row)]: emit row + found
/// ```
final class HashJoinOperator: PhysicalOperator {
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let nodes: [Slot]
  private var argument = DataChunk(slotCount: 0, count: 0)
  private var table: JoinTable?
  private var input: DataChunk?
  private var matches = JoinTable.Matches()
  private var memory = MemoryAccount()

  init(_ first: any PhysicalOperator, _ second: any PhysicalOperator, nodes: [Slot]) {
    self.first = first
    self.second = second
    self.nodes = nodes
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    table = nil
    input = nil
    memory.clear(context)
    self.argument = argument
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let input, let table, let (rows, found) = matches.next(in: table) {
        return joined(input.gathered(rows), table.rows.gathered(found))
      }
      guard let chunk = try first.next(context) else {
        (table, input) = (nil, nil)
        memory.clear(context)
        return nil
      }
      var table = try takeTable(context)
      let before = table.keyCount
      matches = table.matches(nodes.map(chunk.column), rowCount: chunk.count)
      try memory.add(48 * (table.keyCount - before), context)
      input = chunk
      self.table = table
    }
  }

  /// Returns the table, made now if need be; it is put back when it has been asked.
  private func takeTable(_ context: ExecutionContext) throws(QueryError) -> JoinTable {
    guard let table else { return try build(context) }
    self.table = nil
    return table
  }

  private func build(_ context: ExecutionContext) throws(QueryError) -> JoinTable {
    try second.open(context, argument: argument)
    let rows = DataChunk.joined(try second.drain(context, &memory))
    try memory.add(rows.count * (16 + 48 * nodes.count), context)
    return JoinTable(rows, keys: nodes.map(rows.column))
  }

  /// Fills what only the second plan has filled.
  ///
  /// What rows rest on is filled in the first, if at all: the second has it from the argument alone,
  /// and so has the first.
  private func joined(_ left: DataChunk, _ right: DataChunk) -> DataChunk {
    var chunk = left
    for slot in right.columns.indices.map({ Slot($0) })
    where right.isFilled(slot) && !left.isFilled(slot) {
      chunk.fill(slot, with: right.column(slot))
    }
    return chunk
  }
}
