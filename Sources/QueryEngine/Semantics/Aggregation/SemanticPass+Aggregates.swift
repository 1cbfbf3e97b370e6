import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Returns whether an expression is an aggregate itself.
  func isAggregate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countAll: true
    case .function(let name, _, _): catalog.aggregate(name.functionName) != nil
    default: false
    }
  }

  /// Returns whether there is an aggregate in an expression.
  func containsAggregate(_ expression: Expression) -> Bool {
    isAggregate(expression) || expression.children.contains(where: containsAggregate)
  }

  /// Returns the aggregates in an expression, outermost only.
  func aggregates(in expression: Expression) -> [Expression] {
    if isAggregate(expression) { return [expression] }
    return expression.children.flatMap(aggregates)
  }

  /// Reports an aggregate that cannot stand where it does, and returns whether it can.
  func checkAggregateUse(
    _ name: String,
    at range: SourceRange,
    _ aggregation: ExpressionContext.Aggregation
  ) -> Bool {
    switch aggregation {
    case .allowed: return true
    case .inArgument:
      report(
        .nestedAggregation,
        "`\(name)` cannot stand inside another aggregate",
        at: range,
        remedy: "aggregate in a WITH first"
      )
    case .forbidden:
      report(
        .invalidAggregation,
        "`\(name)` aggregates, which can only be done in WITH and RETURN",
        at: range,
        remedy: "aggregate in a WITH first, and use its result here"
      )
    case .onlyProjected:
      report(
        .invalidAggregation,
        "`\(name)` is not among the columns, which are all that can be sorted by",
        at: range,
        remedy: "add the aggregate to the columns"
      )
    }
    return false
  }

  /// Returns the type of `count(*)`.
  func inferCountAll(_ expression: Expression, _ context: ExpressionContext) -> StaticType {
    _ = checkAggregateUse("count", at: expression.range, context.aggregation)
    return .integer
  }
}

extension [Identifier] {
  /// The name of a function or procedure, with its namespace.
  var functionName: String { map(\.name).joined(separator: ".") }
}
