/// Makes nodes and relationships.
///
/// `<create statement> ::= CREATE <graph pattern>`
public struct CreateStatement: Hashable, Sendable {
  /// What to make.
  public var pattern: GraphPattern
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(pattern: GraphPattern, range: SourceRange) {
    self.pattern = pattern
    self.range = range
  }
}

/// Finds a path or makes it.
///
/// `<merge statement> ::= MERGE <path pattern> [ <merge action>… ]`
public struct MergeStatement: Hashable, Sendable {
  /// What to find or make.
  public var path: PathPattern
  /// What to do then.
  public var actions: [MergeAction]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(path: PathPattern, actions: [MergeAction], range: SourceRange) {
    self.path = path
    self.actions = actions
    self.range = range
  }
}

/// Says what is set on what MERGE has found or made.
///
/// `<merge action> ::= ON { MATCH | CREATE } <set statement>`
public struct MergeAction: Hashable, Sendable {
  /// Whether it is for what was made, rather than for what was found.
  public var isOnCreate: Bool
  /// What to set.
  public var items: [SetItem]

  /// Makes an action.
  public init(isOnCreate: Bool, items: [SetItem]) {
    self.isOnCreate = isOnCreate
    self.items = items
  }
}

/// Sets properties and labels.
///
/// `<set statement> ::= SET <set item> [ , … ]`
public struct SetStatement: Hashable, Sendable {
  /// What to set.
  public var items: [SetItem]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(items: [SetItem], range: SourceRange) {
    self.items = items
    self.range = range
  }
}

/// Holds one change of a SET clause.
public enum SetItem: Hashable, Sendable {
  /// `a.b = c`; the target is a property access.
  case property(target: Expression, value: Expression)
  /// `a = map`
  case replace(variable: Identifier, value: Expression)
  /// `a += map`
  case merge(variable: Identifier, value: Expression)
  /// `a:B:C`, `a IS B`
  case labels(variable: Identifier, labels: [Identifier])
}

/// Removes properties and labels.
///
/// `<remove statement> ::= REMOVE <remove item> [ , … ]`
public struct RemoveStatement: Hashable, Sendable {
  /// What to remove.
  public var items: [RemoveItem]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(items: [RemoveItem], range: SourceRange) {
    self.items = items
    self.range = range
  }
}

/// Holds one change of a REMOVE clause.
public enum RemoveItem: Hashable, Sendable {
  /// `a.b`; a property access.
  case property(Expression)
  /// `a:B:C`
  case labels(variable: Identifier, labels: [Identifier])
}

/// Deletes nodes and relationships.
///
/// `<delete statement> ::= [ DETACH | NODETACH ] DELETE <expression> [ , … ]`
public struct DeleteStatement: Hashable, Sendable {
  /// Whether relationships of deleted nodes go, too.
  public var isDetaching: Bool
  /// Entities, paths, or lists of these.
  public var expressions: [Expression]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(isDetaching: Bool, expressions: [Expression], range: SourceRange) {
    self.isDetaching = isDetaching
    self.expressions = expressions
    self.range = range
  }
}

/// Changes the graph for each element of a list.
///
/// `FOREACH ( <variable> IN <expression> | <clause>… )`
public struct ForEachStatement: Hashable, Sendable {
  /// The name of an element.
  public var variable: Identifier
  /// The list.
  public var list: Expression
  /// Writing clauses, done for each element.
  public var clauses: [Clause]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a clause.
  public init(variable: Identifier, list: Expression, clauses: [Clause], range: SourceRange) {
    self.variable = variable
    self.list = list
    self.clauses = clauses
    self.range = range
  }
}
