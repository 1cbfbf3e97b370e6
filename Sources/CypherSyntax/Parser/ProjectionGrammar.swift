// The chapter "Result statements" of the grammar.

extension CypherParser {
  /// Parses a WITH clause.
  ///
  /// `<with statement> ::= WITH <return statement body> [ <order by and page clause> ] [ <where> ]`
  @inline(never)
  mutating func parseWithStatement() throws(SyntaxFailure) -> WithStatement {
    let start = position
    try expect(.with)
    let projection = try parseProjection()
    let condition = try parseOptionalWhereClause()
    return WithStatement(
      projection: projection,
      condition: condition,
      range: range(from: start)
    )
  }

  /// Parses a LET clause, as a WITH that keeps all variables.
  ///
  /// `<let statement> ::= LET <variable> = <expression> [ { , <variable> = <expression> }… ]`
  @inline(never)
  mutating func parseLetStatement() throws(SyntaxFailure) -> WithStatement {
    let start = position
    try expect(.let)
    var items: [ReturnItem] = []
    repeat {
      let variable = try parseIdentifier()
      try expect(.equal)
      items.append(ReturnItem(expression: try parseValueExpression(), alias: variable))
    } while accept(.comma)
    return WithStatement(
      projection: Projection(includesAll: true, items: items),
      condition: nil,
      range: range(from: start)
    )
  }

  /// Parses a FILTER clause, as a WITH that keeps all variables.
  ///
  /// `<filter statement> ::= FILTER [ WHERE ] <search condition>`
  @inline(never)
  mutating func parseFilterStatement() throws(SyntaxFailure) -> WithStatement {
    let start = position
    try expect(.filter)
    if token.keyword == .where, beginsValue(position + 1) || peek(1).keyword == .not { advance() }
    let condition = try parseSearchCondition()
    return WithStatement(
      projection: Projection(includesAll: true, items: []),
      condition: condition,
      range: range(from: start)
    )
  }

  /// Parses a RETURN or FINISH clause.
  ///
  /// `<return statement> ::= RETURN <return statement body> [ <order by and page clause> ] | FINISH`
  @inline(never)
  mutating func parseReturnStatement() throws(SyntaxFailure) -> ReturnStatement {
    let start = position
    if accept(.finish) { return ReturnStatement(projection: nil, range: range(from: start)) }
    try expect(.return)
    let projection = try parseProjection()
    return ReturnStatement(projection: projection, range: range(from: start))
  }

  /// Parses what WITH and RETURN have in common.
  ///
  /// `<return statement body> ::= [ DISTINCT | ALL ] { * | <return item> } [ { , <return item> }… ]`
  private mutating func parseProjection() throws(SyntaxFailure) -> Projection {
    let isDistinct = parseSetQuantifier()
    let includesAll = accept(.asterisk)
    var items: [ReturnItem] = []
    if !includesAll { items.append(try parseReturnItem()) }
    while accept(.comma) { items.append(try parseReturnItem()) }
    var projection = Projection(isDistinct: isDistinct, includesAll: includesAll, items: items)
    try parseOrderAndPage(&projection)
    return projection
  }

  /// Parses a set quantifier, unless the word is a name here.
  ///
  /// `<set quantifier> ::= DISTINCT | ALL`
  mutating func parseSetQuantifier() -> Bool {
    switch token.keyword {
    case .distinct where beginsValue(position + 1) || peek(1).kind == .asterisk:
      advance()
      return true
    case .all where peek(1).kind.isName && !peek(1).keyword.followsExpression:
      advance()
      return false
    default: return false
    }
  }

  /// Parses one value and its name.
  ///
  /// `<return item> ::= <value expression> [ AS <identifier> ]`
  private mutating func parseReturnItem() throws(SyntaxFailure) -> ReturnItem {
    let expression = try parseValueExpression()
    let alias = accept(.as) ? try parseIdentifier() : nil
    return ReturnItem(expression: expression, alias: alias)
  }

  /// Parses how rows are sorted and cut.
  ///
  /// `<order by and page clause> ::= [ ORDER BY <sort specification> [ , … ] ] [ { SKIP | OFFSET }
  /// <expression> ] [ LIMIT <expression> ]`
  private mutating func parseOrderAndPage(_ projection: inout Projection) throws(SyntaxFailure) {
    if accept(.order) {
      try expect(.by)
      repeat { projection.order.append(try parseSortSpecification()) } while accept(.comma)
    }
    if accept(.skip) || accept(.offset) { projection.skip = try parseValueExpression() }
    if accept(.limit) { projection.limit = try parseValueExpression() }
  }

  /// Parses one sort key.
  ///
  /// `<sort specification> ::= <value expression> [ ASC | ASCENDING | DESC | DESCENDING ]`
  private mutating func parseSortSpecification() throws(SyntaxFailure) -> SortSpecification {
    let expression = try parseValueExpression()
    if accept(.desc) || accept(.descending) {
      return SortSpecification(expression: expression, isDescending: true)
    }
    if !accept(.asc) { _ = accept(.ascending) }
    return SortSpecification(expression: expression, isDescending: false)
  }
}
