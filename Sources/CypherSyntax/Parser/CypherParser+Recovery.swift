extension CypherParser {
  /// Notes a failure and what was expected instead.
  func report(_ failure: SyntaxFailure) {
    guard let log, log.failures.count < CypherSyntaxError.limit else { return }
    if let last = log.failures.last?.failure, last.start >= failure.start { return }
    let isHere = log.position < tokens.count && log.position >= 0
    let isSame = isHere && tokens[max(0, log.position)].start == failure.start
    log.failures.append((failure, isSame ? log.expected : []))
    log.clear()
  }

  /// Reports a failure and goes on at the next clause; false in the first parse, and where no
  /// clause follows or there are errors enough.
  mutating func recover(from failure: SyntaxFailure, clauseStart: Int) -> Bool {
    guard let log, nesting == 0 else { return false }
    report(failure)
    guard log.failures.count < CypherSyntaxError.limit else { return false }
    (height, endsAtBar) = (0, false)
    position = max(position, clauseStart)
    skipOpenBrackets(from: clauseStart)
    return skipToClause(after: clauseStart)
  }

  /// Goes behind the outermost bracket that was open where parsing failed.
  private mutating func skipOpenBrackets(from start: Int) {
    var index = start
    while index < position {
      if let next = afterPartner(index), next > position { position = next }
      index += 1
    }
  }

  private mutating func skipToClause(after start: Int) -> Bool {
    while token.kind != .endOfText {
      if position > start, isClauseStart { return true }
      position = afterPartner(position) ?? position + 1
    }
    return false
  }

  /// Whether a clause or UNION seems to begin here, and no name that is spelt like one.
  private var isClauseStart: Bool {
    guard token.keyword.beginsClause || token.keyword == .union else { return false }
    switch kind(position - 1) {
    case .dot, .colon, .bar, .comma, .ampersand: return false
    default: break
    }
    let previous = tokens[position - 1].keyword
    let next = peek(1).kind
    return previous != .as && previous != .on && previous != .detach && previous != .optional
      && next != .colon && next != .dot && next != .comma
  }
}
