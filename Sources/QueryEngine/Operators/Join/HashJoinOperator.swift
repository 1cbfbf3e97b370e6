import GraphModel

/// Puts together the rows of two plans that have the same nodes in slots which both fill.
///
/// The second plan runs when the first has given rows, and so has done all that it does to the
/// graph; its rows are kept. Both plans have the same argument.
///
/// ```
/// for found in second: table[nodes(found)] += found
/// for row in first:
///   for found in table[nodes(row)]:
///     if all conditions(row + found) are true: emit row + found
/// ```
final class HashJoinOperator: PhysicalOperator {
  /// Holds what a pair of rows must fulfil, and the slots that this reads.
  struct Condition {
    let predicate: any ExpressionEvaluator
    let slots: [Slot]
  }

  private let first: any PhysicalOperator
  private let second: JoinTableSource
  /// Whether somebody else sees to it that the table is made.
  private let isShared: Bool
  private let nodes: [Slot]
  private let conditions: [Condition]
  /// The slots that somebody above reads; all where it is `nil`.
  private let kept: [Slot]?
  private var input: DataChunk?
  private var matches = JoinTable.Matches()

  init(
    _ first: any PhysicalOperator,
    _ second: JoinTableSource,
    isShared: Bool,
    nodes: [Slot],
    where conditions: [Condition] = [],
    keeping kept: Set<Slot>? = nil
  ) {
    self.conditions = conditions
    self.kept = kept.map(Array.init)
    self.first = first
    self.second = second
    self.isShared = isShared
    self.nodes = nodes
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    input = nil
    if !isShared { second.open(context, argument: argument) }
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    while true {
      try context.check()
      if let input {
        let table = try second.made(context).rows
        if let pairs = try nextPairs(input, table, context) {
          return joined(input, table, pairs, keeping: kept)
        }
      }
      guard let chunk = try first.next(context) else {
        input = nil
        if !isShared { second.clear(context) }
        return nil
      }
      matches = try second.made(context).matches(chunk, nodes: nodes)
      input = chunk
    }
  }

  /// Returns pairs that fulfil the conditions; `nil` when the input has no more.
  private func nextPairs(_ input: DataChunk, _ table: DataChunk, _ context: ExecutionContext)
    throws(QueryError) -> JoinTable.Pairs?
  {
    var kept = JoinTable.Pairs()
    // Chunks of few rows cost more than they hold.
    while kept.count < DataChunk.capacityRows / 4,
      var pairs = matches.next(atMost: DataChunk.capacityRows - kept.count)
    {
      for condition in conditions where pairs.count > 0 {
        let chunk = joined(input, table, pairs, keeping: condition.slots)
        let rows = try condition.predicate.evaluate(chunk, context).trueRows()
        if rows.count < pairs.count { pairs = pairs.gathered(rows) }
      }
      kept.append(pairs)
      try context.check()
    }
    return kept.count > 0 ? kept : nil
  }

  /// Fills what only the second plan has filled.
  ///
  /// What rows rest on is filled in the first, if at all: the second has it from the argument alone,
  /// and so has the first.
  private func joined(
    _ input: DataChunk,
    _ table: DataChunk,
    _ pairs: JoinTable.Pairs,
    keeping slots: [Slot]?
  ) -> DataChunk {
    var chunk = input.gathered(pairs.rows, keeping: slots)
    for index in slots?.map(\.index) ?? Array(table.columns.indices) {
      let slot = Slot(index)
      guard table.isFilled(slot), !chunk.isFilled(slot) else { continue }
      chunk.fill(slot, with: table.column(slot).gathered(pairs.found))
    }
    return chunk
  }
}
