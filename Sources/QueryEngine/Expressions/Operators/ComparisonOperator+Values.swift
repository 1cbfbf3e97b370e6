import CypherSyntax
import GraphModel

extension ComparisonOperator {
  /// Tells whether the comparison of two values is true.
  func holds(_ left: Value, _ right: Value) -> Ternary {
    switch self {
    case .equal: Ternary(left.equals(right))
    case .notEqual: Ternary(left.equals(right).map { !$0 })
    case .less: Ternary(left.isLess(than: right))
    case .lessOrEqual: Ternary(left.isLessOrEqual(to: right))
    case .greater: Ternary(right.isLess(than: left))
    case .greaterOrEqual: Ternary(right.isLessOrEqual(to: left))
    }
  }
}
