// The chapter "Call procedure statement" of the grammar.

extension CypherParser {
  /// Parses a CALL clause of either kind.
  ///
  /// `<call procedure statement> ::= [ OPTIONAL ] CALL <procedure call>`
  @inline(never)
  mutating func parseCallProcedureStatement() throws(SyntaxFailure) -> Clause {
    let start = position
    let isOptional = accept(.optional)
    try expect(.call)
    if at(.leftBrace) || at(.leftParen) {
      return .callSubquery(try parseInlineProcedureCall(isOptional: isOptional, start: start))
    }
    let call = try parseNamedProcedureCall(start: start)
    return isOptional ? .callSubquery(try optional(call, start: start)) : .call(call)
  }

  /// Returns the subquery that an optional call of a procedure stands for.
  private func optional(
    _ call: CallStatement,
    start: Int
  ) throws(SyntaxFailure) -> CallSubqueryStatement {
    guard case .items(let items) = call.yield else {
      throw SyntaxFailure(.optionalProcedure, at: tokens[start])
    }
    let columns = items.map { item in
      let name = item.alias ?? item.field
      return ReturnItem(
        expression: Expression(.variable(name.name), at: name.range),
        alias: nil
      )
    }
    let result = ReturnStatement(projection: Projection(items: columns), range: call.range)
    let statement = LinearStatement(clauses: [.call(call), .return(result)], range: call.range)
    return CallSubqueryStatement(
      isOptional: true,
      imports: .all,
      query: Query(statements: [statement], range: call.range),
      range: call.range
    )
  }

  /// Parses the name of a procedure, its arguments and its outputs.
  ///
  /// `<named procedure call> ::= <procedure reference> [ ( <arguments> ) ] [ <yield clause> ]`
  private mutating func parseNamedProcedureCall(
    start: Int
  ) throws(SyntaxFailure) -> CallStatement {
    var procedure = [try parseIdentifier()]
    while accept(.dot) { procedure.append(try parseIdentifier()) }
    var arguments: [Expression]?
    if at(.leftParen) { arguments = try parseProcedureArguments() }
    var yield = CallStatement.Yield.none
    var condition: Expression?
    if accept(.yield) {
      yield = try parseYieldClause()
      condition = try parseOptionalWhereClause()
    }
    return CallStatement(
      procedure: procedure,
      arguments: arguments,
      yield: yield,
      condition: condition,
      range: range(from: start)
    )
  }

  /// Parses arguments in brackets.
  ///
  /// `<explicit procedure arguments> ::= ( [ <value expression> [ { , <value expression> }… ] ] )`
  private mutating func parseProcedureArguments() throws(SyntaxFailure) -> [Expression] {
    try expect(.leftParen)
    if accept(.rightParen) { return [] }
    var arguments: [Expression] = []
    repeat { arguments.append(try parseValueExpression()) } while accept(.comma)
    try expect(.rightParen)
    return arguments
  }

  /// Parses what follows YIELD.
  ///
  /// `<yield clause> ::= YIELD { * | <yield item> [ { , <yield item> }… ] }`
  private mutating func parseYieldClause() throws(SyntaxFailure) -> CallStatement.Yield {
    if accept(.asterisk) { return .all }
    var items: [YieldItem] = []
    repeat {
      let field = try parseIdentifier()
      let alias = accept(.as) ? try parseIdentifier() : nil
      items.append(YieldItem(field: field, alias: alias))
    } while accept(.comma)
    return .items(items)
  }

  /// Parses the subquery of CALL.
  ///
  /// `<inline procedure call> ::= [ ( [ * | <variable> [ , … ] ] ) ] { <query> }`
  private mutating func parseInlineProcedureCall(
    isOptional: Bool,
    start: Int
  ) throws(SyntaxFailure) -> CallSubqueryStatement {
    let imports = try parseVariableScopeClause()
    let query = try parseNestedQuery()
    if token.keyword == .in { throw SyntaxFailure(.transactionBatches, at: token) }
    return CallSubqueryStatement(
      isOptional: isOptional,
      imports: imports,
      query: query,
      range: range(from: start)
    )
  }

  /// Parses the variables that a subquery sees.
  ///
  /// `<variable scope clause> ::= ( [ * | <variable> [ { , <variable> }… ] ] )`
  private mutating func parseVariableScopeClause() throws(SyntaxFailure)
    -> CallSubqueryStatement.Imports
  {
    guard accept(.leftParen) else { return .leadingWith }
    if accept(.rightParen) { return .variables([]) }
    if accept(.asterisk) {
      try expect(.rightParen)
      return .all
    }
    var variables: [Identifier] = []
    repeat { variables.append(try parseIdentifier()) } while accept(.comma)
    try expect(.rightParen)
    return .variables(variables)
  }

  /// Parses a query in braces.
  ///
  /// `<nested query specification> ::= { <composite statement> }`
  mutating func parseNestedQuery() throws(SyntaxFailure) -> Query {
    try enter()
    defer { leave() }
    try expect(.leftBrace)
    let query = try parseCompositeStatement()
    try expect(.rightBrace)
    return query
  }
}
