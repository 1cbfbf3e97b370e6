// The chapter "Map projection, comprehensions, reduce, and quantifiers" of the grammar.

extension CypherParser {
  /// Parses what begins with a square bracket.
  ///
  /// `<list primary> ::= <list value constructor> | <list comprehension> | <pattern comprehension>`
  @inline(never)
  mutating func parseListPrimary() throws(SyntaxFailure) -> Expression {
    if isPatternComprehension { return try parsePatternComprehension() }
    guard isListComprehension else { return try parseListValueConstructor() }
    let start = position
    if let comprehension = try parseListComprehension() { return comprehension }
    plainLists.insert(start)
    position = start
    return try parseListValueConstructor()
  }

  /// Parses a list of values.
  ///
  /// `<list value constructor> ::= [ [ <value expression> [ { , <value expression> }… ] ] ]`
  @inline(never)
  private mutating func parseListValueConstructor() throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    var elements: [Expression] = []
    if !at(.rightBracket) {
      repeat { elements.append(try parseValueExpression()) } while accept(.comma)
    }
    try expect(.rightBracket)
    return Expression(.list(elements), at: range(from: start))
  }

  /// Parses a list made of another, or returns `nil` at the comma of a list whose first element
  /// is a condition with IN.
  ///
  /// `<list comprehension> ::= [ <variable> IN <value> [ WHERE <condition> ] [ "|" <value> ] ]`
  @inline(never)
  private mutating func parseListComprehension() throws(SyntaxFailure) -> Expression? {
    let start = position
    advance()
    let variable = try parseIdentifier()
    try expect(.in)
    let list = try parseValueExpression(endsAtBar: true)
    if at(.comma) { return nil }
    let condition = accept(.where) ? try parseSearchCondition(endsAtBar: true) : nil
    let result = accept(.bar) ? try parseValueExpression() : nil
    try expect(.rightBracket)
    return Expression(
      .listComprehension(variable: variable, list: list, condition: condition, result: result),
      at: range(from: start)
    )
  }

  /// Parses a list made of what a pattern finds.
  ///
  /// `<pattern comprehension> ::= [ [ <variable> = ] <path> [ WHERE <condition> ] "|" <value> ]`
  @inline(never)
  private mutating func parsePatternComprehension() throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    let pathStart = position
    let variable = try parsePathVariableDeclaration()
    let elements = try parsePathTerm()
    let path = PathPattern(variable: variable, elements: elements, range: range(from: pathStart))
    let condition = accept(.where) ? try parseSearchCondition(endsAtBar: true) : nil
    try expect(.bar)
    let result = try parseValueExpression()
    try expect(.rightBracket)
    return Expression(
      .patternComprehension(path: path, condition: condition, result: result),
      at: range(from: start)
    )
  }

  /// Parses a condition on the elements of a list.
  ///
  /// `<quantifier expression> ::= { ALL | ANY | NONE | SINGLE } ( <variable> IN <value> [ WHERE … ] )`
  @inline(never)
  mutating func parseQuantifierExpression(
    _ quantifier: QuantifierKind
  ) throws(SyntaxFailure) -> Expression {
    let start = position
    advance(2)
    let variable = try parseIdentifier()
    try expect(.in)
    let list = try parseValueExpression()
    let condition = try parseOptionalWhereClause()
    try expect(.rightParen)
    return Expression(
      .quantifier(quantifier, variable: variable, list: list, condition: condition),
      at: range(from: start)
    )
  }

  /// Parses a value carried through a list.
  ///
  /// `<reduce expression> ::= REDUCE ( <variable> = <value> , <variable> IN <value> "|" <value> )`
  @inline(never)
  mutating func parseReduceExpression() throws(SyntaxFailure) -> Expression {
    let start = position
    advance(2)
    let accumulator = try parseIdentifier()
    try expect(.equal)
    let initial = try parseValueExpression()
    try expect(.comma)
    let variable = try parseIdentifier()
    try expect(.in)
    let list = try parseValueExpression(endsAtBar: true)
    try expect(.bar)
    let step = try parseValueExpression()
    try expect(.rightParen)
    return Expression(
      .reduce(
        accumulator: accumulator,
        start: initial,
        variable: variable,
        list: list,
        step: step
      ),
      at: range(from: start)
    )
  }
}
