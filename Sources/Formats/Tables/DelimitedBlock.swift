/// Holds where the records and fields of a piece of a delimited file (RFC 4180) are.
public struct DelimitedBlock: Sendable {
  /// Says what is wrong with one record.
  public struct Fault: Sendable {
    /// The record, from 0.
    public let row: Int
    /// Where in the bytes.
    public let offset: Int
    /// What is wrong; no full stop at the end.
    public let message: String
  }

  /// The bytes: whole records.
  public let bytes: ContiguousArray<UInt8>
  /// Where each field begins, record by record; of a quoted field without its quotes.
  public private(set) var starts: ContiguousArray<Int32> = []
  /// Where each field ends.
  public private(set) var ends: ContiguousArray<Int32> = []
  /// Whether each field is quoted (1), and holds quotes (2).
  public private(set) var quoting: ContiguousArray<UInt8> = []
  /// Where each record begins.
  public private(set) var rows: ContiguousArray<Int32> = []
  /// How many line feeds stand before each record, where they are not one for each record.
  public private(set) var lines: ContiguousArray<Int32> = []
  /// The lines of the bytes.
  public private(set) var lineCount = 0
  /// Records that are malformed; their fields stand here all the same, as far as they go.
  public private(set) var faults: [Fault] = []
  private let delimiterByte: UInt8

  /// Finds the fields.
  ///
  /// - Parameters:
  ///   - columnCount: How many fields each record must have; of a malformed one so many are kept,
  ///     empty ones where there are too few. With `nil` the first record says it.
  public init(_ bytes: ContiguousArray<UInt8>, delimiter: Delimiter, columnCount: Int?) {
    self.bytes = bytes
    delimiterByte = delimiter.byte
    let guess = bytes.count / 6
    starts.reserveCapacity(guess)
    ends.reserveCapacity(guess)
    quoting.reserveCapacity(guess)
    scan(bytes.span, columnCount)
  }

  private mutating func scan(_ bytes: Span<UInt8>, _ columnCount: Int?) {
    let delimiter = delimiterByte
    var columnCount = columnCount
    var offset = 0
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    while offset < bytes.count {
      let (rowStart, firstField) = (offset, starts.count)
      rows.append(Int32(truncatingIfNeeded: rowStart))
      lines.append(Int32(truncatingIfNeeded: lineCount))
      var isOpen = true
      while isOpen {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
          scanQuoted(bytes, &offset)
        } else {
          let start = offset
          var hasQuote = false
          while offset < bytes.count {
            let byte = bytes[offset]
            if byte == delimiter || byte == lineFeed { break }
            if byte == UInt8(ascii: "\"") { hasQuote = true }
            offset += 1
          }
          let isAtLineEnd = offset == bytes.count || bytes[offset] == lineFeed
          let end =
            isAtLineEnd && offset > start && bytes[offset - 1] == carriageReturn
            ? offset - 1 : offset
          append(start, end, 0)
          if hasQuote { fault("a quote stands in a field that does not begin with one", start) }
        }
        guard offset < bytes.count else { break }
        isOpen = bytes[offset] == delimiter
        if !isOpen { lineCount += 1 }
        offset += 1
        // A delimiter at the very end is followed by one more, empty field.
        if isOpen, offset == bytes.count {
          append(offset, offset, 0)
          isOpen = false
        }
      }
      let count = starts.count - firstField
      let expected = columnCount ?? count
      columnCount = expected
      guard count != expected else { continue }
      // A line without anything is no record.
      if count == 1, starts[firstField] == ends[firstField], quoting[firstField] == 0 {
        dropRow(firstField)
        continue
      }
      fault("the row has \(count) fields and should have \(expected)", rowStart)
      pad(firstField + expected, at: rowStart)
    }
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>, _ offset: inout Int) {
    let start = offset + 1
    var flags: UInt8 = 1
    offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") { lineCount += 1 }
      if byte == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
        flags = 3
        offset += 1
      }
      offset += 1
    }
    append(start, min(offset, bytes.count), flags)
    guard offset < bytes.count else { return fault("a quote is not closed", start - 1) }
    offset += 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r"),
      offset + 1 == bytes.count || bytes[offset + 1] == UInt8(ascii: "\n")
    {
      offset += 1
    }
    let closing = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != delimiterByte
    {
      offset += 1
    }
    if offset > closing { fault("text stands behind a closing quote", closing) }
  }

  private mutating func append(_ start: Int, _ end: Int, _ flags: UInt8) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    quoting.append(flags)
  }

  private mutating func dropRow(_ firstField: Int) {
    starts.removeSubrange(firstField...)
    ends.removeSubrange(firstField...)
    quoting.removeSubrange(firstField...)
    rows.removeLast()
    lines.removeLast()
  }

  private mutating func pad(_ fieldCount: Int, at offset: Int) {
    while starts.count > fieldCount {
      starts.removeLast()
      ends.removeLast()
      quoting.removeLast()
    }
    while starts.count < fieldCount { append(offset, offset, 0) }
  }

  private mutating func fault(_ message: String, _ offset: Int) {
    // One is enough for a record.
    guard faults.last?.row != rows.count - 1 else { return }
    faults.append(Fault(row: rows.count - 1, offset: offset, message: message))
  }

  /// Returns the text of a field, with quotes resolved; `nil` where it is not UTF-8.
  public func text(_ field: Int) -> String? {
    guard starts.indices.contains(field) else { return nil }
    let range = Int(starts[field])..<Int(ends[field])
    guard let text = String(validating: bytes[range], as: UTF8.self) else { return nil }
    return quoting[field] & 2 == 0 ? text : text.replacing("\"\"", with: "\"")
  }
}
