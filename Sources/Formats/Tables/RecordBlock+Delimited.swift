import GraphModel

extension RecordBlock {
  /// Says what is taken from files that do not keep to RFC 4180.
  public struct Leniency: Sendable {
    /// Whether a quote within a field that does not begin with one is a character like others, and
    /// whether a record with a quoting error ends at its first line, so that one quote too many
    /// costs one record.
    public var quotes = false
    /// Whether records without their last fields are taken, with empty ones.
    public var shortRecords = false
    /// Whether empty fields behind the last are dropped.
    public var emptyTail = false

    /// Takes nothing but RFC 4180.
    public init() {}
  }

  /// Finds the fields of delimited text (RFC 4180).
  ///
  /// - Parameters:
  ///   - columnCount: How many fields each record must have; of a malformed one so many are kept,
  ///     empty ones where there are too few. With `nil` the first record says it.
  ///   - leniency: What else is taken.
  public init(
    _ bytes: ContiguousArray<UInt8>,
    delimiter: UInt8,
    columnCount: Int?,
    leniency: Leniency = Leniency()
  ) {
    self.init(bytes, fieldCount: bytes.count / 6)
    scan(bytes.span, delimiter, columnCount, leniency)
  }

  private mutating func scan(
    _ bytes: Span<UInt8>,
    _ delimiter: UInt8,
    _ columnCount: Int?,
    _ leniency: Leniency
  ) {
    var columnCount = columnCount
    var offset = 0
    let hasQuotes = bytes.contains(UInt8(ascii: "\""))
    while offset < bytes.count {
      let (rowStart, firstField) = (offset, starts.count)
      beginRow(at: rowStart)
      if hasQuotes {
        scanRow(bytes, delimiter, &offset, leniency)
      } else {
        scanPlainRow(bytes, delimiter, &offset)
      }
      if leniency.quotes, faults.last?.row == rows.count - 1, lineCount > lastRowLine + 1 {
        offset = endOfLine(bytes, rowStart)
        endRowAfterLine(firstField)
      }
      let count = starts.count - firstField
      // A line without anything is no record.
      if count == 1, starts[firstField] == ends[firstField], quoting[firstField] == 0,
        columnCount != 1 || leniency.emptyTail
      {
        dropRow(firstField)
        continue
      }
      let expected = columnCount ?? count
      columnCount = expected
      guard count != expected else { continue }
      let isTaken =
        count < expected
        ? leniency.shortRecords
        : leniency.emptyTail
          && (firstField + expected..<starts.count).allSatisfy { starts[$0] == ends[$0] }
      if !isTaken { fault("the row has \(count) fields and should have \(expected)", rowStart) }
      pad(firstField + expected, at: rowStart)
    }
  }

  private func endOfLine(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    return min(offset + 1, bytes.count)
  }

  /// Scans a row where there are no quotes at all.
  private mutating func scanPlainRow(
    _ bytes: Span<UInt8>,
    _ delimiter: UInt8,
    _ offset: inout Int
  ) {
    var (start, place) = (offset, offset)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") { break }
      if byte == delimiter {
        append(start, place, 0)
        start = place + 1
      }
      place += 1
    }
    let isCut = place > start && bytes[place - 1] == UInt8(ascii: "\r")
    append(start, isCut ? place - 1 : place, 0)
    if place < bytes.count { countLine() }
    offset = place + 1
  }

  private mutating func scanRow(
    _ bytes: Span<UInt8>,
    _ delimiter: UInt8,
    _ offset: inout Int,
    _ leniency: Leniency
  ) {
    var isOpen = true
    while isOpen {
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        scanQuoted(bytes, delimiter, &offset)
      } else {
        scanPlain(bytes, delimiter, &offset, takesQuotes: leniency.quotes)
      }
      guard offset < bytes.count else { break }
      isOpen = bytes[offset] == delimiter
      if !isOpen { countLine() }
      offset += 1
      // A delimiter at the very end is followed by one more, empty field.
      if isOpen, offset == bytes.count {
        append(offset, offset, 0)
        isOpen = false
      }
    }
  }

  private mutating func scanPlain(
    _ bytes: Span<UInt8>,
    _ delimiter: UInt8,
    _ offset: inout Int,
    takesQuotes: Bool
  ) {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
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
      isAtLineEnd && offset > start && bytes[offset - 1] == carriageReturn ? offset - 1 : offset
    append(start, end, 0)
    if hasQuote, !takesQuotes {
      fault("a quote stands in a field that does not begin with one", start)
    }
  }

  private mutating func scanQuoted(
    _ bytes: Span<UInt8>,
    _ delimiter: UInt8,
    _ offset: inout Int
  ) {
    let start = offset + 1
    var flags = Self.quoted
    offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") { countLine() }
      if byte == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
        flags = Self.quoted | Self.doubledQuotes
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
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != delimiter {
      offset += 1
    }
    if offset > closing { fault("text stands behind a closing quote", closing) }
  }
}
