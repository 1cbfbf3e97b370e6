public import GraphModel

/// Holds some rows of a delimited file, and knows the line of each.
public struct DelimitedPiece: Sendable {
  /// The fields of all records, also of a header.
  let records: RecordBlock
  private let firstLine: Int
  private let firstRow: Int
  private let faults: [Int: RecordBlock.Fault]
  private let columnCount: Int
  /// How many records at the beginning are no rows.
  private var dropped = 0

  init(_ records: RecordBlock, firstLine: Int, firstRow: Int) {
    self.records = records
    self.firstLine = firstLine
    self.firstRow = firstRow
    faults = Dictionary(records.faults.map { ($0.row, $0) }) { first, _ in first }
    columnCount = records.rows.isEmpty ? 0 : records.starts.count / records.rows.count
  }

  mutating func dropFirst() { dropped += 1 }

  /// How many rows there are.
  public var count: Int { max(0, records.rows.count - dropped) }

  /// Returns a field without the spaces around it; `nil` where its bytes are no text.
  public func text(_ row: Int, _ column: Int) -> String? {
    guard column < columnCount, row + dropped < records.rows.count else { return "" }
    let field = (row + dropped) * columnCount + column
    guard records.starts[field] < records.ends[field] else { return "" }
    return records.text(field)?.trimmingSpaces
  }

  /// Returns what is wrong with the form of a row.
  public func fault(_ row: Int) -> String? { faults[row + dropped]?.message }

  /// Returns the line in which a row begins, from 1.
  public func line(_ row: Int) -> Int { firstLine + Int(records.lines[row + dropped]) }

  /// Returns the number of a row in the file, from 1, without the header.
  public func number(_ row: Int) -> Int { firstRow + row + 1 }

  /// Returns the column of the line in which the first of its fields with a text begins.
  public func position(_ row: Int, column: Int?) -> SourcePosition {
    let line = line(row)
    guard let column, column < columnCount, row + dropped < records.rows.count else {
      return SourcePosition(line: line, column: 1)
    }
    let start = Int(records.rows[row + dropped])
    let field = Int(records.starts[(row + dropped) * columnCount + column])
    guard field >= start else { return SourcePosition(line: line, column: 1) }
    let before = records.bytes[start..<field]
    let feed = before.lastIndex(of: UInt8(ascii: "\n"))
    return SourcePosition(
      line: line + before.count { $0 == UInt8(ascii: "\n") },
      column: field - (feed.map { $0 + 1 } ?? start) + 1
    )
  }

  /// Returns a row as it stands in the file, without the end of its line.
  public func raw(_ row: Int) -> String {
    let index = row + dropped
    guard index < records.rows.count else { return "" }
    let start = Int(records.rows[index])
    let end =
      index + 1 < records.rows.count ? Int(records.rows[index + 1]) : records.bytes.count
    var bytes = records.bytes[start..<end]
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    return String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    let isPlain: (UInt8) -> Bool = { 0x21..<0x7F ~= $0 }
    if isPlain(first), isPlain(last) { return self }
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let start = unicodeScalars.drop(while: isSpace)
    guard let end = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...end])
  }
}
