// The chapter "Expressions" of the grammar: values that stand for themselves.

extension CypherParser {
  /// Parses a value without operators.
  ///
  /// `<value expression primary> ::= ( <value expression> ) | <literal> | <parameter> | <list>
  /// | <map> | <case> | <subquery> | <function> | <variable> | …`
  mutating func parseValueExpressionPrimary() throws(SyntaxFailure) -> Expression {
    switch token.kind {
    case .name: return try parseNamePrimary()
    case .quotedName: return try parseNamed()
    case .integer, .float, .string: return try parseLiteral()
    case .parameter, .quotedParameter: return parseParameter()
    case .leftParen: return try parseParenthesizedValueExpression()
    case .leftBracket: return try parseListPrimary()
    case .leftBrace: return try parseMapValueConstructor()
    case .exclamation: throw SyntaxFailure(.notSpelling, at: token)
    default: throw missingExpression()
    }
  }

  /// Returns the failure of a missing expression.
  func missingExpression() -> SyntaxFailure {
    log?.note(.expression, at: position)
    return unexpected()
  }

  /// Parses a number or a string.
  ///
  /// `<unsigned literal> ::= <unsigned numeric literal> | <character string literal>`
  @inline(never)
  private mutating func parseLiteral() throws(SyntaxFailure) -> Expression {
    let literal: Literal
    switch token.kind {
    case .integer:
      guard let value = Int64(exactly: try integerMagnitude(token)) else {
        throw SyntaxFailure(.integerOverflow, at: token)
      }
      literal = .integer(value)
    case .float: literal = .float(try float(token))
    default: literal = .string(try string(token))
    }
    return take(.literal(literal))
  }

  /// Takes the next token as a whole expression.
  mutating func take(_ kind: Expression.Kind) -> Expression {
    defer { advance() }
    return Expression(kind, at: range(token))
  }

  /// Parses a parameter.
  ///
  /// `<general parameter reference> ::= $ <parameter name>`
  @inline(never)
  mutating func parseParameter() -> Expression { take(.parameter(name(token))) }

  /// Parses an expression in brackets.
  ///
  /// `<parenthesized value expression> ::= ( <value expression> )`
  @inline(never)
  private mutating func parseParenthesizedValueExpression() throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    let inner = try parseSearchCondition()
    try expect(.rightParen)
    return Expression(.parenthesized(inner), at: range(from: start))
  }

  /// Parses what begins with a word that is not in backquotes.
  ///
  /// `<non-parenthesized value expression primary> ::= <literal> | <case> | <function> | …`
  @inline(never)
  private mutating func parseNamePrimary() throws(SyntaxFailure) -> Expression {
    switch token.keyword {
    case .noKeyword: return try parseNamed()
    case .true: return take(.literal(.boolean(true)))
    case .false: return take(.literal(.boolean(false)))
    case .null: return take(.literal(.null))
    case .inf where !isCallOrProjection, .infinity where !isCallOrProjection:
      return take(.literal(.float(.infinity)))
    case .nan where !isCallOrProjection: return take(.literal(.notANumber))
    case .case where isCase: return try parseCaseExpression()
    case .reduce where isReduce: return try parseReduceExpression()
    case .count where isCountStar: return parseCountStar()
    case .shortestPath where isLegacyShortestPath, .allShortestPaths where isLegacyShortestPath:
      return try parseShortestPathExpression()
    default: break
    }
    if let kind = subqueryKind { return try parseSubquery(kind) }
    if let quantifier { return try parseQuantifierExpression(quantifier) }
    if isMisplacedKeyword { throw missingExpression() }
    return try parseNamed()
  }

  /// The kind of the subquery that comes next, if one does.
  private var subqueryKind: SubqueryKind? {
    let kind: SubqueryKind
    switch token.keyword {
    case .exists: kind = .exists
    case .count: kind = .count
    case .collect: kind = .collect
    default: return nil
    }
    return beginsSubquery(position + 1) ? kind : nil
  }

  /// The quantifier that comes next, if one does and is no function.
  private var quantifier: QuantifierKind? {
    guard peek(1).kind == .leftParen, peek(2).kind.isName, peek(3).keyword == .in else {
      return nil
    }
    return switch token.keyword {
    case .all: .all
    case .any: .any
    case .none: QuantifierKind.none
    case .single: .single
    default: nil
    }
  }

  private var isCallOrProjection: Bool {
    peek(1).kind == .leftParen || peek(1).kind == .leftBrace || peek(1).kind == .dot
  }

  private var isCase: Bool {
    let next = peek(1).keyword
    return beginsValue(position + 1) || next == .when || next == .end
  }

  private var isCountStar: Bool {
    peek(1).kind == .leftParen && peek(2).kind == .asterisk && peek(3).kind == .rightParen
  }

  private var isReduce: Bool {
    peek(1).kind == .leftParen && peek(2).kind.isName && peek(3).kind == .equal
  }

  /// Parses a number of rows.
  ///
  /// `<count star> ::= COUNT ( * )`
  @inline(never)
  private mutating func parseCountStar() -> Expression {
    let start = position
    advance(4)
    return Expression(.countAll, at: range(from: start))
  }

  /// Parses a shortest path as a value.
  ///
  /// `<shortest path expression> ::= <legacy shortest path pattern>`
  @inline(never)
  private mutating func parseShortestPathExpression() throws(SyntaxFailure) -> Expression {
    let path = try parseLegacyShortestPathPattern()
    return Expression(.shortestPath(path), at: path.range)
  }

  /// Parses a function, a map projection or a variable.
  ///
  /// `<binding variable reference> ::= <binding variable>`
  private mutating func parseNamed() throws(SyntaxFailure) -> Expression {
    switch peek(1).kind {
    case .leftParen: return try parseFunctionInvocation()
    case .leftBrace: return try parseMapProjection()
    case .dot where isQualifiedFunction: return try parseFunctionInvocation()
    default: return take(.variable(name(token)))
    }
  }

  /// Whether names between dots end with an opening bracket.
  private var isQualifiedFunction: Bool {
    var index = position
    while kind(index).isName, kind(index + 1) == .dot { index += 2 }
    return kind(index).isName && kind(index + 1) == .leftParen
  }
}
