import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks `EXISTS { }`, `COUNT { }` or `COLLECT { }` and returns its type.
  func inferSubquery(
    _ kind: SubqueryKind,
    _ body: SubqueryBody,
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> StaticType {
    let scope = VariableScope(outer: context.scope.visible)
    switch body {
    case .pattern(let pattern, let condition):
      checkSubqueryPattern(pattern, condition, scope)
      return type(of: kind, column: .any)
    case .query(let query):
      if let clause = query.firstWritingClause { reportWriting(clause, in: kind) }
      let columns = checkQuery(query, scope: scope, place: .expression)
      if kind == .collect, columns.count != 1 { reportColumns(columns.count, at: range) }
      return type(of: kind, column: columns.first?.type ?? .any)
    }
  }

  private func checkSubqueryPattern(
    _ pattern: GraphPattern,
    _ condition: Expression?,
    _ scope: VariableScope
  ) {
    let context = ExpressionContext(bind(pattern, scope))
    for path in pattern.paths { checkPatternExpressions(path, context, clause: "a subquery") }
    if let condition { checkCondition(condition, context) }
  }

  private func type(of kind: SubqueryKind, column: StaticType) -> StaticType {
    switch kind {
    case .exists: .boolean
    case .count: .integer
    case .collect: .list(of: column)
    }
  }

  private func reportWriting(_ clause: Clause, in kind: SubqueryKind) {
    report(
      .invalidClauseComposition,
      "\(kind.rawValue) { } cannot change the graph",
      at: clause.range,
      remedy: "only read in it; use CALL { } for changes"
    )
  }

  private func reportColumns(_ count: Int, at range: SourceRange) {
    report(
      .invalidClauseComposition,
      "COLLECT { } must return exactly one column, not \(count)",
      at: range,
      remedy: "return one value, or a map of several"
    )
  }
}
