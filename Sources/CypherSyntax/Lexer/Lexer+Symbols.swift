extension Lexer {
  /// Scans an operator, a bracket, another mark or a comment; the longest that fits.
  mutating func scanSymbol() {
    switch bytes[position] {
    case UInt8(ascii: "("): append(.leftParen, length: 1)
    case UInt8(ascii: ")"): append(.rightParen, length: 1)
    case UInt8(ascii: "["): append(.leftBracket, length: 1)
    case UInt8(ascii: "]"): append(.rightBracket, length: 1)
    case UInt8(ascii: "{"): append(.leftBrace, length: 1)
    case UInt8(ascii: "}"): append(.rightBrace, length: 1)
    case UInt8(ascii: ","): append(.comma, length: 1)
    case UInt8(ascii: ":"): append(.colon, length: 1)
    case UInt8(ascii: ";"): append(.semicolon, length: 1)
    case UInt8(ascii: "&"): append(.ampersand, length: 1)
    case UInt8(ascii: "%"): append(.percent, length: 1)
    case UInt8(ascii: "*"): append(.asterisk, length: 1)
    case UInt8(ascii: "-"): append(.minus, length: 1)
    case UInt8(ascii: "^"): append(.caret, length: 1)
    case UInt8(ascii: "."): scanDot()
    case UInt8(ascii: "/"): scanSlash()
    default: scanOperator()
    }
  }

  /// Scans the operators of which one is the beginning of another.
  private mutating func scanOperator() {
    switch (bytes[position], byte(1)) {
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): append(.doubleBar, length: 2)
    case (UInt8(ascii: "|"), _): append(.bar, length: 1)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): append(.bangEqual, length: 2)
    case (UInt8(ascii: "!"), _): append(.exclamation, length: 1)
    case (UInt8(ascii: "+"), UInt8(ascii: "=")): append(.plusEqual, length: 2)
    case (UInt8(ascii: "+"), _): append(.plus, length: 1)
    case (UInt8(ascii: "="), UInt8(ascii: "~")): append(.regexEqual, length: 2)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): append(.doubleEqual, length: 2)
    case (UInt8(ascii: "="), _): append(.equal, length: 1)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): append(.lessOrEqual, length: 2)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): append(.notEqual, length: 2)
    case (UInt8(ascii: "<"), _): append(.less, length: 1)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): append(.greaterOrEqual, length: 2)
    case (UInt8(ascii: ">"), _): append(.greater, length: 1)
    default: append(.invalidCharacter, length: 1)
    }
  }

  private mutating func scanDot() {
    if byte(1) == UInt8(ascii: ".") {
      append(.doubleDot, length: 2)
    } else if isDigit(byte(1)) {
      append(scanNumber())
    } else {
      append(.dot, length: 1)
    }
  }

  private mutating func scanSlash() {
    switch byte(1) {
    case UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "*"): skipBlockComment()
    default: append(.slash, length: 1)
    }
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
  }

  private mutating func skipBlockComment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    append(Token(.unterminatedComment, start, start + 2))
  }

  /// Tells whether a byte is a decimal digit.
  func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
