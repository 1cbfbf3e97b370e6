// The chapter "Expressions" of the grammar: arithmetic, properties and elements.

extension CypherParser {
  /// Parses sums.
  ///
  /// `<arithmetic value expression> ::= <arithmetic term> [ { { + | - | "||" } <term> }… ]`
  mutating func parseArithmeticValueExpression() throws(SyntaxFailure) -> Expression {
    var left = try parseArithmeticTerm()
    while let operation = additiveOperator {
      advance()
      left = try combine(operation, left, try parseArithmeticTerm())
    }
    return left
  }

  private var additiveOperator: BinaryOperator? {
    switch token.kind {
    case .plus: .add
    case .minus: .subtract
    case .doubleBar: .concatenate
    default: nil
    }
  }

  /// Parses products.
  ///
  /// `<arithmetic term> ::= <arithmetic factor> [ { { * | / | % } <arithmetic factor> }… ]`
  private mutating func parseArithmeticTerm() throws(SyntaxFailure) -> Expression {
    var left = try parseArithmeticFactor()
    while let operation = multiplicativeOperator {
      advance()
      left = try combine(operation, left, try parseArithmeticFactor())
    }
    return left
  }

  private var multiplicativeOperator: BinaryOperator? {
    switch token.kind {
    case .asterisk: .multiply
    case .slash: .divide
    case .percent: .modulo
    default: nil
    }
  }

  /// Parses powers, from left to right.
  ///
  /// `<arithmetic factor> ::= <arithmetic unary> [ { ^ <arithmetic unary> }… ]`
  private mutating func parseArithmeticFactor() throws(SyntaxFailure) -> Expression {
    var left = try parseArithmeticUnary()
    while token.kind == .caret {
      advance()
      left = try combine(.power, left, try parseArithmeticUnary())
    }
    return left
  }

  private mutating func combine(
    _ operation: BinaryOperator,
    _ left: Expression,
    _ right: Expression
  ) throws(SyntaxFailure) -> Expression {
    try grow()
    return Expression(.binary(operation, left, right), at: left.range.through(right.range))
  }

  /// Parses a value with its signs.
  ///
  /// `<arithmetic unary> ::= [ { + | - }… ] <postfix expression>`
  private mutating func parseArithmeticUnary() throws(SyntaxFailure) -> Expression {
    guard token.kind == .minus || token.kind == .plus else { return try parsePostfixExpression() }
    let start = position
    while token.kind == .minus || token.kind == .plus { advance() }
    var end = position
    var expression: Expression
    if try isSmallestInteger {
      end -= 1
      advance()
      expression = Expression(.literal(.integer(.min)), at: range(from: end))
    } else {
      expression = try parsePostfixExpression()
    }
    try grow(end - start)
    for index in (start..<end).reversed() {
      let sign: UnaryOperator = tokens[index].kind == .minus ? .minus : .plus
      expression = Expression(
        .unary(sign, expression),
        at: range(tokens[index]).through(expression.range)
      )
    }
    return expression
  }

  /// Whether the smallest integer comes next, whose number does not fit without the sign.
  private var isSmallestInteger: Bool {
    get throws(SyntaxFailure) {
      guard token.kind == .integer, token.end - token.start > 17 else { return false }
      guard tokens[position - 1].kind == .minus else { return false }
      guard peek(1).kind != .dot, peek(1).kind != .leftBracket else { return false }
      return try integerMagnitude(token) == Int64.min.magnitude
    }
  }

  /// Parses a value and what is taken out of it.
  ///
  /// `<postfix expression> ::= <value expression primary> [ { . <name> | [ … ] }… ]`
  mutating func parsePostfixExpression() throws(SyntaxFailure) -> Expression {
    var expression = try parseValueExpressionPrimary()
    while true {
      switch token.kind {
      case .dot:
        advance()
        let key = try parseIdentifier()
        try grow()
        expression = Expression(.property(expression, key: key), at: through(expression))
      case .leftBracket: expression = try parseElementReference(expression)
      default:
        log?.note(.operator, at: position)
        return expression
      }
    }
  }

  /// Parses an index or a slice.
  ///
  /// `<dynamic element reference> ::= [ <value> ] | [ [ <value> ] .. [ <value> ] ]`
  @inline(never)
  private mutating func parseElementReference(
    _ list: Expression
  ) throws(SyntaxFailure) -> Expression {
    advance()
    let first = token.kind == .doubleDot ? nil : try parseValueExpression()
    if let first, !at(.doubleDot) {
      try expect(.rightBracket)
      try grow()
      return Expression(.subscripted(list, index: first), at: through(list))
    }
    try expect(.doubleDot)
    let last = at(.rightBracket) ? nil : try parseValueExpression()
    try expect(.rightBracket)
    try grow()
    return Expression(.slice(list, from: first, to: last), at: through(list))
  }
}
