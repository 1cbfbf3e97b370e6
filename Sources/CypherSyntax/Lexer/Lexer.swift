/// Cuts the text of a query into tokens.
///
/// Never fails: what is no token becomes one of an invalid kind, and the parser reports it when it
/// gets there. Each byte is looked at a bounded number of times.
struct Lexer {
  let bytes: ContiguousArray<UInt8>
  var tokens: ContiguousArray<Token> = []
  /// For each token the index of the bracket that closes it, or 0.
  var partners: ContiguousArray<Int32> = []
  var position = 0
  private var open: ContiguousArray<Int32> = []
  private let classes = ByteClass.table
  private let keywords = KeywordTable.shared

  /// Makes a lexer of the UTF-8 bytes of a text.
  init(_ bytes: ContiguousArray<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 8)
    partners.reserveCapacity(bytes.count / 4 + 8)
  }

  /// Reads all tokens; the last is `endOfText`.
  mutating func run() {
    while position < bytes.count { scanToken() }
    append(Token(.endOfText, bytes.count, bytes.count))
  }

  /// Returns a byte ahead, or zero after the end.
  func byte(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func scanToken() {
    switch classes[Int(bytes[position])] {
    case .space: position += 1
    case .letter: scanName()
    case .digit: append(scanNumber())
    case .symbol: scanSymbol()
    case .quote: append(scanString())
    case .backquote: append(scanQuotedName(.quotedName, from: position))
    case .dollar: append(scanParameter())
    case .other: scanOther()
    case .invalid: append(.invalidCharacter, length: 1)
    }
  }

  private mutating func scanName() {
    let start = position
    skipName()
    append(Token(.name, start, position, keyword: keywords.keyword(in: bytes, start, position)))
  }

  /// Skips what can stand in a name after its first letter.
  mutating func skipName() {
    while position < bytes.count {
      switch classes[Int(bytes[position])] {
      case .letter, .digit: position += 1
      case .other:
        let (scalar, length) = scalar(at: position)
        guard scalar.properties.isXIDContinue else { return }
        position += length
      default: return
      }
    }
  }

  private mutating func scanOther() {
    let (scalar, length) = scalar(at: position)
    if scalar.properties.isXIDStart {
      scanName()
    } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
      position += length
    } else {
      append(.invalidCharacter, length: length)
    }
  }

  private mutating func scanParameter() -> Token {
    let start = position
    position += 1
    if byte() == UInt8(ascii: "`") { return scanQuotedName(.quotedParameter, from: start) }
    skipName()
    return Token(position > start + 1 ? .parameter : .loneDollar, start, position)
  }

  /// Decodes the character at an index; the bytes come from a `String`, so they are well formed.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  mutating func append(_ kind: TokenKind, length: Int) {
    let start = position
    position = min(position + length, bytes.count)
    append(Token(kind, start, position))
  }

  /// Adds a token and, if it closes a bracket, tells the one that it closes.
  mutating func append(_ token: Token) {
    let index = Int32(truncatingIfNeeded: tokens.count)
    tokens.append(token)
    partners.append(0)
    switch token.kind {
    case .leftParen, .leftBracket, .leftBrace: open.append(index)
    case .rightParen: close(.leftParen, at: index)
    case .rightBracket: close(.leftBracket, at: index)
    case .rightBrace: close(.leftBrace, at: index)
    default: break
    }
  }

  private mutating func close(_ kind: TokenKind, at index: Int32) {
    guard let last = open.last, tokens[Int(last)].kind == kind else { return }
    partners[Int(last)] = index
    open.removeLast()
  }
}
