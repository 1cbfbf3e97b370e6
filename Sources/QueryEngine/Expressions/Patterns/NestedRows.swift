import GraphModel

/// Runs the plan of a pattern or query inside an expression for the rows of a chunk.
final class NestedRows {
  /// Holds some rows of the plan.
  struct Piece {
    /// The rows.
    let chunk: DataChunk
    /// The row of the outer chunk that each comes from, in order.
    let outerRows: ContiguousArray<Int32>
  }

  /// Tells what a receiver of rows still wants.
  enum Demand {
    /// All rows that are left.
    case more
    /// No further rows for the outer row of the last row given.
    case nextOuterRow
    /// No rows at all.
    case nothing
  }

  private let root: any PhysicalOperator
  /// The slot of hidden row numbers; `nil` where the plan mixes up its argument's rows, which must
  /// then be given one at a time.
  private let rowNumber: Slot?
  /// The slots that the plan sees.
  private let slots: [Slot]

  init(_ root: any PhysicalOperator, rowNumber: Slot?, slots: [Slot]) {
    self.root = root
    self.rowNumber = rowNumber
    self.slots = slots
  }

  /// Calls `body` with all rows of the plan in the order of the outer rows, piece by piece.
  func forEachPiece(
    of chunk: DataChunk,
    _ context: ExecutionContext,
    _ body: (Piece) throws(QueryError) -> Demand
  ) throws(QueryError) {
    guard let rowNumber else {
      for row in 0..<Int32(chunk.count) {
        let demand = try runSingle(row, of: chunk, context, body)
        if case .nothing = demand { return }
      }
      return
    }
    var next: Int32 = 0
    while next < Int32(chunk.count) {
      guard let last = try run(from: next, of: chunk, rowNumber, context, body) else { return }
      next = last + 1
    }
  }

  /// Runs the plan for all rows from `first`; returns the outer row after which to start anew, or
  /// `nil` when all is done.
  private func run(
    from first: Int32,
    of chunk: DataChunk,
    _ rowNumber: Slot,
    _ context: ExecutionContext,
    _ body: (Piece) throws(QueryError) -> Demand
  ) throws(QueryError) -> Int32? {
    let rows = ContiguousArray(first..<Int32(chunk.count))
    var argument = argument(rows, of: chunk, context)
    let numbers = ContiguousArray(rows.lazy.map(Int64.init))
    argument.fill(rowNumber, with: .integers(numbers, isNull: []))
    try root.open(context, argument: argument)
    var surplus = 0
    while let found = try root.next(context) {
      try context.check()
      guard case .integers(let numbers, _) = found.column(rowNumber), let last = numbers.last else {
        continue
      }
      let outerRows = ContiguousArray(numbers.lazy.map { Int32(truncatingIfNeeded: $0) })
      switch try body(Piece(chunk: found, outerRows: outerRows)) {
      case .more: continue
      case .nothing: return nil
      case .nextOuterRow:
        // Going on is cheaper than starting anew as long as it soon leads to other rows.
        surplus = numbers.first == last ? surplus + found.count : 0
        if surplus >= DataChunk.capacityRows { return Int32(truncatingIfNeeded: last) }
      }
    }
    return nil
  }

  /// Runs the plan for one row.
  private func runSingle(
    _ row: Int32,
    of chunk: DataChunk,
    _ context: ExecutionContext,
    _ body: (Piece) throws(QueryError) -> Demand
  ) throws(QueryError) -> Demand {
    try root.open(context, argument: argument([row], of: chunk, context))
    while let found = try root.next(context) {
      try context.check()
      let outerRows = ContiguousArray(repeating: row, count: found.count)
      switch try body(Piece(chunk: found, outerRows: outerRows)) {
      case .more: continue
      case .nextOuterRow: return .more
      case .nothing: return .nothing
      }
    }
    return .more
  }

  /// Returns some rows of a chunk with room for all slots of the plan.
  private func argument(
    _ rows: ContiguousArray<Int32>,
    of chunk: DataChunk,
    _ context: ExecutionContext
  ) -> DataChunk {
    var argument = chunk.gathered(rows, slots: slots)
    while argument.columns.count < context.slotCount { argument.columns.append(nil) }
    return argument
  }
}
