import GraphModel

/// Finds the wanted members of an object of JSON in the bytes of a line, and makes no values.
struct JSONLineScanner {
  /// Says what is wrong with a line.
  struct Problem: Error {
    let offset: Int
    let message: String
  }

  /// Where the value of a column stands; nowhere where there is none.
  struct Field {
    var start: Int
    var end: Int
    var flags: UInt8 = 0
    var isFound = false
  }

  /// The fields of the last line.
  private(set) var fields: [Field] = []
  /// Whether the last line held nothing.
  private(set) var isBlank = true
  private let columns: JSONColumns
  private var offset = 0
  private var end = 0

  init(_ columns: JSONColumns) { self.columns = columns }

  /// Scans a line; returns what is wrong with it.
  mutating func scan(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Problem? {
    fields.removeAll(keepingCapacity: true)
    for _ in columns.names { fields.append(Field(start: line.lowerBound, end: line.lowerBound)) }
    (offset, end) = (line.lowerBound, line.upperBound)
    skipSpace(bytes)
    isBlank = offset == end
    guard !isBlank else { return nil }
    do throws(Problem) {
      guard bytes[offset] == UInt8(ascii: "{") else { throw problem("the line is no JSON object") }
      try scanObject(bytes, members: 0, depth: 0)
      skipSpace(bytes)
      guard offset == end else { throw problem("text stands behind the JSON object") }
      return nil
    } catch { return error }
  }

  private func problem(_ message: String) -> Problem { Problem(offset: offset, message: message) }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while offset < end {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return }
      offset += 1
    }
  }

  /// Takes a byte if it stands here.
  private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard offset < end, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  // MARK: - Structures

  private mutating func scanObject(_ bytes: Span<UInt8>, members: Int?, depth: Int)
    throws(Problem)
  {
    offset += 1
    skipSpace(bytes)
    if take(UInt8(ascii: "}"), bytes) { return }
    while true {
      guard offset < end, bytes[offset] == UInt8(ascii: "\"") else {
        throw problem("a member of the object should begin with its name in quotes")
      }
      let (name, isEscaped) = try scanText(bytes)
      skipSpace(bytes)
      guard take(UInt8(ascii: ":"), bytes) else {
        throw problem("a colon is missing behind the name of a member")
      }
      skipSpace(bytes)
      try scanValue(bytes, member(name, isEscaped, of: members, bytes), depth: depth)
      skipSpace(bytes)
      if take(UInt8(ascii: "}"), bytes) { return }
      guard take(UInt8(ascii: ","), bytes) else {
        throw problem("a comma or a closing brace is missing")
      }
      skipSpace(bytes)
    }
  }

  private mutating func scanList(_ bytes: Span<UInt8>, depth: Int) throws(Problem) {
    offset += 1
    skipSpace(bytes)
    if take(UInt8(ascii: "]"), bytes) { return }
    while true {
      try scanValue(bytes, nil, depth: depth)
      skipSpace(bytes)
      if take(UInt8(ascii: "]"), bytes) { return }
      guard take(UInt8(ascii: ","), bytes) else {
        throw problem("a comma or a closing bracket is missing")
      }
      skipSpace(bytes)
    }
  }

  /// Finds the wanted member with a name.
  private func member(
    _ name: Range<Int>,
    _ isEscaped: Bool,
    of members: Int?,
    _ bytes: Span<UInt8>
  ) -> JSONColumns.Member? {
    guard let members, !columns.objects[members].isEmpty else { return nil }
    let text = bytes.extracting(name)
    guard !isEscaped else {
      guard let name = RecordBlock.unescaped(text.indices.map { text[$0] }) else { return nil }
      return columns.objects[members].first { $0.name.elementsEqual(name.utf8) }
    }
    return columns.objects[members].first { member in
      guard member.name.count == text.count else { return false }
      for index in text.indices where member.name[index] != text[index] { return false }
      return true
    }
  }

  // MARK: - Values

  private mutating func scanValue(
    _ bytes: Span<UInt8>,
    _ member: JSONColumns.Member?,
    depth: Int
  ) throws(Problem) {
    guard offset < end else { throw problem("a value is missing") }
    guard depth < JSONReader.nestingLimit else { throw problem("values are nested too deeply") }
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      let (text, isEscaped) = try scanText(bytes)
      try note(member, text, RecordBlock.quoted | (isEscaped ? RecordBlock.escapes : 0), at: start)
    case UInt8(ascii: "{"):
      if let member, let column = member.column, member.members == nil {
        throw problem("'\(columns.names[column])' is an object; name a member of it: 'a.b'")
      }
      try scanObject(bytes, members: member?.members, depth: depth + 1)
    case UInt8(ascii: "["):
      if let column = member?.column { throw problem("'\(columns.names[column])' is a list") }
      try scanList(bytes, depth: depth + 1)
    case UInt8(ascii: "n"): try scanWord("null", bytes)
    case UInt8(ascii: "t"):
      try scanWord("true", bytes)
      try note(member, start..<offset, 0, at: start)
    case UInt8(ascii: "f"):
      try scanWord("false", bytes)
      try note(member, start..<offset, 0, at: start)
    default:
      try scanNumber(bytes)
      try note(member, start..<offset, 0, at: start)
    }
  }

  private mutating func note(
    _ member: JSONColumns.Member?,
    _ range: Range<Int>,
    _ flags: UInt8,
    at start: Int
  ) throws(Problem) {
    guard let column = member?.column else { return }
    guard !fields[column].isFound else {
      throw Problem(offset: start, message: "'\(columns.names[column])' stands twice")
    }
    fields[column] = Field(
      start: range.lowerBound,
      end: range.upperBound,
      flags: flags,
      isFound: true
    )
  }

  private mutating func scanWord(_ word: StaticString, _ bytes: Span<UInt8>) throws(Problem) {
    let start = offset
    for index in 0..<word.utf8CodeUnitCount {
      guard take(unsafe word.utf8Start[index], bytes) else {
        throw Self.noValue(at: start)
      }
    }
  }

  private mutating func scanNumber(_ bytes: Span<UInt8>) throws(Problem) {
    let start = offset
    _ = take(UInt8(ascii: "-"), bytes)
    let hasZero = offset < end && bytes[offset] == UInt8(ascii: "0")
    let digits = scanDigits(bytes)
    var isSound = digits > 0 && (digits == 1 || !hasZero)
    if take(UInt8(ascii: "."), bytes) { isSound = scanDigits(bytes) > 0 && isSound }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      _ = take(UInt8(ascii: "+"), bytes) || take(UInt8(ascii: "-"), bytes)
      isSound = scanDigits(bytes) > 0 && isSound
    }
    guard isSound else { throw Self.noValue(at: start) }
  }

  private static func noValue(at offset: Int) -> Problem {
    Problem(offset: offset, message: "a value is neither text, number, true, false nor null")
  }

  private mutating func scanDigits(_ bytes: Span<UInt8>) -> Int {
    let start = offset
    while offset < end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] { offset += 1 }
    return offset - start
  }

  /// Scans a text in quotes; returns where it stands without them, and whether it has escapes.
  private mutating func scanText(_ bytes: Span<UInt8>) throws(Problem) -> (Range<Int>, Bool) {
    offset += 1
    let start = offset
    var isEscaped = false
    while offset < end, bytes[offset] != UInt8(ascii: "\"") {
      guard bytes[offset] >= 0x20 else { throw problem("a control character stands in a text") }
      if bytes[offset] == UInt8(ascii: "\\") {
        isEscaped = true
        offset += 1
      }
      offset += 1
    }
    guard offset < end else {
      throw Problem(offset: start - 1, message: "a text is not closed")
    }
    offset += 1
    return (start..<offset - 1, isEscaped)
  }
}
