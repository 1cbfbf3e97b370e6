// The chapter "Program and statements" of the grammar.

extension CypherParser {
  /// Parses a whole text.
  ///
  /// `<program> ::= [ EXPLAIN | PROFILE ] <composite statement> [ ; ]`
  mutating func parseProgram() throws(SyntaxFailure) -> Query {
    let start = position
    let mode = parseMode()
    guard token.kind != .endOfText else { throw SyntaxFailure(.emptyQuery, at: token) }
    var query = try parseCompositeStatement()
    query.mode = mode
    query.range = range(from: start)
    if accept(.semicolon), token.kind != .endOfText {
      throw SyntaxFailure(.severalQueries, at: token)
    }
    try expectEnd()
    return query
  }

  private mutating func parseMode() -> Query.Mode {
    if accept(.explain) { return .explain }
    return accept(.profile) ? .profile : .run
  }

  /// Parses statements joined by UNION.
  ///
  /// `<composite statement> ::= <linear statement> [ { <composite conjunction> <linear statement> }… ]`
  mutating func parseCompositeStatement() throws(SyntaxFailure) -> Query {
    let start = position
    var statements = [try parseLinearStatement()]
    var operators: [Query.SetOperator] = []
    while accept(.union) {
      operators.append(parseCompositeConjunction())
      statements.append(try parseLinearStatement())
    }
    return Query(statements: statements, operators: operators, range: range(from: start))
  }

  /// Parses what follows UNION.
  ///
  /// `<composite conjunction> ::= UNION [ DISTINCT | ALL ]`
  private mutating func parseCompositeConjunction() -> Query.SetOperator {
    if accept(.all) { return .unionAll }
    _ = accept(.distinct)
    return .union
  }

  /// Parses clauses in a row; whether they may follow each other is for semantic analysis.
  ///
  /// `<linear statement> ::= <clause>…`
  private mutating func parseLinearStatement() throws(SyntaxFailure) -> LinearStatement {
    let start = position
    var clauses: [Clause] = []
    repeat {
      let clauseStart = position
      do {
        clauses.append(try parseClause())
        try checkClauseEnd()
      } catch {
        guard recover(from: error, clauseStart: clauseStart) else { throw error }
      }
    } while token.keyword.beginsClause
    return LinearStatement(clauses: clauses, range: range(from: start))
  }

  /// Checks that a clause is followed by another one or by the end of the statement; in brackets
  /// the rule of the brackets checks it.
  private func checkClauseEnd() throws(SyntaxFailure) {
    log?.note(.clause, at: position)
    guard nesting == 0, token.kind != .endOfText, token.kind != .semicolon else { return }
    guard !token.keyword.beginsClause, token.keyword != .union else { return }
    throw unexpected()
  }

  /// Parses one clause.
  ///
  /// `<clause> ::= <primitive statement> | <with statement> | <return statement>`
  mutating func parseClause() throws(SyntaxFailure) -> Clause {
    switch token.keyword {
    case .match, .optional, .unwind, .load: try parseReadingClause()
    case .call: try parseCallProcedureStatement()
    case .create, .insert: .create(try parseCreateStatement())
    case .merge: .merge(try parseMergeStatement())
    case .set: .set(try parseSetStatement())
    case .remove: .remove(try parseRemoveStatement())
    case .delete, .detach, .noDetach: .delete(try parseDeleteStatement())
    case .forEach: .forEach(try parseForEachStatement())
    case .with: .with(try parseWithStatement())
    case .let: .with(try parseLetStatement())
    case .filter: .with(try parseFilterStatement())
    case .return, .finish: .return(try parseReturnStatement())
    default: throw missingClause()
    }
  }

  private func missingClause() -> SyntaxFailure {
    log?.note(.clause, at: position)
    return unexpected()
  }
}
