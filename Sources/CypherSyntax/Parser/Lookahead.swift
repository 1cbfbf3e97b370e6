// What tells rules apart that begin alike: a bounded number of tokens, and whole brackets at once.

extension CypherParser {
  /// Whether a value can begin at a token, and no word that goes on with an expression.
  func beginsValue(_ index: Int) -> Bool {
    switch kind(index) {
    case .name: !tokens[index].keyword.followsExpression
    case .quotedName, .parameter, .quotedParameter, .string, .integer, .float, .leftParen,
      .leftBracket, .leftBrace, .minus, .plus, .invalidNumber:
      true
    default: false
    }
  }

  /// Whether a bracket at a token opens the first node of a path with relationships, rather than
  /// an expression in brackets.
  func beginsPathPattern(_ index: Int) -> Bool {
    guard kind(index) == .leftParen, looksLikeNode(index), let next = afterPartner(index) else {
      return false
    }
    switch (kind(next), kind(next + 1)) {
    case (.minus, _): return isArrow(next + 1)
    case (.less, .minus): return isArrow(next + 2)
    case (.leftParen, .leftParen): return true
    case (.leftParen, .name), (.leftParen, .quotedName): return kind(next + 2) == .equal
    default: return false
    }
  }

  /// Whether the brackets at a token may hold a node.
  private func looksLikeNode(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case .rightParen, .colon, .leftBrace: return true
    case .quotedName: break
    case .name:
      let keyword = tokens[index + 1].keyword
      if keyword == .where || keyword == .is { return true }
    default: return false
    }
    switch kind(index + 2) {
    case .rightParen, .colon, .leftBrace, .parameter, .quotedParameter: return true
    case .name: return tokens[index + 2].keyword == .where || tokens[index + 2].keyword == .is
    default: return false
    }
  }

  /// Whether `- >`, `[ … ] - >` or the like stands here, after the first line of an arrow.
  private func isArrow(_ index: Int) -> Bool {
    var next = index
    if kind(index) == .leftBracket {
      guard let after = afterPartner(index) else { return false }
      next = after
    }
    guard kind(next) == .minus else { return false }
    switch kind(next + 1) {
    case .greater, .leftParen, .leftBrace: return true
    case .plus, .asterisk: return kind(next + 2) == .leftParen
    default: return false
    }
  }

  /// Whether square brackets at the next token hold a pattern comprehension.
  var isPatternComprehension: Bool {
    let hasName = kind(position + 1) == .name || kind(position + 1) == .quotedName
    return beginsPathPattern(position + (hasName && kind(position + 2) == .equal ? 3 : 1))
  }

  /// Whether square brackets at the next token begin like a list comprehension.
  var isListComprehension: Bool {
    peek(1).kind.isName && peek(2).keyword == .in && !plainLists.contains(position)
  }

  /// Whether braces after EXISTS, COUNT or COLLECT hold a subquery, rather than the items of a map
  /// projection of a variable of that name.
  func beginsSubquery(_ index: Int) -> Bool {
    guard kind(index) == .leftBrace else { return false }
    switch (kind(index + 1), kind(index + 2)) {
    case (.dot, _), (.name, .colon), (.name, .comma), (.name, .rightBrace): return false
    case (.quotedName, let next): return next == .equal
    default: return true
    }
  }

  /// Whether a subquery in braces is a bare pattern.
  var isPatternBody: Bool {
    switch token.kind {
    case .leftParen: true
    case .name, .quotedName:
      peek(1).kind == .equal || isLegacyShortestPath
        || [.shortest, .any, .all].contains(token.keyword)
    default: false
    }
  }

  /// Whether the word that comes next has been written where a value is missing.
  var isMisplacedKeyword: Bool {
    guard token.kind == .name, token.keyword.isSeldomVariable else { return false }
    switch peek(1).kind {
    case .name: return !peek(1).keyword.followsExpression
    case .asterisk: return token.keyword == .return || token.keyword == .with
    case .quotedName, .parameter, .quotedParameter, .string, .integer, .float, .leftParen,
      .leftBracket, .leftBrace:
      return true
    default: return false
    }
  }
}
