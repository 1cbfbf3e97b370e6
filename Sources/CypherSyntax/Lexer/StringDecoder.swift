/// Replaces the escapes of a string literal by what they stand for.
struct StringDecoder {
  let bytes: ContiguousArray<UInt8>
  var position: Int
  let end: Int
  private var plain: [UInt8] = []

  /// Makes a decoder of the bytes between the quotes.
  init(bytes: ContiguousArray<UInt8>, position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// Returns what stands between quotes.
  mutating func decode(quote: UInt8) throws(SyntaxFailure) -> String {
    plain.reserveCapacity(end - position)
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        try decodeEscape()
      } else {
        plain.append(byte)
        position += byte == quote ? 2 : 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func decodeEscape() throws(SyntaxFailure) {
    let start = position
    let letter = start + 1 < end ? bytes[start + 1] : 0
    position += 2
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      plain.append(letter)
    case UInt8(ascii: "b"): plain.append(8)
    case UInt8(ascii: "f"): plain.append(12)
    case UInt8(ascii: "n"): plain.append(10)
    case UInt8(ascii: "r"): plain.append(13)
    case UInt8(ascii: "t"): plain.append(9)
    case UInt8(ascii: "u"): try decodeScalar(digits: 4, from: start)
    case UInt8(ascii: "U"): try decodeScalar(digits: 8, from: start)
    default: throw failure(.invalidEscape, start)
    }
  }

  /// Decodes the digits of `\uXXXX`, two of them where they are the halves of one character.
  private mutating func decodeScalar(digits: Int, from start: Int) throws(SyntaxFailure) {
    guard var value = hexadecimal(digits) else { throw failure(.invalidUnicodeEscape, start) }
    if digits == 4, (0xD800..<0xDC00).contains(value), isEscape(position) {
      position += 2
      guard let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) else {
        throw failure(.invalidUnicodeEscape, start)
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure(.invalidUnicodeEscape, start) }
    plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func isEscape(_ index: Int) -> Bool {
    index + 1 < end && bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] == UInt8(ascii: "u")
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard position + count <= end else { return nil }
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = Lexer.digit(bytes[position]) else { return nil }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private func failure(_ problem: SyntaxProblem, _ start: Int) -> SyntaxFailure {
    var stop = min(start + 2, end)
    if problem == .invalidUnicodeEscape { stop = min(max(position, stop + 1), end) }
    while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    return SyntaxFailure(problem, at: SourceRange(start, stop))
  }
}
