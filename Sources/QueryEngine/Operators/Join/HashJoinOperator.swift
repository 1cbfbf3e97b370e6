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
  private let second: JoinTableSource
  /// Whether somebody else sees to it that the table is made.
  private let isShared: Bool
  private let nodes: [Slot]
  /// The slots that somebody above reads; all where it is `nil`.
  private let kept: [Slot]?
  private var input: DataChunk?
  private var matches = JoinTable.Matches()

  init(
    _ first: any PhysicalOperator,
    _ second: JoinTableSource,
    isShared: Bool,
    nodes: [Slot],
    keeping kept: Set<Slot>? = nil
  ) {
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
      if let input, let (rows, found) = matches.next() {
        let table = try second.made(context)
        return joined(input.gathered(rows, keeping: kept), table.rows.gathered(found))
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

  /// Fills what only the second plan has filled.
  ///
  /// What rows rest on is filled in the first, if at all: the second has it from the argument alone,
  /// and so has the first.
  private func joined(_ left: DataChunk, _ right: DataChunk) -> DataChunk {
    var chunk = left
    for (index, column) in right.columns.enumerated() {
      guard let column, !chunk.isFilled(Slot(index)) else { continue }
      chunk.fill(Slot(index), with: column)
    }
    return chunk
  }
}
