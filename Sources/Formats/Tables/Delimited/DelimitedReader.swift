import GraphModel

/// Reads the rows of a delimited file piece by piece, in memory that does not grow with the file.
///
/// RFC 4180, and what real files do: any of four delimiters, CR alone at the end of a line, quotes
/// in the middle of a field, lines of nothing, empty fields at the end of a row. A row with a
/// quoting error costs that row and no other.
public struct DelimitedReader {
  /// A record may not be longer.
  public static let recordByteLimit = 16 << 20
  /// A row may not have more fields.
  public static let columnLimit = 10_000

  /// The names of the columns, each once.
  public private(set) var columns: [String] = []
  /// What keeps the fields apart.
  public private(set) var delimiter: UInt8
  /// The bytes.
  public let source: ByteSource
  private let format: DelimitedFormat
  private var rest: ContiguousArray<UInt8> = []
  private var isAtEnd = false
  private var hasOnlyReturns = false
  private var line = 1
  private var rowNumber = 0
  private var first: DelimitedPiece?

  /// Reads the names of the columns.
  ///
  /// - Throws: `tableSyntax` where there are no columns or too many; what `ByteSource` throws.
  public init(_ source: ByteSource, _ format: DelimitedFormat = DelimitedFormat())
    throws(FormatError)
  {
    self.source = source
    self.format = format
    source.keepsInvalidBytes = true
    delimiter = format.delimiter ?? UInt8(ascii: ",")
    try begin()
    try readColumns()
  }

  /// Returns the next rows; `nil` at the end.
  ///
  /// - Throws: `tooLarge`, and what `ByteSource` throws.
  public mutating func next() throws(FormatError) -> DelimitedPiece? {
    if let piece = first {
      first = nil
      return piece
    }
    return try piece(columnCount: columns.count)
  }

  // MARK: - The beginning

  private mutating func begin() throws(FormatError) {
    while rest.count < 64 << 10, !isAtEnd { try readMore() }
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    hasOnlyReturns = rest.contains(carriageReturn) && !rest.contains(feed)
    if hasOnlyReturns { rest = ContiguousArray(rest.map { $0 == carriageReturn ? feed : $0 }) }
    for _ in 0..<format.skippedLines { skipLine() }
    // Some spreadsheets say the delimiter in a line of its own.
    if rest.starts(with: "sep=".utf8), rest.count > 4 {
      if format.delimiter == nil { delimiter = rest[4] }
      return skipLine()
    }
    guard format.delimiter == nil else { return }
    let count = format.columns.isEmpty ? nil : format.columns.count
    delimiter = DelimitedFormat.delimiter(
      in: ContiguousArray(rest.prefix(64 << 10)),
      columnCount: count
    )
  }

  private mutating func skipLine() {
    let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.count
    rest.removeSubrange(..<end)
    line += 1
  }

  private mutating func readColumns() throws(FormatError) {
    guard format.hasHeader || format.columns.isEmpty else {
      columns = Self.unique(format.columns)
      return
    }
    var found = try piece(columnCount: nil)
    while let piece = found, piece.count == 0 { found = try self.piece(columnCount: nil) }
    guard var piece = found else { throw failure("the file has no rows", line: line) }
    let count = piece.records.starts.count / max(1, piece.records.rows.count)
    guard count <= Self.columnLimit else {
      throw failure("a row has \(count) fields, more than \(Self.columnLimit)", line: line)
    }
    let names = format.hasHeader ? (0..<count).map { piece.text(0, $0) ?? "" } : []
    columns = Self.unique(
      (0..<count).map { index in
        format.columns.indices.contains(index)
          ? format.columns[index] : names.indices.contains(index) ? names[index] : ""
      }
    )
    if format.hasHeader {
      piece.dropFirst()
      rowNumber -= 1
    }
    first = piece
  }

  /// Gives names to columns without one, and other names to those that have the same.
  private static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { index, name in
      taken.takeFreeName(name.isEmpty ? "column \(index + 1)" : name)
    }
  }

  // MARK: - Pieces

  private mutating func piece(columnCount: Int?) throws(FormatError) -> DelimitedPiece? {
    var ends = RecordEnds(delimiter: delimiter)
    ends.look(at: rest)
    while ends.lastEnd == 0, !isAtEnd, rest.count < Self.recordByteLimit {
      try readMore()
      ends.look(at: rest)
    }
    var end = isAtEnd ? rest.count : ends.lastEnd
    if end == 0, !isAtEnd {
      // A quote that is never closed: its row is refused, and the lines behind it are read.
      guard let feed = rest.lastIndex(of: UInt8(ascii: "\n")) else {
        throw failure(
          "a line has more than \(Self.recordByteLimit >> 20) MB",
          line: line,
          code: .tooLarge,
          remedy: "check that it is a table, and which delimiter and encoding it has"
        )
      }
      end = feed + 1
    }
    guard end > 0 else { return nil }
    let bytes = ContiguousArray(rest[..<end])
    rest.removeSubrange(..<end)
    var leniency = RecordBlock.Leniency()
    leniency.quotes = true
    leniency.emptyTail = true
    leniency.shortRecords = format.fillsShortRows
    let records = RecordBlock(
      bytes,
      delimiter: delimiter,
      columnCount: columnCount,
      leniency: leniency
    )
    let piece = DelimitedPiece(records, firstLine: line, firstRow: rowNumber)
    line += records.lineCount
    rowNumber += records.rows.count
    return piece
  }

  private mutating func readMore() throws(FormatError) {
    let bytes = try source.next()
    isAtEnd = bytes.isEmpty
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    if hasOnlyReturns {
      rest.append(contentsOf: bytes.lazy.map { $0 == carriageReturn ? feed : $0 })
    } else {
      rest.append(contentsOf: bytes)
    }
  }

  private func failure(
    _ message: String,
    line: Int,
    code: ErrorCode = .tableSyntax,
    remedy: String = "check that the file is a table with a header"
  ) -> FormatError {
    FormatError([
      Diagnostic(
        code,
        message,
        file: source.file,
        position: SourcePosition(line: line, column: 1),
        remedy: remedy
      )
    ])
  }
}
