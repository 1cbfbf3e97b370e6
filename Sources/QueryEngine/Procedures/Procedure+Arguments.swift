import GraphModel

extension Procedure {
  /// Returns an argument as the procedure takes it: a float where an integer is given for one.
  func argument(_ index: Int, _ value: Value) -> Value {
    guard case .integer(let number) = value, index < inputs.count,
      inputs[index].type.kinds.isDisjoint(with: .integer),
      inputs[index].type.kinds.contains(.float)
    else { return value }
    return .float(Double(number))
  }
}
