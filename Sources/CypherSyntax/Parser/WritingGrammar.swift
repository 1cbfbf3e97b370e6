// The chapter "Data update statements" of the grammar.

extension CypherParser {
  /// Parses a CREATE clause.
  ///
  /// `<create statement> ::= { CREATE | INSERT } <create graph pattern>`
  mutating func parseCreateStatement() throws(SyntaxFailure) -> CreateStatement {
    let start = position
    advance()
    if isSchemaCommand { throw SyntaxFailure(.schemaCommand, at: token) }
    let pattern = try parseGraphPattern()
    return CreateStatement(pattern: pattern, range: range(from: start))
  }

  private var isSchemaCommand: Bool {
    guard token.kind == .name, peek(1).kind != .equal else { return false }
    return [
      "index", "constraint", "unique", "range", "fulltext", "text", "point", "vector", "lookup",
      "or", "database", "composite", "alias", "user", "role",
    ].contains(name(token).lowercased())
  }

  /// Parses a MERGE clause.
  ///
  /// `<merge statement> ::= MERGE <merge path pattern> [ <merge action>… ]`
  @inline(never)
  mutating func parseMergeStatement() throws(SyntaxFailure) -> MergeStatement {
    let start = position
    try expect(.merge)
    let path = try parsePathPattern()
    var actions: [MergeAction] = []
    while accept(.on) { actions.append(try parseMergeAction()) }
    return MergeStatement(path: path, actions: actions, range: range(from: start))
  }

  /// Parses what follows ON.
  ///
  /// `<merge action> ::= ON { MATCH | CREATE } <set statement>`
  private mutating func parseMergeAction() throws(SyntaxFailure) -> MergeAction {
    let isOnCreate = accept(.create)
    if !isOnCreate { try expect(.match) }
    return MergeAction(isOnCreate: isOnCreate, items: try parseSetStatement().items)
  }

  /// Parses a SET clause.
  ///
  /// `<set statement> ::= SET <set item> [ { , <set item> }… ]`
  @inline(never)
  mutating func parseSetStatement() throws(SyntaxFailure) -> SetStatement {
    let start = position
    try expect(.set)
    var items: [SetItem] = []
    repeat { items.append(try parseSetItem()) } while accept(.comma)
    return SetStatement(items: items, range: range(from: start))
  }

  /// Parses one change of a SET clause.
  ///
  /// `<set item> ::= <property> = <value> | <variable> { = | += } <value> | <variable> <labels>`
  private mutating func parseSetItem() throws(SyntaxFailure) -> SetItem {
    let target = try parseUpdateTarget()
    switch token.kind {
    case .equal: break
    case .plusEqual:
      let variable = try variable(target)
      advance()
      return .merge(variable: variable, value: try parseValueExpression())
    default:
      guard at(.colon) || at(.is) else { throw notAnUpdate() }
      return .labels(variable: try variable(target), labels: try parseNodeLabelSet())
    }
    if isProperty(target) {
      advance()
      return .property(target: target, value: try parseValueExpression())
    }
    let variable = try variable(target)
    advance()
    return .replace(variable: variable, value: try parseValueExpression())
  }

  private func notAnUpdate() -> SyntaxFailure {
    log?.note(.token(.equal), at: position)
    return unexpected()
  }

  /// Parses a REMOVE clause.
  ///
  /// `<remove statement> ::= REMOVE <remove item> [ { , <remove item> }… ]`
  mutating func parseRemoveStatement() throws(SyntaxFailure) -> RemoveStatement {
    let start = position
    try expect(.remove)
    var items: [RemoveItem] = []
    repeat { items.append(try parseRemoveItem()) } while accept(.comma)
    return RemoveStatement(items: items, range: range(from: start))
  }

  /// Parses one change of a REMOVE clause.
  ///
  /// `<remove item> ::= <property> | <variable> <labels>`
  private mutating func parseRemoveItem() throws(SyntaxFailure) -> RemoveItem {
    let target = try parseUpdateTarget()
    if at(.colon) || at(.is) {
      return .labels(variable: try variable(target), labels: try parseNodeLabelSet())
    }
    guard isProperty(target) else { throw SyntaxFailure(.notAProperty, at: target.range) }
    return .property(target)
  }

  /// Parses what a change is made to.
  private mutating func parseUpdateTarget() throws(SyntaxFailure) -> Expression {
    let outer = height
    height = 0
    defer { height = max(height, outer) }
    return try parsePostfixExpression()
  }

  private func isProperty(_ target: Expression) -> Bool {
    switch target.kind {
    case .property, .subscripted: true
    default: false
    }
  }

  private func variable(_ target: Expression) throws(SyntaxFailure) -> Identifier {
    guard case .variable(let name) = target.kind else {
      throw SyntaxFailure(.notAVariable, at: target.range)
    }
    return Identifier(name, at: target.range)
  }

  /// Parses the labels of a SET or REMOVE clause.
  ///
  /// `<node label set specification> ::= { { : | IS } <label name> }…`
  private mutating func parseNodeLabelSet() throws(SyntaxFailure) -> [Identifier] {
    var labels: [Identifier] = []
    while accept(.colon) || accept(.is) { labels.append(try parseIdentifier()) }
    return labels
  }

  /// Parses a DELETE clause.
  ///
  /// `<delete statement> ::= [ DETACH | NODETACH ] DELETE <value expression> [ , … ]`
  mutating func parseDeleteStatement() throws(SyntaxFailure) -> DeleteStatement {
    let start = position
    let isDetaching = accept(.detach)
    if !isDetaching { _ = accept(.noDetach) }
    try expect(.delete)
    var expressions: [Expression] = []
    repeat { expressions.append(try parseValueExpression()) } while accept(.comma)
    return DeleteStatement(
      isDetaching: isDetaching,
      expressions: expressions,
      range: range(from: start)
    )
  }

  /// Parses a FOREACH clause.
  ///
  /// `FOREACH ( <variable> IN <expression> | <clause>… )`
  @inline(never)
  mutating func parseForEachStatement() throws(SyntaxFailure) -> ForEachStatement {
    let start = position
    try enter()
    defer { leave() }
    try expect(.forEach)
    try expect(.leftParen)
    let variable = try parseIdentifier()
    try expect(.in)
    let list = try parseValueExpression(endsAtBar: true)
    try expect(.bar)
    var clauses: [Clause] = []
    repeat { clauses.append(try parseClause()) } while token.keyword.beginsClause
    log?.note(.clause, at: position)
    try expect(.rightParen)
    return ForEachStatement(
      variable: variable,
      list: list,
      clauses: clauses,
      range: range(from: start)
    )
  }
}
