import CypherSyntax

extension SemanticPass {
  /// Checks an expression and returns its type.
  func infer(_ expression: Expression, _ context: ExpressionContext) -> StaticType {
    if !context.projected.isEmpty, let type = context.projected[expression.withoutParentheses] {
      return type
    }
    switch expression.kind {
    case .literal(let literal): return type(of: literal)
    case .parameter(let name): return inferParameter(name, at: expression.range)
    case .variable(let name):
      return checkVariable(Identifier(name, at: expression.range), context.scope)
    case .parenthesized(let inner): return infer(inner, context)
    case .unary, .binary, .comparison, .isNull, .isTyped, .hasLabels:
      return inferOperator(expression, context)
    case .property, .subscripted, .slice, .list, .map, .mapProjection:
      return inferStructure(expression, context.forValue)
    case .function(let name, _, let arguments):
      return inferFunction(name, arguments, at: expression.range, context)
    case .countAll: return inferCountAll(expression, context)
    case .caseExpression(let operand, let branches, let otherwise):
      return inferCase(operand, branches, otherwise, context.forValue)
    case .listComprehension, .quantifier, .reduce:
      return inferIteration(expression, context.forValue)
    case .patternComprehension(let path, let condition, let result):
      return inferPatternComprehension(path, condition: condition, result: result, context)
    case .pattern(let path): return inferPattern(path, at: expression.range, context)
    case .shortestPath(let path): return inferShortestPath(path, context)
    case .subquery(let kind, let body):
      return inferSubquery(kind, body, at: expression.range, context)
    }
  }

  /// Checks what must be a truth value, and may be a pattern.
  func checkCondition(_ condition: Expression, _ context: ExpressionContext) {
    let type = infer(condition, context.forCondition)
    require(type, .boolean, of: condition.range, "a condition")
  }

  /// Returns what a variable is; reports one that is not there.
  func checkVariable(_ variable: Identifier, _ scope: VariableScope) -> StaticType {
    if let type = scope[variable.name] { return type }
    reportUndefined(variable, scope)
    return .any
  }

  private func type(of literal: Literal) -> StaticType {
    switch literal {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .float, .notANumber: .float
    case .string: .string
    }
  }

  private func inferParameter(_ name: String, at range: SourceRange) -> StaticType {
    if let parameters, !parameters.contains(name) { reportMissingParameter(name, at: range) }
    return .any
  }

  private func inferCase(
    _ operand: Expression?,
    _ branches: [CaseBranch],
    _ otherwise: Expression?,
    _ context: ExpressionContext
  ) -> StaticType {
    if let operand { _ = infer(operand, context) }
    var type = otherwise.map { infer($0, context) } ?? .null
    for branch in branches {
      for condition in branch.conditions {
        if operand == nil {
          checkCondition(condition, context)
        } else {
          _ = infer(condition, context)
        }
      }
      type = type.joined(with: infer(branch.result, context))
    }
    return type
  }
}
