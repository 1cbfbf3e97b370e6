import CypherSyntax
import GraphModel

/// Computes with two operands: `+ - * / % ^`.
struct ArithmeticEvaluator: ExpressionEvaluator {
  /// What to do.
  let operation: ArithmeticOperation
  /// The first operand.
  let left: any ExpressionEvaluator
  /// The second operand.
  let right: any ExpressionEvaluator

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let first = try left.evaluate(chunk, context)
    let second = try right.evaluate(chunk, context)
    return try Self.compute(first, operation, second)
  }

  /// Returns the result in each row.
  ///
  /// Where typed columns meet a case that needs care (an overflow, a zero divisor) all rows are
  /// done again by the operator on values, which knows the error.
  static func compute(
    _ left: Column,
    _ operation: ArithmeticOperation,
    _ right: Column
  ) throws(QueryError) -> Column {
    if !left.isConstant || !right.isConstant, let column = typed(left, operation, right) {
      return column
    }
    return try left.combined(with: right) { (left, right) throws(QueryError) in
      try operation.apply(left, right)
    }
  }

  private static func typed(
    _ left: Column,
    _ operation: ArithmeticOperation,
    _ right: Column
  ) -> Column? {
    switch (left, right) {
    case (.integers, _), (_, .integers):
      if let first = NumberView<Int64>(left), let second = NumberView<Int64>(right) {
        return ArithmeticKernel.integers(first, operation, second, count: left.count)
      }
    case (.floats, _), (_, .floats): break
    default: return nil
    }
    guard let first = NumberView(floatsOf: left), let second = NumberView(floatsOf: right) else {
      return nil
    }
    return ArithmeticKernel.floats(first, operation, second, count: left.count)
  }
}
