import CypherSyntax
import GraphModel

extension ExpressionCompiler {
  /// Returns the evaluator of what looks into the graph.
  func compilePattern(
    _ expression: Expression,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    switch expression.kind {
    case .pattern(let path):
      let plan = try planner.plan(GraphPattern(path), condition: nil, in: scope)
      return ExistsEvaluator(rows: try rows(of: plan, in: scope))
    case .patternComprehension(let path, let condition, let result):
      let plan = try planner.plan(GraphPattern(path), condition: condition, in: scope)
      return CollectEvaluator(
        rows: try rows(of: plan, in: scope),
        result: try compile(result, in: plan.scope)
      )
    case .shortestPath(let path): return try compileShortestPath(path, in: scope)
    case .subquery(let kind, let body): return try compileSubquery(kind, body, in: scope)
    default: throw .misplaced(expression)
    }
  }

  private func compileShortestPath(
    _ path: PathPattern,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    // A name with a blank in front cannot be written in a query without backquotes.
    let name = " path"
    var named = path
    named.variable = Identifier(name, at: path.range)
    let plan = try planner.plan(GraphPattern(named), condition: nil, in: scope)
    guard let slot = plan.scope.slots[name] else {
      throw QueryError(.unexpectedSyntax, .compileTime, "this pattern has no path")
    }
    let rows = try rows(of: plan, in: scope)
    return path.prefix == .shortestPath
      ? FirstValueEvaluator(rows: rows, slot: slot)
      : CollectEvaluator(rows: rows, result: SlotEvaluator(slot: slot))
  }

  private func compileSubquery(
    _ kind: SubqueryKind,
    _ body: SubqueryBody,
    in scope: Scope
  ) throws(QueryError) -> any ExpressionEvaluator {
    let plan =
      switch body {
      case .pattern(let pattern, let condition):
        try planner.plan(pattern, condition: condition, in: scope)
      case .query(let query): try planner.plan(query, in: scope).withoutEmptyResult
      }
    switch kind {
    case .exists:
      let existing = NestedPlan(root: plan.root.forExistence, scope: plan.scope, resultSlot: nil)
      return ExistsEvaluator(rows: try rows(of: existing, in: scope))
    case .count: return CountEvaluator(rows: try rows(of: plan, in: scope))
    case .collect:
      guard let slot = plan.resultSlot else {
        throw QueryError(
          .invalidClauseComposition,
          .compileTime,
          "COLLECT needs a query that returns one column"
        )
      }
      return CollectEvaluator(
        rows: try rows(of: plan, in: scope),
        result: SlotEvaluator(slot: slot)
      )
    }
  }

  /// Returns the rows of a nested plan, which may read all variables of the scope.
  private func rows(of plan: NestedPlan, in scope: Scope) throws(QueryError) -> NestedRows {
    noteReading(scope.slots.values)
    return NestedRows(
      try buildOperator(plan.root),
      rowNumber: plan.isStreaming ? planner.newSlot() : nil,
      slots: Set(scope.slots.values).sorted { $0.index < $1.index }
    )
  }
}

extension NestedPlan {
  /// The plan with the rows that a query without RETURN does not give: they count here.
  fileprivate var withoutEmptyResult: NestedPlan {
    guard case .emptyResult(let child) = root else { return self }
    return NestedPlan(root: child, scope: scope, resultSlot: resultSlot)
  }
}

extension GraphPattern {
  /// Makes a pattern of one path.
  fileprivate init(_ path: PathPattern) { self.init(paths: [path], range: path.range) }
}
