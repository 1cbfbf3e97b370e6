import CypherSyntax

extension SemanticPass {
  /// Checks an operator with its operands and returns its type.
  func inferOperator(_ expression: Expression, _ context: ExpressionContext) -> StaticType {
    switch expression.kind {
    case .unary(.not, let operand):
      checkLogicOperand(operand, of: "NOT", context)
      return .boolean
    case .unary(let sign, let operand):
      let type = infer(operand, context.forValue)
      let name = sign == .minus ? "-" : "+"
      require(type, [.number, .duration], of: operand.range, "the operand of `\(name)`")
      return StaticType(type.kinds.intersection([.null, .number, .duration]))
    case .binary(let symbol, let left, let right):
      return inferBinary(symbol, left, right, context)
    case .comparison(let operands, _):
      for operand in operands { _ = infer(operand, context.forValue) }
      return .boolean
    case .isNull(let operand, _), .isTyped(let operand, _, _):
      _ = infer(operand, context.forValue)
      return .boolean
    case .hasLabels(let operand, _):
      let type = infer(operand, context.forValue)
      require(type, .entity, of: operand.range, "what is asked for labels")
      return .boolean
    default:
      return .any
    }
  }

  private func inferBinary(
    _ symbol: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    switch symbol {
    case .and, .or, .xor:
      checkLogicOperand(left, of: symbol.text, context)
      checkLogicOperand(right, of: symbol.text, context)
      return .boolean
    case .in:
      _ = infer(left, context.forValue)
      let list = infer(right, context.forValue)
      require(list, .list, of: right.range, "the right side of IN")
      return .boolean
    case .startsWith, .endsWith, .contains, .matches:
      _ = infer(left, context.forValue)
      _ = infer(right, context.forValue)
      return .boolean
    case .add: return inferSum(left, right, context.forValue)
    case .concatenate: return inferConcatenation(left, right, context.forValue)
    case .subtract, .multiply, .divide, .modulo, .power:
      return inferArithmetic(symbol, left, right, context.forValue)
    }
  }

  private func checkLogicOperand(
    _ operand: Expression,
    of name: String,
    _ context: ExpressionContext
  ) {
    let type = infer(operand, context.forCondition)
    require(type, .boolean, of: operand.range, "an operand of \(name)")
  }
}
