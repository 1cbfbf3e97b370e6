public import CypherSyntax

/// Writes syntax trees as short as queries.
extension Expression {
  init(_ kind: Kind) { self.init(kind, at: SourceRange(0, 1)) }

  static func variable(_ name: String) -> Expression { Expression(.variable(name)) }

  static func parameter(_ name: String) -> Expression { Expression(.parameter(name)) }

  static func list(_ elements: Expression...) -> Expression { Expression(.list(elements)) }

  static func property(_ subject: Expression, _ key: String) -> Expression {
    Expression(.property(subject, key: Identifier(key)))
  }

  static func binary(
    _ left: Expression,
    _ binary: BinaryOperator,
    _ right: Expression
  ) -> Expression {
    Expression(.binary(binary, left, right))
  }

  static func compared(
    _ left: Expression,
    _ comparison: ComparisonOperator,
    _ right: Expression
  ) -> Expression {
    Expression(.comparison([left, right], [comparison]))
  }

  static func not(_ condition: Expression) -> Expression { Expression(.unary(.not, condition)) }

  static func call(_ name: String, _ arguments: Expression...) -> Expression {
    Expression(.function(name: [Identifier(name)], isDistinct: false, arguments: arguments))
  }

  static var null: Expression { Expression(.literal(.null)) }
}

extension Expression: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral
{
  /// Makes a literal.
  public init(integerLiteral number: Int64) { self.init(.literal(.integer(number))) }
  /// Makes a literal.
  public init(floatLiteral number: Double) { self.init(.literal(.float(number))) }
  /// Makes a literal.
  public init(booleanLiteral truth: Bool) { self.init(.literal(.boolean(truth))) }
  /// Makes a literal.
  public init(stringLiteral text: String) { self.init(.literal(.string(text))) }
}
