import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks a CALL that is a whole query, and returns its columns.
  func checkStandaloneCall(_ clause: CallStatement) -> [ResultField] {
    guard let procedure = findProcedure(clause) else { return [] }
    let scope = VariableScope()
    if let arguments = clause.arguments {
      checkArguments(arguments, of: procedure, clause, scope)
    } else {
      checkImplicitArguments(of: procedure, clause)
    }
    var fields: [ResultField]
    switch clause.yield {
    case .none, .all:
      fields = procedure.outputs.map {
        ResultField(name: $0.name, type: $0.type)
      }
    case .items(let items): fields = yielded(items, procedure, scope)
    }
    checkYieldCondition(clause, fields, scope)
    return fields
  }

  /// Checks a CALL among other clauses, and adds what it yields.
  func checkCall(_ clause: CallStatement, _ scope: VariableScope) -> VariableScope {
    guard let procedure = findProcedure(clause) else {
      return scope.adding(unknownOutputs(of: clause))
    }
    if let arguments = clause.arguments {
      checkArguments(arguments, of: procedure, clause, scope)
    } else {
      checkExplicit(procedure, clause)
    }
    var fields: [ResultField] = []
    switch clause.yield {
    case .none: break
    case .all: reportYieldAll(procedure, clause)
    case .items(let items): fields = yielded(items, procedure, scope)
    }
    checkYieldCondition(clause, fields, scope)
    return scope.adding(Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first })
  }

  private func findProcedure(_ clause: CallStatement) -> Procedure? {
    let name = clause.procedure.functionName
    if let procedure = procedures.procedures[name] { return procedure }
    report(
      .procedureNotFound,
      "there is no procedure `\(name)`",
      at: clause.nameRange,
      remedy: "look the name up among the procedures",
      candidates: NearMiss.candidates(for: name, among: procedures.procedures.keys)
    )
    return nil
  }

  /// Returns what an unknown procedure yields, so that no more errors follow from it.
  private func unknownOutputs(of clause: CallStatement) -> [String: StaticType] {
    guard case .items(let items) = clause.yield else { return [:] }
    return Dictionary(items.map { (($0.alias ?? $0.field).name, .any) }) { first, _ in first }
  }

  private func checkYieldCondition(
    _ clause: CallStatement,
    _ fields: [ResultField],
    _ scope: VariableScope
  ) {
    guard let condition = clause.condition else { return }
    let names = Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first }
    checkCondition(condition, ExpressionContext(scope.adding(names)))
  }
}

extension CallStatement {
  /// Where the name of the procedure stands.
  var nameRange: SourceRange {
    guard let first = procedure.first, let last = procedure.last else { return range }
    return first.range.through(last.range)
  }
}
