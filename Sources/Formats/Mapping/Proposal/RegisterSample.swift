import GraphModel

/// Holds the first rows of a register, from which a mapping is proposed.
public struct RegisterSample: Sendable {
  /// No more rows are looked at.
  public static let rowLimit = 6_000
  /// No more bytes are looked at, unless the first row has more.
  static let byteLimit = 4 << 20

  /// The name of the file.
  public let file: String
  /// The encoding, as it was found out or said.
  public let encoding: TextEncoding
  /// How rows stand in the file.
  public internal(set) var table = DelimitedFormat()
  /// The names of the columns, fit to stand in braces.
  public internal(set) var columns: [String] = []
  /// How many rows were looked at.
  public internal(set) var rowCount = 0
  /// Whether these are all rows of the file.
  public internal(set) var isWhole: Bool
  /// The cells of each column, in the order of the rows; empty where a cell is no text.
  var cells: [[String]] = []
  /// The beginning of the file, in UTF-8.
  let bytes: [UInt8]

  /// Reads the beginning of a file, and finds out how rows stand in it.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - encoding: How it is encoded; found out where it is not said.
  /// - Throws: `fileUnreadable`; `notText` for what is no text; `tableSyntax` for what is no table.
  public init(path: String, encoding: TextEncoding? = nil) throws(FormatError) {
    let source = try ByteSource(path: path, encoding: encoding)
    let (bytes, isWhole) = try Self.beginning(of: source)
    try Self.check(bytes, source.file)
    try self.init(bytes, file: source.file, encoding: source.encoding, isWhole: isWhole)
  }

  /// Reads bytes in memory, which are UTF-8.
  init(_ bytes: [UInt8], file: String, encoding: TextEncoding = .utf8, isWhole: Bool = true)
    throws(FormatError)
  {
    self.file = file
    self.encoding = encoding
    self.isWhole = isWhole
    self.bytes = isWhole ? bytes : try Self.wholeRows(bytes, file)
    table = try TableForm.found(in: self.bytes, file: file)
    try readCells()
  }

  /// Returns the beginning of the file to be read again; it is UTF-8.
  public func makeSource() -> ByteSource { ByteSource(bytes, file: file, encoding: .utf8) }

  // MARK: - Reading

  private static func beginning(of source: ByteSource) throws(FormatError) -> ([UInt8], Bool) {
    source.keepsInvalidBytes = true
    var bytes: [UInt8] = []
    while bytes.count < byteLimit {
      let piece = try source.next()
      if piece.isEmpty { return (bytes, true) }
      bytes += piece
    }
    return (Array(bytes.prefix(byteLimit)), false)
  }

  private static func check(_ bytes: [UInt8], _ file: String) throws(FormatError) {
    func failure(_ what: String, _ remedy: String) -> FormatError {
      FormatError([Diagnostic(.notText, what, file: file, remedy: remedy)])
    }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      throw failure("the file is packed, as spreadsheets are", "open it and save it as CSV (UTF-8)")
    }
    if bytes.starts(with: "%PDF".utf8) {
      throw failure("the file is a PDF", "take the table out of it first, as CSV")
    }
    let start = bytes.prefix(64 << 10)
    let strange = start.count { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard strange * 200 > start.count else { return }
    throw failure("the file is no text", "save the table as CSV (UTF-8), or name its --encoding")
  }

  /// Leaves out the last row, which may be cut.
  private static func wholeRows(_ bytes: [UInt8], _ file: String) throws(FormatError) -> [UInt8] {
    let all = ContiguousArray(bytes)
    var ends = RecordEnds(
      delimiter: DelimitedFormat.delimiter(
        in: ContiguousArray(all.prefix(64 << 10)),
        columnCount: nil
      )
    )
    ends.look(at: all)
    let lineEnd = all.lastIndex(of: UInt8(ascii: "\n")) ?? all.lastIndex(of: UInt8(ascii: "\r"))
    let end = ends.lastEnd > 0 ? ends.lastEnd : lineEnd.map { $0 + 1 }
    guard let end else {
      throw FormatError([
        Diagnostic(
          .tooLarge,
          "the first line has more than \(byteLimit >> 20) MB",
          file: file,
          remedy: "check that it is a table, and which delimiter and encoding it has"
        )
      ])
    }
    return Array(bytes.prefix(end))
  }

  private mutating func readCells() throws(FormatError) {
    var reader = try DelimitedReader(makeSource(), table)
    try name(reader.columns)
    cells = Array(repeating: [], count: columns.count)
    var fault: String?
    while rowCount < Self.rowLimit, let piece = try reader.next() {
      for row in 0..<piece.count {
        guard rowCount < Self.rowLimit else {
          isWhole = false
          break
        }
        rowCount += 1
        if let found = piece.fault(row) {
          fault = fault ?? "line \(piece.line(row)): \(found)"
          continue
        }
        for column in columns.indices { cells[column].append(piece.text(row, column) ?? "") }
      }
    }
    guard rowCount > 0 else {
      throw TableForm.failure(
        "the table has a header and no rows",
        file,
        "check that the file is complete"
      )
    }
    if let fault, cells[0].isEmpty {
      throw TableForm.failure(
        "no row has the form of the first one; \(fault)",
        file,
        "check what keeps its fields apart, and its quotation marks"
      )
    }
  }

  /// Gives the columns names that can stand in braces; the form says them where they differ.
  private mutating func name(_ names: [String]) throws(FormatError) {
    guard names.count > 1 else {
      throw TableForm.failure(
        "the table has one column only: nothing tells who met whom",
        file,
        "check that a comma, semicolon, tab or pipe keeps its fields apart, and its --encoding"
      )
    }
    var taken = Set(names)
    columns = names.enumerated().map { index, name in
      let isFit =
        !name.contains(where: { "{}".contains($0) }) && !name.hasPrefix("#")
        && name.utf8.count <= 120
        && name.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && $0.properties.generalCategory != .format
        }
      if isFit { return name }
      let letters = name.filter { $0.isLetter || $0.isNumber || " _-./()".contains($0) }
      var base = String(letters.prefix(60)).trimmingSpaces
      if base.isEmpty { base = "column \(index + 1)" }
      return taken.takeFreeName(base)
    }
    if columns != names { table.columns = columns }
  }
}
