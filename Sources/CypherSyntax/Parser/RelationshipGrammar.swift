// The chapter "Patterns" of the grammar: relationships and repetition.

extension CypherParser {
  /// Parses a relationship with its arrows.
  ///
  /// `<full relationship pattern> ::= [ < ] - [ [ <filler> ] ] - [ > ] [ <quantifier> ]`
  @inline(never)
  mutating func parseRelationshipPattern() throws(SyntaxFailure) -> RelationshipPattern {
    let start = position
    let pointsLeft = accept(.less)
    try expect(.minus)
    var pattern = RelationshipPattern(direction: .either, range: range(from: start))
    if accept(.leftBracket) {
      try parseRelationshipPatternFiller(&pattern)
      try expect(.rightBracket)
    } else if token.kind == .greater || token.kind == .leftParen {
      throw SyntaxFailure(.shortArrow, at: range(from: start))
    }
    try expect(.minus)
    let pointsRight = accept(.greater)
    pattern.hasBothArrows = pointsLeft && pointsRight
    if pointsLeft != pointsRight { pattern.direction = pointsLeft ? .incoming : .outgoing }
    pattern.quantifier = try parseOptionalGraphPatternQuantifier()
    pattern.range = range(from: start)
    return pattern
  }

  /// Parses what stands in the square brackets.
  ///
  /// `<relationship pattern filler> ::= [ <variable> ] [ <types> ] [ <path length> ]
  /// [ <properties> ] [ WHERE … ]`
  private mutating func parseRelationshipPatternFiller(
    _ pattern: inout RelationshipPattern
  ) throws(SyntaxFailure) {
    pattern.variable = try parseElementVariable()
    pattern.types = try parseOptionalLabelExpression(of: .relationship)
    if token.kind == .doubleDot || token.kind == .integer {
      throw SyntaxFailure(.lengthWithoutAsterisk, at: token)
    }
    pattern.length = try parseOptionalPathLength()
    pattern.properties = try parseElementProperties()
    pattern.condition = try parseOptionalWhereClause()
  }

  /// Parses how many relationships in a row.
  ///
  /// `<path length> ::= * [ <integer> | [ <integer> ] .. [ <integer> ] ]`
  private mutating func parseOptionalPathLength() throws(SyntaxFailure) -> RelationshipPattern
    .Length?
  {
    let start = position
    guard accept(.asterisk) else { return nil }
    let lower = try parseLengthBound()
    var upper = lower
    if accept(.doubleDot) { upper = try parseLengthBound() }
    return RelationshipPattern.Length(lower: lower, upper: upper, range: range(from: start))
  }

  /// Parses one end of a path length.
  ///
  /// `<lower bound path length> ::= <unsigned decimal integer>`
  private mutating func parseLengthBound() throws(SyntaxFailure) -> Int? {
    switch token.kind {
    case .integer: return try parseCount()
    case .minus, .plus, .float, .invalidNumber: throw SyntaxFailure(.invalidLength, at: token)
    default: return nil
    }
  }

  /// Parses how often a part of a path repeats.
  ///
  /// `<graph pattern quantifier> ::= * | + | { <n> } | { [ <n> ] , [ <m> ] }`
  mutating func parseOptionalGraphPatternQuantifier() throws(SyntaxFailure) -> Quantifier? {
    switch token.kind {
    case .asterisk:
      advance()
      return Quantifier(lower: 0, upper: nil)
    case .plus:
      advance()
      return Quantifier(lower: 1, upper: nil)
    case .leftBrace: return try parseGeneralQuantifier()
    default: return nil
    }
  }

  /// Parses a quantifier in braces.
  ///
  /// `<general quantifier> ::= { <n> } | { [ <n> ] , [ <m> ] }`
  private mutating func parseGeneralQuantifier() throws(SyntaxFailure) -> Quantifier {
    let start = position
    advance()
    let lower = token.kind == .integer ? try parseCount() : nil
    var upper = lower
    if lower == nil ? try parseComma() : accept(.comma) {
      upper = token.kind == .integer ? try parseCount() : nil
    }
    try expect(.rightBrace)
    let quantifier = Quantifier(lower: lower ?? 0, upper: upper)
    guard quantifier.upper.map({ $0 >= max(1, quantifier.lower) }) ?? true else {
      throw SyntaxFailure(.invalidQuantifier, at: range(from: start))
    }
    return quantifier
  }

  private mutating func parseComma() throws(SyntaxFailure) -> Bool {
    try expect(.comma)
    return true
  }
}
