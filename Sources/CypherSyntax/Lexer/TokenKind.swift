/// Lists the kinds of tokens.
enum TokenKind: UInt8 {
  /// After the last token.
  case endOfText
  /// A name without quotes, which may be a keyword.
  case name
  case quotedName
  /// `$name`, `$0`
  case parameter
  /// `` $`name` ``
  case quotedParameter
  case string
  case integer
  case float

  case leftParen
  case rightParen
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace

  case comma
  case dot
  case doubleDot
  case colon
  case semicolon
  case bar
  case doubleBar
  case ampersand
  case exclamation
  case percent
  case asterisk
  case slash
  case plus
  case plusEqual
  case minus
  case caret
  case equal
  case regexEqual
  case less
  case lessOrEqual
  case notEqual
  case greater
  case greaterOrEqual

  // No token of Cypher: kept until the parser meets it, so that the first error is the leftmost.
  case bangEqual
  case doubleEqual
  case invalidNumber
  case unterminatedString
  case unterminatedName
  case unterminatedComment
  case loneDollar
  case invalidCharacter

  /// Whether it is a name, with or without quotes.
  var isName: Bool { self == .name || self == .quotedName }

  /// The text of a token that always looks the same.
  var symbol: String? {
    switch self {
    case .leftParen: "("
    case .rightParen: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .comma: ","
    case .dot: "."
    case .doubleDot: ".."
    case .colon: ":"
    case .semicolon: ";"
    case .bar: "|"
    case .asterisk: "*"
    case .equal: "="
    case .minus: "-"
    case .plus: "+"
    default: nil
    }
  }
}

/// Holds one token: what it is, and where it stands in UTF-8 bytes.
struct Token {
  var kind: TokenKind
  /// Which keyword a name looks like.
  var keyword: Keyword
  var start: Int32
  var end: Int32

  /// Makes a token.
  init(_ kind: TokenKind, _ start: Int, _ end: Int, keyword: Keyword = .noKeyword) {
    self.kind = kind
    self.keyword = keyword
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }
}
