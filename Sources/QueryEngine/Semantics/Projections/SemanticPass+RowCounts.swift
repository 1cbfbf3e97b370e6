import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks SKIP and LIMIT, which are the same for all rows.
  func checkRowCounts(_ projection: Projection) {
    if let skip = projection.skip { checkRowCount(skip, "SKIP") }
    if let limit = projection.limit { checkRowCount(limit, "LIMIT") }
  }

  private func checkRowCount(_ expression: Expression, _ clause: String) {
    if let culprit = variablePart(of: expression, locals: []) {
      report(
        .nonConstantExpression,
        "\(clause) cannot depend on the rows, as `\(source(culprit.range))` does",
        at: culprit.range,
        remedy: "use a number or a parameter"
      )
      return
    }
    let type = infer(expression, ExpressionContext(VariableScope()))
    require(type, .integer, of: expression.range, "the number of \(clause)")
    guard expression.isNegativeInteger else { return }
    report(
      .negativeIntegerArgument,
      "\(clause) needs a number that is not negative",
      at: expression.range,
      remedy: "use 0 or more"
    )
  }

  /// Returns the part of an expression that depends on rows or on the graph.
  private func variablePart(of expression: Expression, locals: Set<String>) -> Expression? {
    switch expression.kind {
    case .subquery, .pattern, .patternComprehension, .shortestPath: return expression
    default: break
    }
    if isAggregate(expression) || !locals.isSuperset(of: expression.ownNames) { return expression }
    let inner = locals.union(expression.localNames)
    for child in expression.children {
      if let culprit = variablePart(of: child, locals: inner) { return culprit }
    }
    return nil
  }
}

extension Expression {
  /// Whether it is an integer below zero as written.
  fileprivate var isNegativeInteger: Bool {
    switch withoutParentheses.kind {
    case .literal(.integer(let number)): number < 0
    case .unary(.minus, let operand):
      if case .literal(.integer(let number)) = operand.withoutParentheses.kind {
        number > 0
      } else {
        false
      }
    default: false
    }
  }
}
