import CypherSyntax
import GraphModel

/// Holds an expression without variables, such as the number of LIMIT.
struct ConstantExpression {
  private let evaluator: any ExpressionEvaluator

  /// Makes one; an expression with variables reads nulls.
  init(_ expression: ScopedExpression, _ compiler: ExpressionCompiler) throws(QueryError) {
    evaluator = try compiler.compile(expression)
  }

  /// Returns the value of the expression in one run.
  func value(_ context: ExecutionContext) throws(QueryError) -> Value {
    let row = DataChunk(slotCount: context.slotCount, count: 1)
    return try evaluator.evaluate(row, context).value(at: 0)
  }
}
