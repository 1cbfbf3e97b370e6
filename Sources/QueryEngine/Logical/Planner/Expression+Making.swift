import CypherSyntax

extension Expression {
  /// Returns the use of a variable.
  static func named(_ name: String) -> Expression {
    Expression(.variable(name), at: SourceRange(0, 0))
  }

  /// Returns a comparison of two expressions.
  static func comparing(_ left: Kind, _ sign: ComparisonOperator, _ right: Kind) -> Expression {
    let nowhere = SourceRange(0, 0)
    return Expression(
      .comparison([Expression(left, at: nowhere), Expression(right, at: nowhere)], [sign]),
      at: nowhere
    )
  }

  /// Returns a call of a function.
  static func calling(_ name: String, _ arguments: [Expression]) -> Expression {
    Expression(
      .function(name: [Identifier(name)], isDistinct: false, arguments: arguments),
      at: SourceRange(0, 0)
    )
  }
}

extension LabelExpression {
  /// The parts of a conjunction, all of which must hold.
  var conjunctionParts: [LabelExpression] {
    if case .conjunction(let parts, _) = self { return parts.flatMap(\.conjunctionParts) }
    return [self]
  }

  /// The names, if the expression is a single name or a choice of names.
  var names: [String]? {
    switch self {
    case .label(let name): return [name.name]
    case .disjunction(let parts):
      let names = parts.compactMap(\.names)
      return names.count == parts.count ? names.flatMap { $0 } : nil
    default: return nil
    }
  }
}
