import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

/// Evaluates expressions on columns, without a parser and a planner.
final class ExpressionFixture: NestedPlanner {
  let graph = PropertyGraph()
  var parameters: [String: Value] = [:]
  var limits = QueryLimits()
  /// What patterns and subqueries are planned to; a plan that is not streaming runs row by row.
  var nestedPlan = LogicalPlan.argument
  /// What nested plans are built to.
  var nestedOperator: (any PhysicalOperator)?
  private(set) var builtPlans: [LogicalPlan] = []
  private(set) var scope = Scope()
  private var slotCount = 0

  func newSlot() -> Slot {
    slotCount += 1
    return Slot(slotCount - 1)
  }

  /// Returns the slot of a variable, a new one at the first use.
  func slot(_ name: String) -> Slot {
    if let slot = scope.slots[name] { return slot }
    let slot = newSlot()
    scope.slots[name] = slot
    return slot
  }

  func plan(_ pattern: GraphPattern, condition: Expression?, in scope: Scope) throws(QueryError)
    -> NestedPlan
  {
    var inner = scope
    for path in pattern.paths {
      if let name = path.variable?.name { inner.slots[name] = slot("number") }
    }
    return NestedPlan(root: nestedPlan, scope: inner, resultSlot: nil)
  }

  func plan(_ query: Query, in scope: Scope) throws(QueryError) -> NestedPlan {
    NestedPlan(root: nestedPlan, scope: scope, resultSlot: slot("number"))
  }

  /// Returns the column of an expression for rows with some variables.
  func column(
    _ expression: Expression,
    _ variables: [String: Column] = [:],
    count: Int = 1
  ) throws(QueryError) -> Column {
    for name in variables.keys.sorted() { _ = slot(name) }
    let compiler = ExpressionCompiler(planner: self, catalog: FunctionCatalog.standard) {
      [self] (plan) throws(QueryError) in
      builtPlans.append(plan)
      guard let nestedOperator else { throw QueryError(.storage, .compileTime, "no operator") }
      return nestedOperator
    }
    let evaluator = try compiler.compile(ScopedExpression(expression, in: scope))
    let context = context()
    let rows = variables.values.first?.count ?? count
    var chunk = DataChunk(slotCount: slotCount, count: rows)
    for (name, column) in variables { chunk.fill(slot(name), with: column) }
    let column = try evaluator.evaluate(chunk, context)
    #expect(column.count == rows)
    return column
  }

  /// Returns the values of an expression for rows with some variables.
  func values(
    _ expression: Expression,
    _ variables: [String: Column] = [:],
    count: Int = 1
  ) throws(QueryError) -> [Value] {
    Array(try column(expression, variables, count: count).boxed)
  }

  /// Returns the value of an expression without variables.
  func value(_ expression: Expression) throws(QueryError) -> Value {
    try values(expression).first ?? .null
  }

  /// Returns the code of the error of an expression; `nil` if there is none.
  func failure(_ expression: Expression, _ variables: [String: Column] = [:]) -> QueryErrorCode? {
    do {
      _ = try column(expression, variables)
      return nil
    } catch {
      return error.code
    }
  }

  func context() -> ExecutionContext {
    ExecutionContext(
      graph: graph,
      parameters: parameters,
      functions: TestFunctions.context(of: graph),
      procedures: ProcedureCatalog(),
      slotCount: slotCount,
      limits: limits
    )
  }
}

extension Column {
  /// The same values without types.
  var untyped: Column { .values(boxed) }
}

extension [Value] {
  /// Whether all values are the same and of the same type.
  func isIdentical(to other: [Value]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.isIdentical(to: $1) }
  }
}
