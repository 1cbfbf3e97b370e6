/// Names something that could have stood where parsing failed.
enum Expectation: Hashable {
  case token(TokenKind)
  case keyword(Keyword)
  /// A clause, any of them.
  case clause
  case expression
  /// An operator between expressions, any of them.
  case `operator`
  case name
  case pattern
  case integer
  case string

  /// The keywords that it stands for.
  var words: [Keyword] {
    switch self {
    case .keyword(let keyword): [keyword]
    case .clause: Keyword.allCases.filter(\.beginsClause)
    case .operator: [.and, .or, .xor, .in, .is, .starts, .ends, .contains]
    case .expression: [.not, .case, .exists, .count, .collect, .true, .false, .null]
    default: []
    }
  }

  /// How a sentence names it.
  var text: String {
    switch self {
    case .token(let kind): kind.symbol.map { "'\($0)'" } ?? "\(kind)"
    case .keyword(let keyword): keyword.text
    case .clause: "a clause"
    case .expression: "an expression"
    case .operator: "an operator"
    case .name: "a name"
    case .pattern: "a pattern"
    case .integer: "a whole number"
    case .string: "a string"
    }
  }
}

/// Notes, in a second parse of a faulty text, what was looked for where parsing failed, and the
/// failures so far.
final class ExpectationLog {
  /// The token at which `expected` was looked for.
  private(set) var position = -1
  private(set) var expected: [Expectation] = []
  var failures: [(failure: SyntaxFailure, expected: [Expectation])] = []

  /// Notes that something was looked for at a token in vain.
  func note(_ expectation: Expectation, at position: Int) {
    guard position >= self.position else { return }
    if position > self.position {
      self.position = position
      expected = []
    }
    if !expected.contains(expectation) { expected.append(expectation) }
  }

  /// Forgets what was looked for, after a failure.
  func clear() {
    position = -1
    expected = []
  }
}
