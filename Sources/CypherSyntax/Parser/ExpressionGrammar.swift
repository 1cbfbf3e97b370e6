// The chapter "Expressions" of the grammar: conditions and comparisons.

extension CypherParser {
  /// Parses a value, which a pattern alone is not.
  ///
  /// `<value expression> ::= <boolean value expression>`
  mutating func parseValueExpression(
    endsAtBar: Bool = false
  ) throws(SyntaxFailure) -> Expression {
    let expression = try parseSearchCondition(endsAtBar: endsAtBar)
    guard !isPattern(expression) else {
      throw SyntaxFailure(.patternAsValue, at: expression.range)
    }
    return expression
  }

  private func isPattern(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .pattern: true
    case .parenthesized(let inner): isPattern(inner)
    default: false
    }
  }

  /// Parses a condition, which may be a pattern.
  ///
  /// `<search condition> ::= <boolean value expression>`
  mutating func parseSearchCondition(
    endsAtBar: Bool = false
  ) throws(SyntaxFailure) -> Expression {
    try enter()
    let outer = (height: height, endsAtBar: self.endsAtBar)
    height = 0
    self.endsAtBar = endsAtBar
    defer {
      leave()
      height = max(height, outer.height)
      self.endsAtBar = outer.endsAtBar
    }
    let expression = try parseBooleanValueExpression()
    try grow()
    return expression
  }

  /// Parses conditions of which one must hold.
  ///
  /// `<boolean value expression> ::= <boolean term xor> [ { OR <boolean term xor> }… ]`
  private mutating func parseBooleanValueExpression() throws(SyntaxFailure) -> Expression {
    let first = try parseBooleanTermXor()
    guard token.keyword == .or else { return first }
    var operands = [first]
    var highest = height
    while token.keyword == .or {
      advance()
      height = 0
      operands.append(try parseBooleanTermXor())
      highest = max(highest, height)
    }
    return try join(operands, .or, highest: highest)
  }

  /// Parses conditions of which an odd number must hold.
  ///
  /// `<boolean term xor> ::= <boolean term> [ { XOR <boolean term> }… ]`
  private mutating func parseBooleanTermXor() throws(SyntaxFailure) -> Expression {
    let first = try parseBooleanTerm()
    guard token.keyword == .xor else { return first }
    var operands = [first]
    var highest = height
    while token.keyword == .xor {
      advance()
      height = 0
      operands.append(try parseBooleanTerm())
      highest = max(highest, height)
    }
    return try join(operands, .xor, highest: highest)
  }

  /// Parses conditions that must all hold.
  ///
  /// `<boolean term> ::= <boolean factor> [ { AND <boolean factor> }… ]`
  private mutating func parseBooleanTerm() throws(SyntaxFailure) -> Expression {
    let first = try parseBooleanFactor()
    if token.kind == .ampersand { throw SyntaxFailure(.andSpelling, at: token) }
    guard token.keyword == .and else { return first }
    var operands = [first]
    var highest = height
    while token.keyword == .and {
      advance()
      height = 0
      operands.append(try parseBooleanFactor())
      highest = max(highest, height)
    }
    return try join(operands, .and, highest: highest)
  }

  /// Joins operands of an associative operator: from the left as long as there are few of them,
  /// else as a balanced tree, since generated queries join thousands.
  private mutating func join(
    _ operands: [Expression],
    _ operation: BinaryOperator,
    highest: Int
  ) throws(SyntaxFailure) -> Expression {
    let isLong = operands.count > 32
    height = highest
    try grow(isLong ? Int.bitWidth - operands.count.leadingZeroBitCount : operands.count - 1)
    return isLong ? balance(operands[...], operation) : lean(operands[...], operation)
  }

  private func lean(_ operands: ArraySlice<Expression>, _ operation: BinaryOperator) -> Expression {
    operands.dropFirst().reduce(operands[operands.startIndex]) { left, right in
      Expression(.binary(operation, left, right), at: left.range.through(right.range))
    }
  }

  private func balance(
    _ operands: ArraySlice<Expression>,
    _ operation: BinaryOperator
  ) -> Expression {
    guard operands.count > 2 else { return lean(operands, operation) }
    let middle = operands.startIndex + operands.count / 2
    let halves = [operands[..<middle], operands[middle...]].map { balance($0, operation) }
    return lean(halves[...], operation)
  }

  /// Parses a condition or its contrary.
  ///
  /// `<boolean factor> ::= [ { NOT }… ] <boolean primary>`
  private mutating func parseBooleanFactor() throws(SyntaxFailure) -> Expression {
    let start = position
    while token.keyword == .not { advance() }
    let count = position - start
    guard count > 0 else { return try parseBooleanPrimary() }
    var expression = try parseBooleanPrimary()
    try grow(count)
    for index in (start..<start + count).reversed() {
      expression = Expression(
        .unary(.not, expression),
        at: range(tokens[index]).through(expression.range)
      )
    }
    return expression
  }

  /// Parses a pattern or a predicate.
  ///
  /// `<boolean primary> ::= <pattern expression> | <predicate>`
  private mutating func parseBooleanPrimary() throws(SyntaxFailure) -> Expression {
    if token.kind == .leftParen, beginsPathPattern(position) { return try parsePatternExpression() }
    return try parseComparisonPredicate()
  }

  /// Parses a pattern that stands for whether it is found.
  ///
  /// `<pattern expression> ::= <simple path pattern>`
  @inline(never)
  private mutating func parsePatternExpression() throws(SyntaxFailure) -> Expression {
    let start = position
    let elements = try parsePathTerm()
    let range = range(from: start)
    return Expression(.pattern(PathPattern(elements: elements, range: range)), at: range)
  }

  /// Parses comparisons in a chain.
  ///
  /// `<comparison predicate> ::= <predicand> [ { <comp op> <predicand> }… ]`
  private mutating func parseComparisonPredicate() throws(SyntaxFailure) -> Expression {
    let first = try parseAdvancedComparisonPredicand()
    guard let operation = comparisonOperator else { return try checkOperator(first) }
    var (operands, operators) = ([first], [operation])
    repeat {
      advance()
      operands.append(try parseAdvancedComparisonPredicand())
      guard let next = comparisonOperator else { break }
      operators.append(next)
    } while true
    try grow()
    let range = first.range.through(operands[operands.count - 1].range)
    return try checkOperator(Expression(.comparison(operands, operators), at: range))
  }

  /// Refuses the operators of other languages.
  private func checkOperator(_ expression: Expression) throws(SyntaxFailure) -> Expression {
    if token.kind == .bangEqual || token.kind == .doubleEqual { throw unexpected() }
    return expression
  }

  private var comparisonOperator: ComparisonOperator? {
    switch token.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
}
