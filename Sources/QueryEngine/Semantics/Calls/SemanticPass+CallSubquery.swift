import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks `CALL { }` and adds what it returns.
  func checkCallSubquery(_ clause: CallSubqueryStatement, _ scope: VariableScope) -> VariableScope {
    let columns: [ResultField]
    switch clause.imports {
    case .leadingWith:
      let start = VariableScope(outer: scope.outer)
      columns = checkQuery(clause.query, scope: start, place: .call(importable: scope))
    case .all:
      let start = VariableScope(outer: scope.visible)
      columns = checkQuery(clause.query, scope: start, place: .call(importable: nil))
    case .variables(let names):
      let start = VariableScope(outer: imported(names, scope).merging(scope.outer) { $1 })
      columns = checkQuery(clause.query, scope: start, place: .call(importable: nil))
    }
    var result = scope
    for column in columns {
      if scope[column.name] != nil { reportReturned(column.name, clause) }
      result.declare(column.name, column.type)
    }
    return result
  }

  /// Returns the scope in which a statement starts: in `CALL { }` a leading WITH that only names
  /// variables from around it sees these.
  func importedScope(
    _ statement: LinearStatement,
    scope: VariableScope,
    place: Place
  ) -> VariableScope {
    guard case .call(let importable?) = place,
      case .with(let with)? = statement.clauses.first, with.projection.isPlain
    else { return scope }
    let names = with.projection.items.compactMap(\.expression.variableName)
    let isImport = with.projection.includesAll || names.contains { importable[$0] != nil }
    return isImport ? importable : scope
  }

  private func imported(
    _ names: [Identifier],
    _ scope: VariableScope
  ) -> [String: StaticType] {
    var found: [String: StaticType] = [:]
    for name in names { found[name.name] = checkVariable(name, scope) }
    return found
  }

  private func reportReturned(_ name: String, _ clause: CallSubqueryStatement) {
    let last = clause.query.statements.first?.clauses.last?.range ?? clause.range
    report(
      .variableAlreadyBound,
      "CALL { } returns `\(name)`, which is bound outside already",
      at: last,
      remedy: "return it under another name with AS"
    )
  }
}

extension Projection {
  /// Whether it does nothing but name variables.
  fileprivate var isPlain: Bool {
    !isDistinct && order.isEmpty && skip == nil && limit == nil
      && items.allSatisfy { $0.alias == nil && $0.expression.variableName != nil }
  }
}

extension Expression {
  /// The name where it is a variable.
  fileprivate var variableName: String? {
    guard case .variable(let name) = withoutParentheses.kind else { return nil }
    return name
  }
}
