import CypherSyntax

extension SemanticPass {
  /// Checks CREATE and adds its variables.
  func checkCreate(_ clause: CreateStatement, _ scope: VariableScope) -> VariableScope {
    var creation = PatternCreation(pass: self, scope: scope, isMerge: false)
    for path in clause.pattern.paths { creation.create(path) }
    return creation.scope
  }

  /// Checks MERGE and adds its variables.
  func checkMerge(_ clause: MergeStatement, _ scope: VariableScope) -> VariableScope {
    var creation = PatternCreation(pass: self, scope: scope, isMerge: true)
    creation.create(clause.path)
    for action in clause.actions { _ = checkSet(action.items, creation.scope) }
    return creation.scope
  }
}
