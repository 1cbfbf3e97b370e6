import CypherSyntax
import GraphModel

extension QueryPlanner {
  /// Adds a CALL of a procedure among other clauses.
  func plan(_ call: CallStatement, _ part: inout PlanPart) throws(QueryError) {
    let procedure = try procedure(call)
    var outputs: [LogicalPlan.ProcedureCall.Output] = []
    switch call.yield {
    case .none: break
    case .all:
      for output in procedure.outputs { outputs.append(bind(output.name, output.name, &part)) }
    case .items(let items):
      for item in items {
        outputs.append(bind(item.field.name, (item.alias ?? item.field).name, &part))
      }
    }
    part.plan = .procedureCall(
      part.plan,
      LogicalPlan.ProcedureCall(
        name: procedure.name,
        arguments: arguments(call, procedure).map(part.scoped),
        outputs: outputs,
        isVoid: procedure.outputs.isEmpty
      )
    )
    if let condition = call.condition {
      part.plan = .filter(part.plan, condition.conjuncts.map(part.scoped))
    }
  }

  /// Plans a query that is nothing but a CALL: its outputs are the columns.
  func planStandalone(_ call: CallStatement, _ part: PlanPart) throws(QueryError)
    -> (PlanPart, [QueryPlan.ResultColumn])
  {
    var part = part
    var call = call
    let procedure = try procedure(call)
    if call.yield == .none { call.yield = .all }
    try plan(call, &part)
    let names: [String] =
      switch call.yield {
      case .items(let items): items.map { ($0.alias ?? $0.field).name }
      default: procedure.outputs.map(\.name)
      }
    let columns = names.compactMap { name in
      part[name].map { QueryPlan.ResultColumn(name: name, slot: $0) }
    }
    return (part, columns)
  }

  private func bind(_ output: String, _ name: String, _ part: inout PlanPart)
    -> LogicalPlan.ProcedureCall.Output
  {
    let slot = newSlot()
    part.scope.slots[name] = slot
    return LogicalPlan.ProcedureCall.Output(name: output, slot: slot)
  }

  private func procedure(_ call: CallStatement) throws(QueryError) -> Procedure {
    let name = call.procedure.map(\.name).joined(separator: ".")
    if let procedure = procedures.procedures[name] { return procedure }
    throw QueryError(
      .procedureNotFound,
      .compileTime,
      "there is no procedure '\(name)'",
      candidates: NearMiss.candidates(for: name, among: procedures.procedures.keys.sorted())
    )
  }

  /// Without brackets the inputs are parameters of the same names.
  private func arguments(_ call: CallStatement, _ procedure: Procedure) -> [Expression] {
    call.arguments
      ?? procedure.inputs.map { Expression(.parameter($0.name), at: SourceRange(0, 0)) }
  }

  // MARK: - Subqueries and tables

  /// Adds a CALL of a subquery.
  func plan(_ call: CallSubqueryStatement, _ part: inout PlanPart) throws(QueryError) {
    var inner = Scope()
    switch call.imports {
    case .all, .leadingWith: inner = part.scope
    case .variables(let variables):
      for variable in variables { inner.slots[variable.name] = part[variable.name] }
    }
    // What a leading WITH imports is projected away as usual; what a list imports stays.
    let constants = call.imports == .leadingWith ? Scope() : inner
    let start = PlanPart(plan: .argument, scope: inner, outer: constants)
    let (body, columns) = try plan(call.query, from: start)
    let slots = columns.map(\.slot)
    if columns.isEmpty {
      // A subquery without RETURN works for its effects; the rows stay as they are.
      part.plan = .optional(part.plan, body.plan, nullable: [])
    } else if call.isOptional {
      part.plan = .optional(part.plan, body.plan, nullable: slots)
    } else {
      part.plan = .apply(part.plan, body.plan)
    }
    for column in columns { part.scope.slots[column.name] = column.slot }
  }

  /// Adds a LOAD CSV clause.
  func plan(_ load: LoadCSVStatement, _ part: inout PlanPart) {
    let slot = newSlot()
    part.plan = .loadCSV(
      part.plan,
      LogicalPlan.LoadCSV(
        source: part.scoped(load.source),
        variable: slot,
        hasHeaders: load.hasHeaders,
        fieldTerminator: load.fieldTerminator ?? ","
      )
    )
    part.scope.slots[load.variable.name] = slot
  }
}
