/// Holds an expression and where it stands.
public struct Expression: Hashable, Sendable {
  /// What it is.
  public var kind: Kind
  /// Where it stands; the column of a RETURN item without a name is called by this text.
  public var range: SourceRange

  /// Makes an expression.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Lists what an expression can be.
  public indirect enum Kind: Hashable, Sendable {
    case literal(Literal)
    case list([Expression])
    case map([MapEntry])
    case parameter(String)
    case variable(String)
    /// `a.b`
    case property(Expression, key: Identifier)
    /// `a[i]`
    case subscripted(Expression, index: Expression)
    /// `a[i..j]`
    case slice(Expression, from: Expression?, to: Expression?)
    /// `n:A`, `n IS A`
    case hasLabels(Expression, LabelExpression)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: one more operand than operators; a single comparison has two operands.
    case comparison([Expression], [ComparisonOperator])
    case isNull(Expression, isNegated: Bool)
    /// `a IS :: INTEGER`
    case isTyped(Expression, ValueType, isNegated: Bool)
    /// `f(DISTINCT a, b)`; the parts of the name between dots.
    case function(name: [Identifier], isDistinct: Bool, arguments: [Expression])
    /// `count(*)`
    case countAll
    /// Simple with an operand, searched without.
    case caseExpression(operand: Expression?, branches: [CaseBranch], otherwise: Expression?)
    /// `[x IN list WHERE condition | result]`
    case listComprehension(
      variable: Identifier,
      list: Expression,
      condition: Expression?,
      result: Expression?
    )
    /// `[p = (a)-->(b) WHERE condition | result]`
    case patternComprehension(path: PathPattern, condition: Expression?, result: Expression)
    /// `all(x IN list WHERE condition)`; without WHERE the condition is missing.
    case quantifier(
      QuantifierKind,
      variable: Identifier,
      list: Expression,
      condition: Expression?
    )
    /// `reduce(a = start, x IN list | step)`
    case reduce(
      accumulator: Identifier,
      start: Expression,
      variable: Identifier,
      list: Expression,
      step: Expression
    )
    /// A relationship pattern as a predicate.
    case pattern(PathPattern)
    /// `shortestPath( … )` as a value.
    case shortestPath(PathPattern)
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
    case subquery(SubqueryKind, SubqueryBody)
    /// `n { .a, b: c, .*, d }`
    case mapProjection(variable: Identifier, items: [MapProjectionItem])
    /// Brackets as written, which printing keeps.
    case parenthesized(Expression)
  }
}

/// Holds a literal value.
public enum Literal: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// Also infinity, but not NaN.
  case float(Double)
  /// `NaN`, which as a number would not equal itself.
  case notANumber
  case string(String)
}

/// Holds one name and value of a map.
///
/// `<map entry> ::= <property key name> : <expression>`
public struct MapEntry: Hashable, Sendable {
  /// The name.
  public var key: Identifier
  /// The value.
  public var value: Expression

  /// Makes an entry.
  public init(key: Identifier, value: Expression) {
    self.key = key
    self.value = value
  }
}

/// Holds one branch of a CASE expression.
///
/// `WHEN <expression> THEN <expression>`; the simple form may list several operands.
public struct CaseBranch: Hashable, Sendable {
  /// At least one; one in the searched form.
  public var conditions: [Expression]
  /// The value.
  public var result: Expression

  /// Makes a branch.
  public init(conditions: [Expression], result: Expression) {
    self.conditions = conditions
    self.result = result
  }
}

/// Holds one part of a map projection.
public enum MapProjectionItem: Hashable, Sendable {
  /// `.a`
  case property(Identifier)
  /// `a: expression`
  case entry(MapEntry)
  /// `a`, short for `a: a`
  case variable(Identifier)
  /// `.*`
  case allProperties
}

/// Lists operators with one operand.
public enum UnaryOperator: Hashable, Sendable {
  case not, plus, minus
}

/// Lists operators with two operands, but for comparisons.
public enum BinaryOperator: Hashable, Sendable {
  case or, xor, and
  case add, subtract, multiply, divide, modulo, power
  /// `||`
  case concatenate
  case startsWith, endsWith, contains
  /// `=~`
  case matches
  case `in`
}

/// Lists comparisons.
public enum ComparisonOperator: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// Lists quantifiers over lists.
public enum QuantifierKind: String, CaseIterable, Hashable, Sendable {
  case all, any, none, single
}

/// Lists what a subquery gives.
public enum SubqueryKind: String, CaseIterable, Hashable, Sendable {
  case exists = "EXISTS"
  case count = "COUNT"
  case collect = "COLLECT"
}

/// Holds what stands in the braces of a subquery expression.
public indirect enum SubqueryBody: Hashable, Sendable {
  /// `{ <graph pattern> [ WHERE … ] }`
  case pattern(GraphPattern, condition: Expression?)
  /// `{ <query> }`
  case query(Query)
}
