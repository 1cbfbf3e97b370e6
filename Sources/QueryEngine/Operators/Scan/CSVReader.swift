import GraphModel

/// Takes a table apart (RFC 4180): fields between terminators, in quotes where need be.
///
/// Deviations: lines may end in LF, CR or CRLF; empty lines are left out; what follows a closing
/// quote is taken as text. A field without quotes and without text is null.
struct CSVReader {
  private enum State { case start, plain, quoted, quoteInQuoted }

  private let terminator: [UInt8]
  private var state = State.start
  private var field: [UInt8] = []
  private var wasQuoted = false
  private var record: [Value] = []
  private var records: [[Value]] = []
  private var isAfterReturn = false
  private var isAtStart = true
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(terminator: String) {
    self.terminator = terminator.isEmpty ? [UInt8(ascii: ",")] : Array(terminator.utf8)
  }

  /// Reads some bytes, which may end anywhere.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// Returns the records that are complete, and forgets them.
  mutating func takeRecords() -> [[Value]] {
    defer { records.removeAll(keepingCapacity: true) }
    return records
  }

  /// Tells that there are no more bytes.
  ///
  /// Throws where a quote was opened and not closed.
  mutating func finish() throws(QueryError) {
    if state == .quoted {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "the table ends within a quoted field, in line \(line)",
        remedy: "close the quote, or double a quote that is text"
      )
    }
    if state != .start || !record.isEmpty || !field.isEmpty || wasQuoted { endRecord() }
  }

  private mutating func read(_ byte: UInt8) {
    defer { isAfterReturn = byte == Self.carriageReturn && state != .quoted }
    if byte == Self.lineFeed, isAfterReturn { return }
    switch state {
    case .quoted:
      if byte == Self.quote {
        state = .quoteInQuoted
      } else {
        if byte == Self.lineFeed { line += 1 }
        field.append(byte)
      }
    case .quoteInQuoted where byte == Self.quote:
      field.append(byte)
      state = .quoted
    case .start where byte == Self.quote && isFieldEmpty:
      field.removeAll(keepingCapacity: true)
      wasQuoted = true
      state = .quoted
    default: readPlain(byte)
    }
  }

  /// Whether nothing stands before a quote, but for the mark of byte order in front of the file.
  private var isFieldEmpty: Bool { field.isEmpty || (isAtStart && field == [0xEF, 0xBB, 0xBF]) }

  private mutating func readPlain(_ byte: UInt8) {
    if byte == Self.lineFeed || byte == Self.carriageReturn {
      line += 1
      if !(record.isEmpty && field.isEmpty && !wasQuoted) { endRecord() }
      state = .start
      return
    }
    field.append(byte)
    if field.count >= terminator.count, field.suffix(terminator.count).elementsEqual(terminator) {
      field.removeLast(terminator.count)
      endField()
      state = .start
    } else if !(isAtStart && field.count <= 3 && field[0] == 0xEF) {
      state = .plain
    }
  }

  private mutating func endField() {
    var text = field[...]
    if isAtStart, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    isAtStart = false
    record.append(
      text.isEmpty && !wasQuoted ? .null : .string(String(decoding: text, as: UTF8.self))
    )
    field.removeAll(keepingCapacity: true)
    wasQuoted = false
  }

  private mutating func endRecord() {
    endField()
    records.append(record)
    record.removeAll(keepingCapacity: true)
    state = .start
  }
}
