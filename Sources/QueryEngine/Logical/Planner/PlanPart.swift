import CypherSyntax

/// Holds a plan under construction and the variables of its rows.
struct PlanPart {
  var plan: LogicalPlan
  var scope: Scope
  /// The variables from around a subquery: they stay in sight whatever its clauses project.
  var outer = Scope()

  /// Returns an expression that sees the variables of the rows.
  func scoped(_ expression: Expression) -> ScopedExpression {
    ScopedExpression(expression, in: scope)
  }

  /// Returns the slot of a variable.
  subscript(name: String) -> Slot? { scope.slots[name] }
}
