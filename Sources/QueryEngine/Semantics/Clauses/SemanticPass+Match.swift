import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks MATCH and adds its variables.
  func checkMatch(_ clause: MatchStatement, _ scope: VariableScope) -> VariableScope {
    let scope = bind(clause.pattern, scope)
    let context = ExpressionContext(scope)
    for path in clause.pattern.paths { checkPatternExpressions(path, context, clause: "MATCH") }
    if let condition = clause.condition { checkCondition(condition, context) }
    return scope
  }

  /// Checks UNWIND and adds its variable.
  func checkUnwind(_ clause: UnwindStatement, _ scope: VariableScope) -> VariableScope {
    let type = infer(clause.list, ExpressionContext(scope))
    return declaring(clause.variable, elementType(of: type), in: scope)
  }

  /// Checks LOAD CSV and adds its variable.
  func checkLoadCSV(_ clause: LoadCSVStatement, _ scope: VariableScope) -> VariableScope {
    let type = infer(clause.source, ExpressionContext(scope))
    require(type, .string, of: clause.source.range, "the file of LOAD CSV")
    let row: StaticType = clause.hasHeaders ? .map : .list(of: .string)
    return declaring(clause.variable, row, in: scope)
  }

  /// Returns what one gets from a value by going through it.
  func elementType(of type: StaticType) -> StaticType {
    if type.isList { return type.element }
    return type.kinds.contains(.list) ? .any : type
  }

  /// Returns the scope with a variable more, which must be new.
  func declaring(
    _ variable: Identifier,
    _ type: StaticType,
    in scope: VariableScope
  ) -> VariableScope {
    var scope = scope
    declare(variable, type, in: &scope)
    return scope
  }

  /// Adds a variable that must be new.
  func declare(_ variable: Identifier, _ type: StaticType, in scope: inout VariableScope) {
    if scope[variable.name] != nil { reportAlreadyBound(variable) }
    scope.declare(variable.name, type)
  }

  /// Reports a name that means something already.
  func reportAlreadyBound(_ variable: Identifier, hint: String = "use another name") {
    report(
      .variableAlreadyBound,
      "variable `\(variable.name)` is bound already",
      at: variable.range,
      remedy: hint
    )
  }
}
