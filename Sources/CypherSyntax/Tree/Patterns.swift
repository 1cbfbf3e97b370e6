/// Holds paths that are found together.
///
/// `<graph pattern> ::= <path pattern> [ , … ]`
public struct GraphPattern: Hashable, Sendable {
  /// At least one.
  public var paths: [PathPattern]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a pattern.
  public init(paths: [PathPattern], range: SourceRange) {
    self.paths = paths
    self.range = range
  }
}

/// Describes a path.
///
/// `<path pattern> ::= [ <variable> = ] [ <path pattern prefix> ] <path term>`
public struct PathPattern: Hashable, Sendable {
  /// The name of the path.
  public var variable: Identifier?
  /// Which of the paths are wanted.
  public var prefix: PathPatternPrefix
  /// Nodes and relationships by turns; begins and ends with a node or a quantified group, and two
  /// neighbouring groups or nodes mean the same place.
  public var elements: [PathElement]
  /// Where it stands.
  public var range: SourceRange

  /// Makes a pattern.
  public init(
    variable: Identifier? = nil,
    prefix: PathPatternPrefix = .all,
    elements: [PathElement],
    range: SourceRange
  ) {
    self.variable = variable
    self.prefix = prefix
    self.elements = elements
    self.range = range
  }
}

/// Tells which of the paths between two ends are wanted.
public enum PathPatternPrefix: Hashable, Sendable {
  /// Every one.
  case all
  /// `shortestPath( … )`: one of the shortest between two ends.
  case shortestPath
  /// `allShortestPaths( … )`: all of the shortest.
  case allShortestPaths
  /// `SHORTEST k`: the k shortest.
  case shortest(count: Int)
  /// `ALL SHORTEST`
  case allShortest
  /// `SHORTEST k GROUPS`: all paths of the k smallest lengths.
  case shortestGroups(count: Int)
  /// `ANY [ k ]`
  case any(count: Int)
}

/// Holds one part of a path pattern.
public indirect enum PathElement: Hashable, Sendable {
  case node(NodePattern)
  case relationship(RelationshipPattern)
  /// `( <path pattern> [ WHERE … ] ) [ quantifier ]`
  case quantified(QuantifiedPathPrimary)
}

/// Describes a node.
///
/// `<node pattern> ::= ( [ <variable> ] [ <label expression> ] [ <properties> ] [ WHERE … ] )`
public struct NodePattern: Hashable, Sendable {
  /// The name of the node.
  public var variable: Identifier?
  /// Which labels it must have.
  public var labels: LabelExpression?
  /// A map or a parameter.
  public var properties: Expression?
  /// What must be true of it.
  public var condition: Expression?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a pattern.
  public init(
    variable: Identifier? = nil,
    labels: LabelExpression? = nil,
    properties: Expression? = nil,
    condition: Expression? = nil,
    range: SourceRange
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.condition = condition
    self.range = range
  }
}

/// Describes a relationship between two nodes, or a row of them.
///
/// `<relationship pattern> ::= <-[ <variable> : <types> * <length> <properties> WHERE … ]->`
public struct RelationshipPattern: Hashable, Sendable {
  /// Tells which way the relationship may point.
  public enum Direction: Hashable, Sendable {
    /// `-->`
    case outgoing
    /// `<--`
    case incoming
    /// `--` and `<-->`
    case either
  }

  /// Holds a number of repetitions, both ends included.
  public struct Length: Hashable, Sendable {
    /// How often at least; `nil` where nothing was written.
    public var lower: Int?
    /// How often at most; `nil` where nothing was written.
    public var upper: Int?
    /// Where it stands.
    public var range: SourceRange

    /// Makes a length.
    public init(lower: Int?, upper: Int?, range: SourceRange) {
      self.lower = lower
      self.upper = upper
      self.range = range
    }
  }

  /// Which way it may point.
  public var direction: Direction
  /// Whether both arrow heads were written (`<-->`), which printing keeps.
  public var hasBothArrows: Bool
  /// The name of the relationship, or of the list of them.
  public var variable: Identifier?
  /// Which types it may have.
  public var types: LabelExpression?
  /// How many relationships in a row, `*2..3`; `nil` for exactly one that is no list.
  public var length: Length?
  /// The quantifier of a single relationship, `->{2,3}`, `->+`.
  public var quantifier: Quantifier?
  /// A map or a parameter.
  public var properties: Expression?
  /// What must be true of it.
  public var condition: Expression?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a pattern.
  public init(
    direction: Direction,
    hasBothArrows: Bool = false,
    variable: Identifier? = nil,
    types: LabelExpression? = nil,
    length: Length? = nil,
    quantifier: Quantifier? = nil,
    properties: Expression? = nil,
    condition: Expression? = nil,
    range: SourceRange
  ) {
    self.direction = direction
    self.hasBothArrows = hasBothArrows
    self.variable = variable
    self.types = types
    self.length = length
    self.quantifier = quantifier
    self.properties = properties
    self.condition = condition
    self.range = range
  }
}

/// Groups a part of a path, which may repeat.
///
/// `<quantified path primary> ::= ( <path pattern> [ WHERE … ] ) [ <graph pattern quantifier> ]`
public struct QuantifiedPathPrimary: Hashable, Sendable {
  /// What is repeated.
  public var path: PathPattern
  /// What must be true of each repetition.
  public var condition: Expression?
  /// How often; `nil` for brackets that only group.
  public var quantifier: Quantifier?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a group.
  public init(
    path: PathPattern,
    condition: Expression?,
    quantifier: Quantifier?,
    range: SourceRange
  ) {
    self.path = path
    self.condition = condition
    self.quantifier = quantifier
    self.range = range
  }
}

/// Says how often a part of a path repeats.
///
/// `<graph pattern quantifier> ::= * | + | { n } | { n , m }`
public struct Quantifier: Hashable, Sendable {
  /// How often at least.
  public var lower: Int
  /// How often at most; `nil` without a limit.
  public var upper: Int?

  /// Makes a quantifier.
  public init(lower: Int, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }
}

/// Says which labels or types something must have.
///
/// `<label expression>`: names joined by `:` or `&` (and), `|` (or), `!` (not), `%` (any).
public indirect enum LabelExpression: Hashable, Sendable {
  case label(Identifier)
  /// Written `:A:B` or `:A&B`; the flag keeps which.
  case conjunction([LabelExpression], isColonForm: Bool)
  case disjunction([LabelExpression])
  case negation(LabelExpression)
  case wildcard(SourceRange)
}
