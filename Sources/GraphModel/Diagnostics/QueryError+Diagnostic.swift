extension Diagnostic {
  /// Makes a diagnostic of what is wrong with a query, with the line and column of its place.
  ///
  /// O(n) in the length of `text`, the text of the query.
  public init(_ error: QueryError, in text: String, file: String? = nil) {
    let place = error.range.map { SourcePosition.place(of: $0, in: text) }
    self.init(
      .query,
      error.message,
      file: file,
      position: place?.position,
      length: place?.length ?? 1,
      remedy: error.remedy,
      candidates: error.candidates
    )
  }
}

extension SourcePosition {
  /// Returns the line and column at which a range of UTF-8 bytes begins, and how many of its bytes
  /// stand on that line.
  ///
  /// Ranges beyond the text begin at its end. A line ends with LF, CR, or both.
  fileprivate static func place(
    of range: Range<Int>,
    in text: String
  ) -> (position: SourcePosition, length: Int) {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var (line, column, length, offset) = (1, 1, 0, 0)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if offset >= range.upperBound { break }
      let isBreak = byte == feed || byte == carriage
      if offset >= range.lowerBound {
        if isBreak { break }
        length += 1
      } else if isBreak {
        if byte == carriage || previous != carriage { line += 1 }
        column = 1
      } else {
        column += 1
      }
      previous = byte
      offset += 1
    }
    return (SourcePosition(line: line, column: column), max(1, length))
  }
}
