/// Finds a pattern in the graph.
///
/// `<match statement> ::= [ OPTIONAL ] MATCH <graph pattern> [ WHERE <search condition> ]`
public struct MatchStatement: Hashable, Sendable {
  /// Whether rows without a match are kept, with nulls.
  public var isOptional: Bool
  /// What to find.
  public var pattern: GraphPattern
  /// What must be true of it.
  public var condition: Expression?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(isOptional: Bool, pattern: GraphPattern, condition: Expression?, range: SourceRange) {
    self.isOptional = isOptional
    self.pattern = pattern
    self.condition = condition
    self.range = range
  }
}

/// Makes a row of each element of a list.
///
/// `<unwind statement> ::= UNWIND <expression> AS <variable>`
public struct UnwindStatement: Hashable, Sendable {
  /// The list.
  public var list: Expression
  /// The name of its elements.
  public var variable: Identifier
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(list: Expression, variable: Identifier, range: SourceRange) {
    self.list = list
    self.variable = variable
    self.range = range
  }
}

/// Calls a procedure.
///
/// `<call statement> ::= CALL <procedure reference> [ ( <arguments> ) ] [ YIELD … [ WHERE … ] ]`
public struct CallStatement: Hashable, Sendable {
  /// Tells what a procedure's outputs become.
  public enum Yield: Hashable, Sendable {
    /// No YIELD was written.
    case none
    /// `YIELD *`
    case all
    /// `YIELD a, b AS c`
    case items([YieldItem])
  }

  /// The parts of the name between dots.
  public var procedure: [Identifier]
  /// The arguments; `nil` without brackets, and then parameters with the names of the inputs.
  public var arguments: [Expression]?
  /// The outputs.
  public var yield: Yield
  /// What must be true of the outputs.
  public var condition: Expression?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(
    procedure: [Identifier],
    arguments: [Expression]?,
    yield: Yield,
    condition: Expression?,
    range: SourceRange
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.yield = yield
    self.condition = condition
    self.range = range
  }
}

/// Names an output of a procedure.
///
/// `<yield item> ::= <field name> [ AS <variable> ]`
public struct YieldItem: Hashable, Sendable {
  /// The name of the output.
  public var field: Identifier
  /// The name it gets.
  public var alias: Identifier?

  /// Makes an item.
  public init(field: Identifier, alias: Identifier?) {
    self.field = field
    self.alias = alias
  }
}

/// Runs a subquery for each row.
///
/// `<call subquery statement> ::= [ OPTIONAL ] CALL [ ( <variables> ) ] { <query> }`
public struct CallSubqueryStatement: Hashable, Sendable {
  /// Tells which outer variables the subquery sees.
  public enum Imports: Hashable, Sendable {
    /// No list was written: those that a leading WITH names.
    case leadingWith
    /// `(*)`
    case all
    /// `(a, b)`
    case variables([Identifier])
  }

  /// Whether rows for which the subquery has none are kept, with nulls.
  public var isOptional: Bool
  /// The outer variables seen inside.
  public var imports: Imports
  /// The subquery.
  public var query: Query
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(isOptional: Bool, imports: Imports, query: Query, range: SourceRange) {
    self.isOptional = isOptional
    self.imports = imports
    self.query = query
    self.range = range
  }
}

/// Makes a row of each line of a file.
///
/// `LOAD CSV [ WITH HEADERS ] FROM <expression> AS <variable> [ FIELDTERMINATOR <string> ]`
public struct LoadCSVStatement: Hashable, Sendable {
  /// Whether rows become maps by the first line.
  public var hasHeaders: Bool
  /// The file.
  public var source: Expression
  /// The name of a row.
  public var variable: Identifier
  /// What stands between fields; a comma by default.
  public var fieldTerminator: String?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(
    hasHeaders: Bool,
    source: Expression,
    variable: Identifier,
    fieldTerminator: String?,
    range: SourceRange
  ) {
    self.hasHeaders = hasHeaders
    self.source = source
    self.variable = variable
    self.fieldTerminator = fieldTerminator
    self.range = range
  }
}
