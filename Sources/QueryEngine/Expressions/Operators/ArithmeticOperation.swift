import CypherSyntax
import GraphModel

/// Lists what can be computed with two operands.
enum ArithmeticOperation {
  case add, subtract, multiply, divide, modulo, power

  /// Makes one of an operator of the language; `nil` for others.
  init?(_ binary: BinaryOperator) {
    switch binary {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .modulo: self = .modulo
    case .power: self = .power
    default: return nil
    }
  }

  /// Returns the result for two values.
  func apply(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch self {
    case .add: try Operators.add(left, right)
    case .subtract: try Operators.subtract(left, right)
    case .multiply: try Operators.multiply(left, right)
    case .divide: try Operators.divide(left, right)
    case .modulo: try Operators.remainder(left, right)
    case .power: try Operators.power(left, right)
    }
  }
}
