extension CypherParser {
  /// Returns the name that a token stands for, without backquotes.
  func name(_ token: Token) -> String {
    switch token.kind {
    case .name: text(token)
    case .parameter: text(token, dropping: 1)
    case .quotedParameter: unquote(token, dropping: 2)
    default: unquote(token, dropping: 1)
    }
  }

  private func text(_ token: Token, dropping prefix: Int = 0, _ suffix: Int = 0) -> String {
    String(decoding: bytes[Int(token.start) + prefix..<Int(token.end) - suffix], as: UTF8.self)
  }

  private func unquote(_ token: Token, dropping prefix: Int) -> String {
    let mark = UInt8(ascii: "`")
    let quoted = bytes[Int(token.start) + prefix..<Int(token.end) - 1]
    guard quoted.contains(mark) else { return String(decoding: quoted, as: UTF8.self) }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in quoted {
      isSecond = byte == mark && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Parses a whole number without a sign.
  ///
  /// `<unsigned integer> ::= <decimal> | 0x <hexadecimal> | 0o <octal>`
  func integerMagnitude(_ token: Token) throws(SyntaxFailure) -> UInt64 {
    let digits = bytes[Int(token.start)..<Int(token.end)]
    let (base, start) = base(of: digits)
    var value: UInt64 = 0
    for byte in digits[start...] where byte != UInt8(ascii: "_") {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: base)
      let (sum, isOver) = product.addingReportingOverflow(UInt64(Lexer.digit(byte) ?? 0))
      guard !isTooLarge, !isOver else { throw SyntaxFailure(.integerOverflow, at: token) }
      value = sum
    }
    return value
  }

  private func base(of digits: ArraySlice<UInt8>) -> (UInt64, Int) {
    let start = digits.startIndex
    guard digits.count > 2, digits[start] == UInt8(ascii: "0") else { return (10, start) }
    return (digits[start + 1] | 0x20 == UInt8(ascii: "x") ? 16 : 8, start + 2)
  }

  /// Parses a floating-point number.
  func float(_ token: Token) throws(SyntaxFailure) -> Double {
    guard let value = Double(text(token).filter { $0 != "_" }), value.isFinite else {
      throw SyntaxFailure(.floatOverflow, at: token)
    }
    return value
  }

  /// Returns what a string literal means.
  func string(_ token: Token) throws(SyntaxFailure) -> String {
    let quote = bytes[Int(token.start)]
    let content = bytes[Int(token.start) + 1..<Int(token.end) - 1]
    guard content.contains(where: { $0 == UInt8(ascii: "\\") || $0 == quote }) else {
      return String(decoding: content, as: UTF8.self)
    }
    var decoder = StringDecoder(bytes: bytes, position: content.startIndex, end: content.endIndex)
    return try decoder.decode(quote: quote)
  }
}
