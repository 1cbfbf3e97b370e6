import GraphModel

/// Gives the column of a variable.
struct SlotEvaluator: ExpressionEvaluator {
  /// Where the variable is.
  let slot: Slot

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    chunk.column(slot)
  }
}
