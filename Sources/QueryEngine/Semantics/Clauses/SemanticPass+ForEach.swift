import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks FOREACH, whose variables end with it.
  func checkForEach(_ clause: ForEachStatement, _ scope: VariableScope) -> VariableScope {
    let type = infer(clause.list, ExpressionContext(scope))
    require(type, .list, of: clause.list.range, "what FOREACH goes through")
    var inner = declaring(clause.variable, elementType(of: type), in: scope)
    for clause in clause.clauses {
      if !clause.isWriting { reportReadingClause(clause) }
      inner = checkClause(clause, inner)
    }
    return scope
  }

  private func reportReadingClause(_ clause: Clause) {
    report(
      .invalidClauseComposition,
      "FOREACH can only hold clauses that change the graph",
      at: clause.range,
      remedy: "read before FOREACH, or use UNWIND"
    )
  }
}
