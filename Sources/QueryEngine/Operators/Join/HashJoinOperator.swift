import GraphModel

/// Puts together the rows of two plans whose keys are equal: NodeHashJoin by nodes that both fill,
/// ValueHashJoin by the values of expressions.
///
/// The second plan runs when the first has given rows, and so has done all that it does to the
/// graph; its rows are kept. Both plans have the same argument.
///
/// ```
/// for found in second: table[keys(found)] += found
/// for row in first:
///   for found in table[keys(row)]: emit row + found
/// ```
final class HashJoinOperator: PhysicalOperator {
  /// Holds what must be equal on both sides.
  struct Key {
    let left: any ExpressionEvaluator
    let right: any ExpressionEvaluator

    /// Makes a key of an expression for each side.
    init(left: any ExpressionEvaluator, right: any ExpressionEvaluator) {
      self.left = left
      self.right = right
    }

    /// Makes a key of what stands on both sides in the same slot.
    init(_ both: any ExpressionEvaluator) { self.init(left: both, right: both) }
  }

  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private let keys: [Key]
  private let evidence: Slot?
  private var argument = DataChunk(slotCount: 0, count: 0)
  private var table: JoinTable?
  private var input: DataChunk?
  private var matches = JoinTable.Matches()
  private var memory = MemoryAccount()

  init(
    _ first: any PhysicalOperator,
    _ second: any PhysicalOperator,
    keys: [Key],
    evidence: Slot?
  ) {
    self.first = first
    self.second = second
    self.keys = keys
    self.evidence = evidence
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
      var columns: [Column] = []
      for key in keys { columns.append(try key.left.evaluate(chunk, context)) }
      let before = table.keyCount
      matches = table.matches(columns, rowCount: chunk.count)
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
    try memory.add(rows.count * (16 + 48 * keys.count), context)
    var columns: [Column] = []
    for key in keys { columns.append(try key.right.evaluate(rows, context)) }
    return JoinTable(rows, keys: columns)
  }

  /// Fills what only the second plan has filled; what rows rest on is put together.
  private func joined(_ left: DataChunk, _ right: DataChunk) -> DataChunk {
    var chunk = left
    for index in right.columns.indices {
      let slot = Slot(index)
      guard right.isFilled(slot) else { continue }
      if slot == evidence {
        chunk.fill(slot, with: Self.united(left.column(slot), right.column(slot)))
      } else if !left.isFilled(slot) {
        chunk.fill(slot, with: right.column(slot))
      }
    }
    return chunk
  }

  private static func united(_ left: Column, _ right: Column) -> Column {
    .values(
      ContiguousArray(
        (0..<left.count).lazy.map { row in
          var elements = EvidenceSet(left.value(at: row))
          elements.add(right.value(at: row))
          return elements.value
        }
      )
    )
  }
}
