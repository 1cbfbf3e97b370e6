import CypherSyntax

/// Holds what an expression may use where it stands.
struct ExpressionContext {
  /// Tells what aggregates do at a place.
  enum Aggregation {
    /// There may be none.
    case forbidden
    /// They make a projection group.
    case allowed
    /// The place is the argument of an aggregate.
    case inArgument
    /// Those that the projection has, too, may be named again.
    case onlyProjected
  }

  /// The variables.
  var scope: VariableScope
  /// Whether aggregates may stand here.
  var aggregation = Aggregation.forbidden
  /// Whether a pattern is taken for the question whether there is such a thing.
  var allowsPatterns = false
  /// Expressions of a projection, which mean its columns after it.
  var projected: [Expression: StaticType] = [:]

  /// Makes a context.
  init(_ scope: VariableScope, aggregation: Aggregation = .forbidden) {
    self.scope = scope
    self.aggregation = aggregation
  }

  /// The context of an operand that is a value.
  var forValue: ExpressionContext {
    var context = self
    context.allowsPatterns = false
    return context
  }

  /// The context of an operand that is a truth value.
  var forCondition: ExpressionContext {
    var context = self
    context.allowsPatterns = true
    return context
  }

  /// Returns the context of an expression that is evaluated for each element of something.
  func perElement(_ names: [String: StaticType]) -> ExpressionContext {
    var context = forValue
    context.scope = scope.adding(names)
    if aggregation != .inArgument { context.aggregation = .forbidden }
    return context
  }
}
