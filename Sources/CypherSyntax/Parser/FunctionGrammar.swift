// The chapter "Expressions" of the grammar: functions, CASE and subqueries.

extension CypherParser {
  /// Parses a call of a function.
  ///
  /// `<function invocation> ::= <function reference> ( [ DISTINCT | ALL ] [ <arguments> ] )`
  @inline(never)
  mutating func parseFunctionInvocation() throws(SyntaxFailure) -> Expression {
    let start = position
    if token.keyword == .trim, let name = trimFunction { return try parseTrim(name) }
    let isExists = token.keyword == .exists
    var name = [try parseIdentifier()]
    while token.kind == .dot {
      advance()
      name.append(try parseIdentifier())
    }
    try expect(.leftParen)
    let isDistinct = parseSetQuantifier()
    var arguments: [Expression] = []
    if isDistinct || !at(.rightParen) {
      repeat {
        arguments.append(isExists ? try parseSearchCondition() : try parseValueExpression())
      } while accept(.comma)
    }
    try expect(.rightParen)
    return Expression(
      .function(name: name, isDistinct: isDistinct, arguments: arguments),
      at: range(from: start)
    )
  }

  /// The function that a trim with a side or FROM stands for, where one comes next.
  private var trimFunction: String? {
    guard peek(1).kind == .leftParen else { return nil }
    let isSide = beginsValue(position + 3) || peek(3).keyword == .from
    switch peek(2).keyword {
    case .both where isSide: return "btrim"
    case .leading where isSide: return "ltrim"
    case .trailing where isSide: return "rtrim"
    default: return nil
    }
  }

  /// Parses what is cut off a string, as a call of the function without keywords.
  ///
  /// `<trim function> ::= TRIM ( { BOTH | LEADING | TRAILING } [ <characters> ] FROM <string> )`
  private mutating func parseTrim(_ function: String) throws(SyntaxFailure) -> Expression {
    let start = position
    let name = Identifier(function, at: range(token))
    advance(3)
    var arguments = token.keyword == .from ? [] : [try parseValueExpression()]
    try expect(.from)
    arguments.insert(try parseValueExpression(), at: 0)
    try expect(.rightParen)
    return Expression(
      .function(name: [name], isDistinct: false, arguments: arguments),
      at: range(from: start)
    )
  }

  /// Parses a choice between values.
  ///
  /// `<case expression> ::= CASE [ <case operand> ] <when clause>… [ ELSE <value> ] END`
  @inline(never)
  mutating func parseCaseExpression() throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    let isSimple = token.keyword != .when && token.keyword != .end
    let operand = isSimple ? try parseValueExpression() : nil
    var branches: [CaseBranch] = []
    while accept(.when) { branches.append(try parseWhenClause(isSimple: isSimple)) }
    guard !branches.isEmpty else {
      throw token.keyword == .end ? SyntaxFailure(.caseWithoutWhen, at: token) : unexpected()
    }
    let otherwise = accept(.else) ? try parseValueExpression() : nil
    try expect(.end)
    return Expression(
      .caseExpression(operand: operand, branches: branches, otherwise: otherwise),
      at: range(from: start)
    )
  }

  /// Parses one branch after WHEN.
  ///
  /// `<simple when clause> ::= WHEN <value> [ { , <value> }… ] THEN <value>`
  private mutating func parseWhenClause(isSimple: Bool) throws(SyntaxFailure) -> CaseBranch {
    var conditions: [Expression] = []
    repeat {
      conditions.append(isSimple ? try parseValueExpression() : try parseSearchCondition())
      if !isSimple, token.kind == .comma { throw SyntaxFailure(.severalConditions, at: token) }
    } while accept(.comma)
    try expect(.then)
    return CaseBranch(conditions: conditions, result: try parseValueExpression())
  }

  /// Parses a subquery in braces.
  ///
  /// `<exists expression> ::= { EXISTS | COUNT | COLLECT } { <query> | <graph pattern> [ <where> ] }`
  @inline(never)
  mutating func parseSubquery(_ kind: SubqueryKind) throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    let body = try parseSubqueryBody(kind)
    return Expression(.subquery(kind, body), at: range(from: start))
  }

  /// Parses what stands in the braces.
  ///
  /// `<subquery expression argument> ::= <procedure specification> | <graph pattern> [ <where> ]`
  private mutating func parseSubqueryBody(
    _ subquery: SubqueryKind
  ) throws(SyntaxFailure) -> SubqueryBody {
    let outer = (height: height, endsAtBar: endsAtBar)
    (height, endsAtBar) = (0, false)
    defer {
      height = max(outer.height, height)
      endsAtBar = outer.endsAtBar
    }
    try enter()
    defer { leave() }
    try expect(.leftBrace)
    if token.kind == .rightBrace { throw SyntaxFailure(.emptySubquery, at: token) }
    let body =
      isPatternBody ? try parsePatternBody(subquery) : .query(try parseCompositeStatement())
    try expect(.rightBrace)
    try grow()
    return body
  }

  private mutating func parsePatternBody(
    _ subquery: SubqueryKind
  ) throws(SyntaxFailure) -> SubqueryBody {
    if subquery == .collect { throw SyntaxFailure(.collectNeedsQuery, at: token) }
    let pattern = try parseGraphPattern()
    return .pattern(pattern, condition: try parseOptionalWhereClause())
  }
}
