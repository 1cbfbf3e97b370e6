extension Lexer {
  /// Scans a number; one that runs into letters is invalid as a whole.
  mutating func scanNumber() -> Token {
    let start = position
    if byte() == UInt8(ascii: "0"), let base = base(byte(1)) {
      position += 2
      skipName()
      return Token(hasDigits(start + 2, base) ? .integer : .invalidNumber, start, position)
    }
    let kind = scanDecimal()
    let end = position
    skipName()
    let isValid = end == position && !isOldOctal(start, end, kind)
    return Token(isValid ? kind : .invalidNumber, start, position)
  }

  private func base(_ letter: UInt8) -> UInt8? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    default: nil
    }
  }

  private mutating func scanDecimal() -> TokenKind {
    var kind = TokenKind.integer
    skipDigits()
    if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
      kind = .float
      position += 1
      skipDigits()
    }
    guard byte() | 0x20 == UInt8(ascii: "e") else { return kind }
    let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
    guard isDigit(byte(1 + sign)) else { return kind }
    position += 1 + sign
    skipDigits()
    return .float
  }

  /// Skips digits, and underscores between them.
  private mutating func skipDigits() {
    while isDigit(byte()) || (byte() == UInt8(ascii: "_") && isDigit(byte(1))) { position += 1 }
  }

  /// Tells a leading zero, which once meant octal, as in 017.
  private func isOldOctal(_ start: Int, _ end: Int, _ kind: TokenKind) -> Bool {
    kind == .integer && end > start + 1 && bytes[start] == UInt8(ascii: "0")
  }

  /// Tells whether there are only digits of a base here, and underscores between them.
  private func hasDigits(_ start: Int, _ base: UInt8) -> Bool {
    var isAfterDigit = false
    for byte in bytes[start..<position] {
      if byte == UInt8(ascii: "_") {
        guard isAfterDigit else { return false }
        isAfterDigit = false
      } else {
        guard (Self.digit(byte) ?? base) < base else { return false }
        isAfterDigit = true
      }
    }
    return isAfterDigit
  }

  /// Returns the value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Scans a string up to its closing quote; a doubled quote stands for one.
  mutating func scanString() -> Token {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 2
      } else if bytes[position] != quote {
        position += 1
      } else if byte(1) == quote {
        position += 2
      } else {
        position += 1
        return Token(.string, start, position)
      }
    }
    position = bytes.count
    return Token(.unterminatedString, start, position)
  }

  /// Scans a name in backquotes; a doubled backquote stands for one.
  mutating func scanQuotedName(_ kind: TokenKind, from start: Int) -> Token {
    position += 1
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "`") {
        position += 1
      } else if byte(1) == UInt8(ascii: "`") {
        position += 2
      } else {
        position += 1
        return Token(kind, start, position)
      }
    }
    return Token(.unterminatedName, start, position)
  }
}
