public import CypherSyntax

/// Holds which variables an expression sees, and in which slots they are.
public struct Scope: Hashable, Sendable {
  /// The slots by variable.
  public var slots: [String: Slot]

  /// Makes a scope.
  public init(_ slots: [String: Slot] = [:]) { self.slots = slots }
}

/// Holds an expression together with the variables it sees.
///
/// Expressions in a plan contain no aggregates: the planner has put their results into slots, named
/// by variables that cannot be written in a query.
public struct ScopedExpression: Hashable, Sendable {
  /// The expression.
  public var expression: Expression
  /// What its variables mean.
  public var scope: Scope

  /// Makes a scoped expression.
  public init(_ expression: Expression, in scope: Scope) {
    self.expression = expression
    self.scope = scope
  }
}
