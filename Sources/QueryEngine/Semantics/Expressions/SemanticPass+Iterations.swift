import CypherSyntax

extension SemanticPass {
  /// Checks list comprehensions, quantifiers and `reduce`, and returns the type.
  func inferIteration(_ expression: Expression, _ context: ExpressionContext) -> StaticType {
    switch expression.kind {
    case .listComprehension(let variable, let list, let condition, let result):
      let element = inferElements(of: list, context)
      let inner = context.perElement([variable.name: element])
      if let condition { checkCondition(condition, inner) }
      return .list(of: result.map { infer($0, inner) } ?? element)
    case .quantifier(_, let variable, let list, let condition):
      let inner = context.perElement([variable.name: inferElements(of: list, context)])
      if let condition { checkCondition(condition, inner) }
      return .boolean
    case .reduce(let accumulator, let start, let variable, let list, let step):
      let first = infer(start, context)
      let element = inferElements(of: list, context)
      if accumulator.name == variable.name {
        reportAlreadyBound(variable)
        return first
      }
      // The accumulator may change its type from step to step.
      let inner = context.perElement([accumulator.name: .any, variable.name: element])
      return first.joined(with: infer(step, inner))
    default:
      return .any
    }
  }

  private func inferElements(of list: Expression, _ context: ExpressionContext) -> StaticType {
    let type = infer(list, context)
    require(type, .list, of: list.range, "what is gone through")
    return type.isList ? type.element : .any
  }
}
