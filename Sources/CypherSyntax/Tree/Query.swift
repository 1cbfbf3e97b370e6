/// Holds a whole query: linear statements joined by UNION.
///
/// `<composite query expression> ::= <linear statement> [ { UNION [ ALL ] <linear statement> }… ]`
public struct Query: Hashable, Sendable {
  /// Tells what to do with the plan.
  public enum Mode: Hashable, Sendable {
    /// Run it.
    case run
    /// Only show it.
    case explain
    /// Run it, and show it with real numbers of rows.
    case profile
  }

  /// Tells how the rows of two statements are joined.
  public enum SetOperator: Hashable, Sendable {
    /// Without repetition.
    case union
    /// All of them.
    case unionAll
  }

  /// What to do with the plan; always `run` in a subquery.
  public var mode: Mode
  /// At least one.
  public var statements: [LinearStatement]
  /// One fewer than the statements.
  public var operators: [SetOperator]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a query.
  public init(
    mode: Mode = .run,
    statements: [LinearStatement],
    operators: [SetOperator] = [],
    range: SourceRange
  ) {
    self.mode = mode
    self.statements = statements
    self.operators = operators
    self.range = range
  }
}

/// Holds clauses in the order in which they work.
public struct LinearStatement: Hashable, Sendable {
  /// At least one.
  public var clauses: [Clause]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a statement.
  public init(clauses: [Clause], range: SourceRange) {
    self.clauses = clauses
    self.range = range
  }
}

/// Holds one clause.
public indirect enum Clause: Hashable, Sendable {
  case match(MatchStatement)
  case unwind(UnwindStatement)
  case call(CallStatement)
  case callSubquery(CallSubqueryStatement)
  case loadCSV(LoadCSVStatement)
  case create(CreateStatement)
  case merge(MergeStatement)
  case set(SetStatement)
  case remove(RemoveStatement)
  case delete(DeleteStatement)
  case forEach(ForEachStatement)
  case with(WithStatement)
  case `return`(ReturnStatement)

  /// Where it stands.
  public var range: SourceRange {
    switch self {
    case .match(let clause): clause.range
    case .unwind(let clause): clause.range
    case .call(let clause): clause.range
    case .callSubquery(let clause): clause.range
    case .loadCSV(let clause): clause.range
    case .create(let clause): clause.range
    case .merge(let clause): clause.range
    case .set(let clause): clause.range
    case .remove(let clause): clause.range
    case .delete(let clause): clause.range
    case .forEach(let clause): clause.range
    case .with(let clause): clause.range
    case .return(let clause): clause.range
    }
  }
}
