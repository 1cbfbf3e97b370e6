import CypherSyntax
import GraphModel

extension ExpressionCompiler {
  /// Returns the evaluator of an operator.
  func compileOperator(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .unary(let unary, let operand): return try compileUnary(unary, operand, in: scope)
    case .binary(let binary, let left, let right):
      return try compileBinary(binary, left, right, in: scope)
    case .comparison(let operands, let operators):
      guard operands.count > 1, operands.count == operators.count + 1 else {
        throw .misplaced(expression)
      }
      return ComparisonEvaluator(
        operands: try compileAll(operands, in: scope),
        operators: operators
      )
    case .isNull(let operand, let isNegated):
      return IsNullEvaluator(operand: try compile(operand, in: scope), isNegated: isNegated)
    case .isTyped(let operand, let type, let isNegated):
      return IsTypedEvaluator(
        operand: try compile(operand, in: scope),
        type: type,
        isNegated: isNegated
      )
    default: throw .misplaced(expression)
    }
  }

  /// Returns the evaluators of several expressions.
  func compileAll(
    _ expressions: [Expression],
    in scope: Scope
  ) throws(QueryError) -> [any ExpressionEvaluator] {
    var evaluators: [any ExpressionEvaluator] = []
    for expression in expressions { evaluators.append(try compile(expression, in: scope)) }
    return evaluators
  }

  /// Returns the evaluators of several expressions that are wanted for some rows only.
  func compileAllSelective(
    _ expressions: [Expression],
    in scope: Scope
  ) throws(QueryError) -> [SelectiveEvaluator] {
    var evaluators: [SelectiveEvaluator] = []
    for expression in expressions { evaluators.append(try compileSelective(expression, in: scope)) }
    return evaluators
  }

  private func compileUnary(
    _ unary: UnaryOperator,
    _ operand: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let operand = try compile(operand, in: scope)
    switch unary {
    case .not: return NotEvaluator(condition: operand)
    case .plus: return UnaryEvaluator(operand: operand, operation: Operators.plus)
    case .minus:
      if let constant = operand as? ConstantEvaluator {
        return ConstantEvaluator(value: try Operators.negate(constant.value))
      }
      return UnaryEvaluator(operand: operand, operation: Operators.negate)
    }
  }

  private func compileBinary(
    _ binary: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch binary {
    case .and, .or: return try compileLogic(binary, left, right, in: scope)
    default: break
    }
    let left = try compile(left, in: scope)
    let right = try compile(right, in: scope)
    if let operation = ArithmeticOperation(binary) {
      return ArithmeticEvaluator(operation: operation, left: left, right: right)
    }
    return switch binary {
    case .xor: ExclusiveOrEvaluator(left: left, right: right)
    case .matches: RegularExpressionEvaluator(text: left, pattern: right)
    case .in: InEvaluator(element: left, list: right)
    case .startsWith: TextPredicateEvaluator(left: left, right: right, Operators.startsWith)
    case .endsWith: TextPredicateEvaluator(left: left, right: right, Operators.endsWith)
    case .contains: TextPredicateEvaluator(left: left, right: right, Operators.contains)
    default: BinaryEvaluator(left: left, right: right, operation: Operators.concatenate)
    }
  }

  /// Returns the evaluator of a chain of conditions joined by the same word.
  private func compileLogic(
    _ binary: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    var conditions = [right]
    var first = left
    while case .binary(binary, let left, let right) = first.kind {
      conditions.append(right)
      first = left
    }
    conditions.append(first)
    return LogicEvaluator(
      conditions: try compileAllSelective(conditions.reversed(), in: scope),
      deciding: binary == .and ? .no : .yes
    )
  }
}
