import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks the items of SET.
  func checkSet(_ items: [SetItem], _ scope: VariableScope) -> VariableScope {
    let context = ExpressionContext(scope)
    for item in items {
      switch item {
      case .property(let target, let value):
        checkTarget(target, context)
        checkPropertyValue(value, infer(value, context))
      case .replace(let variable, let value), .merge(let variable, let value):
        checkElement(variable, scope)
        let type = infer(value, context)
        require(type, [.map, .node, .relationship], of: value.range, "the new properties")
      case .labels(let variable, _):
        checkNode(variable, scope)
      }
    }
    return scope
  }

  /// Checks REMOVE.
  func checkRemove(_ clause: RemoveStatement, _ scope: VariableScope) -> VariableScope {
    for item in clause.items {
      switch item {
      case .property(let target): checkTarget(target, ExpressionContext(scope))
      case .labels(let variable, _): checkNode(variable, scope)
      }
    }
    return scope
  }

  private func checkTarget(_ target: Expression, _ context: ExpressionContext) {
    guard case .subscripted(let owner, let key) = target.withoutParentheses.kind else {
      _ = infer(target, context)
      return
    }
    require(infer(owner, context.forValue), .entity, of: owner.range, "what has the property")
    require(infer(key, context.forValue), .string, of: key.range, "the name of a property")
  }

  /// Reports a value that no property can have.
  func checkPropertyValue(_ value: Expression, _ type: StaticType) {
    let unstorable: StaticType.Kinds = [.map, .node, .relationship, .path]
    let stored = type.isList ? type.element.possible : type.possible
    guard !stored.isEmpty, stored.isSubset(of: unstorable) else { return }
    report(
      .invalidPropertyType,
      "a property cannot hold a \(type.isList ? "list of " : "")\(StaticType(stored))",
      at: value.range,
      remedy: "store plain values, or lists of them"
    )
  }

  private func checkElement(_ variable: Identifier, _ scope: VariableScope) {
    let type = checkVariable(variable, scope)
    require(type, .entity, of: variable.range, "`\(variable.name)`")
  }

  private func checkNode(_ variable: Identifier, _ scope: VariableScope) {
    let type = checkVariable(variable, scope)
    require(type, .node, of: variable.range, "`\(variable.name)`")
  }
}
