import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Reports an expression that mixes aggregates with what rows of one group do not share.
  ///
  /// Beside an aggregate may stand: constants, and variables and properties which are columns
  /// themselves (CIP2021-07-07). `keys` are those columns.
  func checkGrouping(_ expression: Expression, keys: Set<Expression>, _ scope: VariableScope) {
    guard containsAggregate(expression),
      let culprit = ungrouped(in: expression, keys: keys, locals: [], scope)
    else { return }
    reportAmbiguous(culprit)
  }

  /// Reports a sort item in which a column that is no variable or property stands beside an
  /// aggregate.
  func checkSortGrouping(_ expression: Expression, columns: Set<Expression>) {
    guard containsAggregate(expression), !columns.contains(expression.withoutParentheses),
      let culprit = complexColumn(in: expression, columns: columns)
    else { return }
    reportAmbiguous(culprit)
  }

  private func complexColumn(in expression: Expression, columns: Set<Expression>) -> Expression? {
    let bare = expression.withoutParentheses
    if isAggregate(bare) { return nil }
    if columns.contains(bare) {
      return bare.isGroupingKey || bare.children.isEmpty || containsAggregate(bare) ? nil : bare
    }
    for child in bare.children {
      if let culprit = complexColumn(in: child, columns: columns) { return culprit }
    }
    return nil
  }

  private func ungrouped(
    in expression: Expression,
    keys: Set<Expression>,
    locals: Set<String>,
    _ scope: VariableScope
  ) -> Expression? {
    let bare = expression.withoutParentheses
    if isAggregate(bare) || keys.contains(bare) { return nil }
    for name in bare.ownNames where !locals.contains(name) && scope.variables[name] != nil {
      if !keys.contains(.variable(name)) { return bare }
    }
    let inner = locals.union(bare.localNames).union(newNames(in: bare, scope))
    for child in bare.children {
      if let culprit = ungrouped(in: child, keys: keys, locals: inner, scope) { return culprit }
    }
    return nil
  }

  private func newNames(in expression: Expression, _ scope: VariableScope) -> [String] {
    guard case .patternComprehension(let path, _, _) = expression.kind else { return [] }
    return path.variables.map(\.name).filter { scope.variables[$0] == nil }
  }

  private func reportAmbiguous(_ expression: Expression) {
    report(
      .ambiguousAggregationExpression,
      "`\(source(expression.range))` may differ among the rows that are aggregated",
      at: expression.range,
      remedy: "give it a name in a WITH first, or make it a column of its own"
    )
  }
}

extension Expression {
  /// Returns a variable.
  static func variable(_ name: String) -> Expression {
    Expression(.variable(name), at: SourceRange(0, 0))
  }

  /// Whether it is a variable or a property of one.
  var isGroupingKey: Bool {
    switch withoutParentheses.kind {
    case .variable: true
    case .property(let base, _): base.isGroupingKey
    default: false
    }
  }
}
