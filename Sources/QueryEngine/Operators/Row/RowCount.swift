import GraphModel

extension ExpressionEvaluator {
  /// Returns the number of rows that SKIP or LIMIT says.
  ///
  /// Throws where it is negative or no integer.
  func rowCount(_ clause: String, _ context: ExecutionContext) throws(QueryError) -> Int {
    let row = DataChunk(slotCount: context.slotCount, count: 1)
    let value = try evaluate(row, context).value(at: 0)
    guard case .integer(let count) = value else {
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "\(clause) needs an integer, and this is \(value.kindWithArticle)"
      )
    }
    guard count >= 0 else {
      throw QueryError(
        .negativeIntegerArgument,
        .runtime,
        "\(clause) needs a number of rows, and \(count) is negative"
      )
    }
    return Int(clamping: count)
  }
}
