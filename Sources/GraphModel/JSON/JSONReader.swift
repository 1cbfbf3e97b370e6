/// Reads JSON (RFC 8259) into a tree that knows its places.
///
/// Own code because errors must name line and column, and integers must stay apart from floats;
/// Foundation's reader does neither.
public struct JSONReader {
  /// Deeper nesting than this is refused, so that hostile text cannot exhaust the stack.
  public static let nestingLimit = 256

  private let bytes: ContiguousArray<UInt8>
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  private init(_ text: some Sequence<UInt8>) { bytes = ContiguousArray(text) }

  /// Reads one JSON value and nothing after it; a byte order mark before it is skipped.
  ///
  /// Time and memory grow with the length of the text.
  public static func read(_ text: some Sequence<UInt8>) throws(Diagnostic) -> DocumentNode {
    var reader = JSONReader(text)
    if reader.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
    reader.skipSpace()
    let node = try reader.readValue(depth: 0)
    reader.skipSpace()
    guard reader.offset == reader.bytes.count else {
      throw reader.failure("text after the end of the JSON value", "remove it")
    }
    return node
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var position: SourcePosition {
    SourcePosition(line: line, column: offset - lineStart + 1)
  }

  private func failure(_ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(.jsonSyntax, message, position: position, remedy: remedy)
  }

  private mutating func skipSpace() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // A carriage return ends a line unless a line feed follows and does.
        offset += 1
        if byte == UInt8(ascii: "\r"), current == UInt8(ascii: "\n") { continue }
        line += 1
        lineStart = offset
      default: return
      }
    }
  }

  private mutating func readValue(depth: Int) throws(Diagnostic) -> DocumentNode {
    guard depth < Self.nestingLimit else {
      throw failure(
        "values are nested deeper than \(Self.nestingLimit) levels",
        "flatten the document"
      )
    }
    let start = position
    switch current {
    case UInt8(ascii: "{"): return DocumentNode(.mapping(try readMembers(depth)), at: start)
    case UInt8(ascii: "["): return DocumentNode(.sequence(try readElements(depth)), at: start)
    case UInt8(ascii: "\""): return DocumentNode(.scalar(.string(try readString())), at: start)
    case nil: throw failure("the text ends where a value should stand", "complete the file")
    default: return DocumentNode(.scalar(try readWord()), at: start)
    }
  }

  private mutating func readMembers(_ depth: Int) throws(Diagnostic) -> [DocumentNode.Member] {
    var members: [DocumentNode.Member] = []
    offset += 1
    skipSpace()
    guard current != UInt8(ascii: "}") else {
      offset += 1
      return members
    }
    while true {
      skipSpace()
      let keyPosition = position
      guard current == UInt8(ascii: "\"") else {
        throw failure("an object member must begin with a quoted name", "quote the name")
      }
      let key = try readString()
      skipSpace()
      guard current == UInt8(ascii: ":") else {
        throw failure("':' is missing after the name \"\(key)\"", "add ':' and a value")
      }
      offset += 1
      skipSpace()
      let value = try readValue(depth: depth + 1)
      members.append(.init(key: key, keyPosition: keyPosition, value: value))
      skipSpace()
      if try isAtEnd(UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func readElements(_ depth: Int) throws(Diagnostic) -> [DocumentNode] {
    var elements: [DocumentNode] = []
    offset += 1
    skipSpace()
    guard current != UInt8(ascii: "]") else {
      offset += 1
      return elements
    }
    while true {
      skipSpace()
      elements.append(try readValue(depth: depth + 1))
      skipSpace()
      if try isAtEnd(UInt8(ascii: "]")) { return elements }
    }
  }

  /// Consumes a comma and returns false, or consumes `close` and returns true.
  private mutating func isAtEnd(_ close: UInt8) throws(Diagnostic) -> Bool {
    guard let byte = current, byte == close || byte == UInt8(ascii: ",") else {
      let expected = String(decoding: [close], as: UTF8.self)
      throw failure("',' or '\(expected)' is missing", "add it")
    }
    offset += 1
    return byte == close
  }

  private mutating func readWord() throws(Diagnostic) -> JSONValue {
    let start = offset
    while let byte = current, Self.isWordByte(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    guard JSONNumber.isValid(bytes[start..<offset]) else {
      offset = start
      throw failure(
        word.isEmpty ? "a value is missing here" : "'\(word)' is no JSON value",
        "write a quoted string, a number, true, false, null, an object or an array"
      )
    }
    if let integer = Int64(word) { return .integer(integer) }
    guard let number = Double(word), number.isFinite else {
      offset = start
      throw failure("the number is too large", "write a number of at most 308 digits")
    }
    return .float(number)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func readString() throws(Diagnostic) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw failure("the string is not valid UTF-8", "save the file as UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20:
        throw failure("a control character stands in a string", "write it as an escape")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw failure("the text ends inside a string", "close it with '\"'")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Diagnostic) {
    offset += 1
    guard let letter = current else { throw failure("the text ends in an escape", "complete it") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: try readUnicodeEscape().utf8)
    default:
      offset -= 1
      throw failure(
        "unknown escape in a string",
        "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
      )
    }
  }

  private mutating func readUnicodeEscape() throws(Diagnostic) -> String {
    let high = try readHexUnit()
    if let scalar = Unicode.Scalar(high) { return String(scalar) }
    guard high < 0xDC00, current == UInt8(ascii: "\\"), offset + 1 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { throw failure("half of a surrogate pair stands alone", "write the whole pair") }
    offset += 2
    let low = try readHexUnit()
    let code = 0x10000 + (UInt32(high) - 0xD800) * 0x400
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(code + UInt32(low) - 0xDC00)
    else { throw failure("half of a surrogate pair stands alone", "write the whole pair") }
    return String(scalar)
  }

  private mutating func readHexUnit() throws(Diagnostic) -> UInt16 {
    let end = offset + 4
    // Swift would take a sign for a digit.
    guard end <= bytes.count, bytes[offset..<end].allSatisfy(Self.isHexDigit),
      let unit = UInt16(String(decoding: bytes[offset..<end], as: UTF8.self), radix: 16)
    else { throw failure("'\\u' needs four hexadecimal digits", "write them") }
    offset = end
    return unit
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

/// Knows the number grammar of RFC 8259 section 6, which is stricter than Swift's.
private enum JSONNumber {
  static func isValid(_ slice: ArraySlice<UInt8>) -> Bool {
    let word = ContiguousArray(slice)
    var index = 0
    func digits() -> Int {
      let start = index
      while index < word.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(word[index]) {
        index += 1
      }
      return index - start
    }
    if index < word.count, word[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    let whole = digits()
    guard whole > 0, whole == 1 || word[first] != UInt8(ascii: "0") else { return false }
    if index < word.count, word[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < word.count, word[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < word.count, word[index] == UInt8(ascii: "+") || word[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard digits() > 0 else { return false }
    }
    return index == word.count
  }
}
