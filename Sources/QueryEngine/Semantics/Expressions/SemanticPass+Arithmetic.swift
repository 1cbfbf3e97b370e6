import CypherSyntax

extension SemanticPass {
  /// Checks `-`, `*`, `/`, `%` and `^`, and returns the type.
  func inferArithmetic(
    _ symbol: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    let types = (infer(left, context), infer(right, context))
    let wanted = operandKinds(of: symbol)
    require(types.0, wanted, of: left.range, "the left side of `\(symbol.text)`")
    require(types.1, wanted, of: right.range, "the right side of `\(symbol.text)`")
    if symbol == .power { return .float }
    return numericResult(types.0, types.1)
  }

  /// Checks `+`, which adds numbers, joins text and lists, and moves dates.
  func inferSum(
    _ left: Expression,
    _ right: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    let types = (infer(left, context), infer(right, context))
    if types.0.isList || types.1.isList { return joined(types.0, types.1) }
    if types.0.possible.isEmpty || types.1.possible.isEmpty { return .any }
    // Beside what may be a list or text nearly everything is right.
    let liberal: StaticType.Kinds = [.list, .string]
    if types.0.possible.isDisjoint(with: liberal), types.1.possible.isDisjoint(with: liberal) {
      let wanted: StaticType.Kinds = [.number, .temporal]
      require(types.0, wanted, of: left.range, "the left side of `+`")
      require(types.1, wanted, of: right.range, "the right side of `+`")
      return numericResult(types.0, types.1)
    }
    let isText = types.0.possible == .string || types.1.possible == .string
    return isText && types.0.possible.union(types.1.possible).isDisjoint(with: .list)
      ? .string : .any
  }

  /// Checks `||`, which joins texts or lists.
  func inferConcatenation(
    _ left: Expression,
    _ right: Expression,
    _ context: ExpressionContext
  ) -> StaticType {
    let types = (infer(left, context), infer(right, context))
    require(types.0, [.string, .list], of: left.range, "the left side of `||`")
    require(types.1, [.string, .list], of: right.range, "the right side of `||`")
    if types.0.isList || types.1.isList { return joined(types.0, types.1) }
    return StaticType([.string, .list])
  }

  private func operandKinds(of symbol: BinaryOperator) -> StaticType.Kinds {
    switch symbol {
    case .subtract: [.number, .temporal]
    case .multiply, .divide: [.number, .duration]
    default: .number
    }
  }

  private func numericResult(_ left: StaticType, _ right: StaticType) -> StaticType {
    let both = left.possible.union(right.possible)
    guard both.isSubset(of: .number) else { return .any }
    if both.isEmpty { return .null }
    return left.possible == .integer && right.possible == .integer
      ? .integer.nullable : .number.nullable
  }

  /// Returns the type of a list and something put together.
  private func joined(_ left: StaticType, _ right: StaticType) -> StaticType {
    .list(of: elementType(of: left).joined(with: elementType(of: right)))
  }
}
