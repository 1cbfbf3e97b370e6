// The chapter "Query statements" of the grammar.

extension CypherParser {
  /// Parses a clause that reads, but for CALL.
  ///
  /// `<primitive query statement> ::= <match statement> | <unwind statement> | <load csv statement>`
  mutating func parseReadingClause() throws(SyntaxFailure) -> Clause {
    switch (token.keyword, peek(1).keyword) {
    case (.unwind, _): .unwind(try parseUnwindStatement())
    case (.load, _): .loadCSV(try parseLoadCSVStatement())
    case (.optional, .call): try parseCallProcedureStatement()
    default: .match(try parseMatchStatement())
    }
  }

  /// Parses a MATCH clause.
  ///
  /// `<match statement> ::= [ OPTIONAL ] MATCH <graph pattern> [ <where clause> ]`
  @inline(never)
  private mutating func parseMatchStatement() throws(SyntaxFailure) -> MatchStatement {
    let start = position
    let isOptional = token.keyword == .optional
    if isOptional { advance() }
    try expect(.match)
    let pattern = try parseGraphPattern()
    let condition = try parseOptionalWhereClause()
    return MatchStatement(
      isOptional: isOptional,
      pattern: pattern,
      condition: condition,
      range: range(from: start)
    )
  }

  /// Parses a condition if there is one.
  ///
  /// `<where clause> ::= WHERE <search condition>`
  mutating func parseOptionalWhereClause() throws(SyntaxFailure) -> Expression? {
    guard accept(.where) else { return nil }
    return try parseSearchCondition()
  }

  /// Parses an UNWIND clause.
  ///
  /// `<unwind statement> ::= UNWIND <value expression> AS <binding variable>`
  private mutating func parseUnwindStatement() throws(SyntaxFailure) -> UnwindStatement {
    let start = position
    try expect(.unwind)
    let list = try parseValueExpression()
    try expect(.as)
    let variable = try parseIdentifier()
    return UnwindStatement(list: list, variable: variable, range: range(from: start))
  }

  /// Parses a LOAD CSV clause.
  ///
  /// `LOAD CSV [ WITH HEADERS ] FROM <expression> AS <variable> [ FIELDTERMINATOR <string> ]`
  @inline(never)
  private mutating func parseLoadCSVStatement() throws(SyntaxFailure) -> LoadCSVStatement {
    let start = position
    try expect(.load)
    try expect(.csv)
    let hasHeaders = accept(.with)
    if hasHeaders { try expect(.headers) }
    try expect(.from)
    let source = try parseValueExpression()
    try expect(.as)
    let variable = try parseIdentifier()
    let terminator = try parseFieldTerminator()
    return LoadCSVStatement(
      hasHeaders: hasHeaders,
      source: source,
      variable: variable,
      fieldTerminator: terminator,
      range: range(from: start)
    )
  }

  private mutating func parseFieldTerminator() throws(SyntaxFailure) -> String? {
    guard accept(.fieldTerminator) else { return nil }
    guard token.kind == .string else {
      log?.note(.string, at: position)
      throw unexpected()
    }
    let terminator = try string(token)
    advance()
    return terminator
  }
}
