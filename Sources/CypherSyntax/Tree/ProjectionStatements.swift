/// Hands chosen values on to the next clauses.
///
/// `<with statement> ::= WITH <projection> [ WHERE <search condition> ]`
public struct WithStatement: Hashable, Sendable {
  /// What goes on.
  public var projection: Projection
  /// What must be true of it.
  public var condition: Expression?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(projection: Projection, condition: Expression?, range: SourceRange) {
    self.projection = projection
    self.condition = condition
    self.range = range
  }
}

/// Ends a statement with its rows, or with none for FINISH.
///
/// `<return statement> ::= RETURN <projection>`, also `FINISH`, which returns nothing.
public struct ReturnStatement: Hashable, Sendable {
  /// What is returned; `nil` for FINISH.
  public var projection: Projection?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(projection: Projection?, range: SourceRange) {
    self.projection = projection
    self.range = range
  }
}

/// Says which values go on, in which order, and how many rows.
///
/// `[ DISTINCT ] { * | <return item> } [ , … ] [ ORDER BY … ] [ SKIP … ] [ LIMIT … ]`
public struct Projection: Hashable, Sendable {
  /// Whether rows are given once.
  public var isDistinct: Bool
  /// Whether all variables in scope are among the items (`*`).
  public var includesAll: Bool
  /// The items written out.
  public var items: [ReturnItem]
  /// How rows are sorted.
  public var order: [SortSpecification]
  /// How many rows are left out first.
  public var skip: Expression?
  /// How many rows there are at most.
  public var limit: Expression?

  /// Makes a projection.
  public init(
    isDistinct: Bool = false,
    includesAll: Bool = false,
    items: [ReturnItem],
    order: [SortSpecification] = [],
    skip: Expression? = nil,
    limit: Expression? = nil
  ) {
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
  }
}

/// Holds one value of a projection and its name.
///
/// `<return item> ::= <expression> [ AS <variable> ]`
public struct ReturnItem: Hashable, Sendable {
  /// The value.
  public var expression: Expression
  /// Its name; without one the column is called by the text of the expression, unchanged.
  public var alias: Identifier?

  /// Makes an item.
  public init(expression: Expression, alias: Identifier?) {
    self.expression = expression
    self.alias = alias
  }
}

/// Holds one key by which rows are sorted.
///
/// `<sort specification> ::= <expression> [ ASC | DESC ]`
public struct SortSpecification: Hashable, Sendable {
  /// What rows are sorted by.
  public var expression: Expression
  /// Whether the greatest comes first.
  public var isDescending: Bool

  /// Makes a specification.
  public init(expression: Expression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}
