// The chapter "Expressions" of the grammar: predicates on strings, lists, null and labels.

extension CypherParser {
  /// Parses a value and the predicates on it.
  ///
  /// `<simple comparison predicand> ::= <arithmetic value expression> [ <predicate part 2>… ]`
  mutating func parseAdvancedComparisonPredicand() throws(SyntaxFailure) -> Expression {
    var expression = try parseArithmeticValueExpression()
    while let next = try parsePredicatePart(expression) { expression = next }
    return expression
  }

  /// Parses one predicate on what stands before it.
  ///
  /// `<predicate part 2> ::= { STARTS WITH | ENDS WITH | CONTAINS | IN | =~ } <arithmetic>
  /// | IS [ NOT ] NULL | IS [ NOT ] :: <value type> | { IS | : } <label expression>`
  private mutating func parsePredicatePart(
    _ left: Expression
  ) throws(SyntaxFailure) -> Expression? {
    switch (token.kind, token.keyword) {
    case (_, .in): return try parseOperand(.in, left, words: 1)
    case (_, .contains): return try parseOperand(.contains, left, words: 1)
    case (_, .starts): return try parseOperand(.startsWith, left, words: 2)
    case (_, .ends): return try parseOperand(.endsWith, left, words: 2)
    case (.regexEqual, _): return try parseOperand(.matches, left, words: 1)
    case (_, .is) where beginsTypePredicate, (.colon, _) where beginsTypePredicate:
      return try parseTypePredicate(left)
    case (_, .is): return try parseNullPredicate(left)
    case (.colon, _): return try parseLabelPredicate(left)
    default: return nil
    }
  }

  private mutating func parseOperand(
    _ operation: BinaryOperator,
    _ left: Expression,
    words: Int
  ) throws(SyntaxFailure) -> Expression {
    advance()
    if words == 2 { try expect(.with) }
    let right = try parseArithmeticValueExpression()
    try grow()
    return Expression(.binary(operation, left, right), at: left.range.through(right.range))
  }

  /// Parses what follows IS.
  ///
  /// `<null predicate part 2> ::= IS [ NOT ] NULL`
  private mutating func parseNullPredicate(_ left: Expression) throws(SyntaxFailure) -> Expression {
    let isNegated = peek(1).keyword == .not
    guard isNegated || peek(1).keyword == .null else { return try parseLabelPredicate(left) }
    advance(isNegated ? 2 : 1)
    try expect(.null)
    try grow()
    return Expression(.isNull(left, isNegated: isNegated), at: through(left))
  }

  /// Parses labels that an element is asked for.
  ///
  /// `<is labeled predicate part 2> ::= { IS | : } <label expression>`
  private mutating func parseLabelPredicate(
    _ left: Expression
  ) throws(SyntaxFailure) -> Expression {
    advance()
    let labels = try parseLabelExpression(of: .predicate)
    try grow()
    return Expression(.hasLabels(left, labels), at: through(left))
  }

  /// Returns the range from an expression to the last token taken.
  func through(_ left: Expression) -> SourceRange {
    left.range.through(range(from: position - 1))
  }
}
