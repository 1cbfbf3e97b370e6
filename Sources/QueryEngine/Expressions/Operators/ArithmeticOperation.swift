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
}
