import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks DELETE.
  func checkDelete(_ clause: DeleteStatement, _ scope: VariableScope) -> VariableScope {
    for expression in clause.expressions {
      if case .hasLabels = expression.withoutParentheses.kind {
        reportDeletedLabel(expression)
        continue
      }
      let type = infer(expression, ExpressionContext(scope))
      require(type, [.node, .relationship, .path, .list], of: expression.range, "what is deleted")
    }
    return scope
  }

  private func reportDeletedLabel(_ expression: Expression) {
    report(
      .invalidDelete,
      "DELETE takes nodes, relationships and paths, not labels or types",
      at: expression.range,
      remedy: "use REMOVE to take a label from a node"
    )
  }
}
