extension CypherParser {
  /// The next token.
  var token: Token { tokens[position] }

  /// Returns a token ahead; the end follows the end.
  func peek(_ offset: Int) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  /// Returns the token after the bracket that closes the one at an index, or `nil`.
  func afterPartner(_ index: Int) -> Int? {
    let partner = Int(partners[index])
    return partner > 0 ? partner + 1 : nil
  }

  /// Returns the kind of the token at an index.
  func kind(_ index: Int) -> TokenKind { index < tokens.count ? tokens[index].kind : .endOfText }

  /// Tells whether a token comes next.
  func at(_ kind: TokenKind) -> Bool {
    if token.kind == kind { return true }
    log?.note(.token(kind), at: position)
    return false
  }

  /// Tells whether a keyword comes next.
  func at(_ keyword: Keyword) -> Bool {
    if token.keyword == keyword { return true }
    log?.note(.keyword(keyword), at: position)
    return false
  }

  /// Moves on to the next token, but never beyond the end.
  mutating func advance(_ count: Int = 1) { position = min(position + count, tokens.count - 1) }

  /// Takes a token if it comes next.
  mutating func accept(_ kind: TokenKind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  /// Takes a keyword if it comes next.
  mutating func accept(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  /// Takes a token that must come next.
  mutating func expect(_ kind: TokenKind) throws(SyntaxFailure) {
    guard accept(kind) else { throw unexpected() }
  }

  /// Takes a keyword that must come next.
  mutating func expect(_ keyword: Keyword) throws(SyntaxFailure) {
    guard accept(keyword) else { throw unexpected() }
  }

  /// Checks that nothing follows.
  mutating func expectEnd() throws(SyntaxFailure) {
    guard token.kind == .endOfText else { throw unexpected() }
  }

  /// Takes a name that must come next; keywords are names, too.
  mutating func parseIdentifier() throws(SyntaxFailure) -> Identifier {
    guard token.kind.isName else {
      log?.note(.name, at: position)
      // A digit in front makes no number of what should be a name.
      throw token.kind == .invalidNumber ? SyntaxFailure(.unexpected, at: token) : unexpected()
    }
    defer { advance() }
    return Identifier(name(token), at: range(token))
  }

  /// Returns the failure of the next token, which does not fit.
  func unexpected() -> SyntaxFailure { SyntaxFailure(problem(of: token), at: token) }

  private func problem(of token: Token) -> SyntaxProblem {
    switch token.kind {
    case .invalidNumber: isOctalLike(token) ? .oldOctal : .invalidNumber
    case .unterminatedString: .unterminatedString
    case .unterminatedName: .unterminatedName
    case .unterminatedComment: .unterminatedComment
    case .loneDollar: .loneDollar
    case .invalidCharacter where bytes[Int(token.start)] >= 0x80: .invalidCharacter
    case .bangEqual: .notEqualSpelling
    case .doubleEqual: .equalSpelling
    case .name: foreignWord(token)
    default: .unexpected
    }
  }

  /// Knows words of other languages and dialects.
  private func foreignWord(_ token: Token) -> SyntaxProblem {
    switch name(token).uppercased() {
    case "LIKE", "ILIKE": .likeSpelling
    case "USING": .hint
    case "GROUP", "HAVING": .grouping
    case "SELECT": .selectSpelling
    case "SHOW", "DROP", "ALTER", "RENAME", "GRANT", "DENY", "REVOKE", "USE", "START", "STOP",
      "TERMINATE", "ENABLE", "BEGIN", "COMMIT", "ROLLBACK":
      token.start == tokens[0].start ? .serverCommand : .unexpected
    case "NOT" where peek(1).keyword.followsExpression: .notBeforeOperator
    default: .unexpected
    }
  }

  private func isOctalLike(_ token: Token) -> Bool {
    bytes[Int(token.start)..<Int(token.end)].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}

extension CypherParser {
  /// Returns where a token stands.
  func range(_ token: Token) -> SourceRange { SourceRange(Int(token.start), Int(token.end)) }

  /// Returns the range from the token at an index to the last one taken.
  func range(from start: Int) -> SourceRange {
    SourceRange(Int(tokens[start].start), Int(tokens[max(start, position - 1)].end))
  }

  /// Enters a construct that can hold itself; `leave` must follow unless this throws.
  mutating func enter() throws(SyntaxFailure) {
    guard nesting < Self.maximumNesting else { throw SyntaxFailure(.nestingTooDeep, at: token) }
    nesting += 1
  }

  /// Leaves what was entered.
  mutating func leave() { nesting -= 1 }

  /// Counts one more level of the expression at hand.
  mutating func grow(_ levels: Int = 1) throws(SyntaxFailure) {
    height += levels
    guard height <= Self.maximumHeight else { throw SyntaxFailure(.nestingTooDeep, at: token) }
  }
}
