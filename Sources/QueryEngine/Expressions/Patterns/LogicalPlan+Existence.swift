import CypherSyntax

extension LogicalPlan {
  /// A plan that has rows where this one has, without the work of which only more rows would tell:
  /// it is streaming more often, and then serves a whole chunk at once.
  var forExistence: LogicalPlan {
    switch self {
    case .distinct(let child, _), .sort(let child, _): child.forExistence
    case .limit(let child, let limit) where limit.expression.isPositiveLiteral,
      .top(let child, _, let limit) where limit.expression.isPositiveLiteral:
      child.forExistence
    case .projection(let child, let items): .projection(child.forExistence, items)
    default: self
    }
  }
}

extension Expression {
  /// Whether this is written as a number above 0.
  fileprivate var isPositiveLiteral: Bool {
    if case .literal(.integer(let number)) = kind { number > 0 } else { false }
  }
}
