// The chapter "Label expressions" of the grammar.

extension CypherParser {
  /// Tells what labels are asked of.
  enum LabelContext {
    case node
    case relationship
    /// A predicate such as `n:A`, in which `|` may mean something else.
    case predicate
  }

  /// Parses labels or types if there are any.
  ///
  /// `<is label expression> ::= { : | IS } <label expression>`
  mutating func parseOptionalLabelExpression(
    of context: LabelContext
  ) throws(SyntaxFailure) -> LabelExpression? {
    guard accept(.colon) || accept(.is) else { return nil }
    return try parseLabelExpression(of: context)
  }

  /// Parses an expression over labels.
  ///
  /// `<label expression> ::= <label term> [ { | [ : ] <label term> }… ] | <name> { : <name> }…`
  mutating func parseLabelExpression(
    of context: LabelContext
  ) throws(SyntaxFailure) -> LabelExpression {
    let first = try parseLabelTerm()
    if token.kind == .colon { return try parseColonForm(first, of: context) }
    guard isLabelBar(context) else { return first }
    var parts = [first]
    while isLabelBar(context) {
      advance()
      if token.kind == .colon { advance() }
      parts.append(try parseLabelTerm())
    }
    if token.kind == .colon { throw SyntaxFailure(.mixedLabels, at: token) }
    return .disjunction(parts)
  }

  private func isLabelBar(_ context: LabelContext) -> Bool {
    token.kind == .bar && !(context == .predicate && endsAtBar)
  }

  /// Parses labels joined by colons.
  ///
  /// `<colon conjunction> ::= <label name> { : <label name> }…`
  private mutating func parseColonForm(
    _ first: LabelExpression,
    of context: LabelContext
  ) throws(SyntaxFailure) -> LabelExpression {
    if context == .relationship { throw SyntaxFailure(.colonBetweenTypes, at: token) }
    guard case .label = first else { throw SyntaxFailure(.mixedLabels, at: token) }
    var labels = [first]
    while token.kind == .colon {
      advance()
      labels.append(.label(try parseIdentifier()))
    }
    if token.kind == .ampersand || isLabelBar(context) {
      throw SyntaxFailure(.mixedLabels, at: token)
    }
    return .conjunction(labels, isColonForm: true)
  }

  /// Parses labels of which all are wanted.
  ///
  /// `<label term> ::= <label factor> [ { & <label factor> }… ]`
  private mutating func parseLabelTerm() throws(SyntaxFailure) -> LabelExpression {
    let first = try parseLabelFactor()
    guard token.kind == .ampersand else { return first }
    var parts = [first]
    while token.kind == .ampersand {
      advance()
      parts.append(try parseLabelFactor())
    }
    return .conjunction(parts, isColonForm: false)
  }

  /// Parses a label, any label, or the contrary of either.
  ///
  /// `<label factor> ::= [ { ! }… ] { <label name> | % | ( <label expression> ) }`
  private mutating func parseLabelFactor() throws(SyntaxFailure) -> LabelExpression {
    switch token.kind {
    case .exclamation:
      try enter()
      defer { leave() }
      advance()
      return .negation(try parseLabelFactor())
    case .leftParen:
      try enter()
      defer { leave() }
      advance()
      let inner = try parseLabelExpression(of: .node)
      try expect(.rightParen)
      return inner
    case .percent:
      defer { advance() }
      return .wildcard(range(token))
    case .loneDollar, .parameter, .quotedParameter:
      throw SyntaxFailure(.computedLabel, at: token)
    default: return .label(try parseIdentifier())
    }
  }

  /// Whether a label expression can begin at a token, rather than a condition or properties.
  func beginsLabel(_ index: Int) -> Bool {
    switch kind(index) {
    case .quotedName, .exclamation, .percent, .leftParen: true
    case .name:
      (tokens[index].keyword != .where && tokens[index].keyword != .is)
        || kind(index + 1) == .rightParen
    default: false
    }
  }
}
