extension RecordBlock {
  /// Finds the fields of delimited text (RFC 4180).
  ///
  /// - Parameters:
  ///   - columnCount: How many fields each record must have; of a malformed one so many are kept,
  ///     empty ones where there are too few. With `nil` the first record says it.
  public init(_ bytes: ContiguousArray<UInt8>, delimiter: UInt8, columnCount: Int?) {
    self.init(bytes, fieldCount: bytes.count / 6)
    scan(bytes.span, delimiter, columnCount)
  }

  private mutating func scan(_ bytes: Span<UInt8>, _ delimiter: UInt8, _ columnCount: Int?) {
    var columnCount = columnCount
    var offset = 0
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    while offset < bytes.count {
      let (rowStart, firstField) = (offset, starts.count)
      beginRow(at: rowStart)
      var isOpen = true
      while isOpen {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
          scanQuoted(bytes, delimiter, &offset)
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
        if !isOpen { countLine() }
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
