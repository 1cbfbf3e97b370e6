import Foundation
import GraphModel

/// Reads the rows of one CSV file of records.
struct RecordRows {
  /// One row.
  struct Row {
    /// The id of the record that it belongs to, in files of parts.
    let record: String
    /// The members that it gives.
    let members: [(key: String, node: DocumentNode)]
    /// Where it begins.
    let position: SourcePosition
    /// The row as it stands in the file.
    let text: String
    /// What is wrong with its fields.
    let fault: String?
  }

  /// Larger files are refused.
  static let byteLimit = 256 << 20

  /// Reads all rows; none where the file is missing.
  ///
  /// - Throws: `tooLarge`; `tableSyntax` for a header without a column that is needed.
  static func read(_ table: RecordTable, in folder: String, isPart: Bool) throws(FormatError)
    -> [Row]
  {
    let path = folder + table.file
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try read(try ByteSource(path: path), table, isPart: isPart)
  }

  /// Reads all rows of a file that is open.
  static func read(_ source: ByteSource, _ table: RecordTable, isPart: Bool) throws(FormatError)
    -> [Row]
  {
    var bytes: ContiguousArray<UInt8> = []
    while true {
      let piece = try source.next()
      if piece.isEmpty { break }
      bytes += piece
      guard bytes.count <= byteLimit else {
        throw failure(.tooLarge, "the file is larger than \(byteLimit) bytes", source.file)
      }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let block = RecordBlock(bytes, delimiter: UInt8(ascii: ","), columnCount: nil)
    guard !block.rows.isEmpty else {
      throw failure(.tableSyntax, "the file has no header", source.file)
    }
    let width = block.starts.count / block.rows.count
    let names = (0..<width).map { block.text($0) ?? "" }
    let places = try places(of: table, in: names, isPart: isPart, file: source.file)
    let faults = Dictionary(block.faults.map { ($0.row, $0.message) }) { first, _ in first }
    return (1..<block.rows.count).map { row in
      let fields = (0..<width).map { block.text(row * width + $0) }
      let position = SourcePosition(line: Int(block.lines[row]) + 1, column: 1)
      let isText = !fields.contains(nil)
      let texts = fields.map { $0 ?? "" }
      let members = zip(table.columns, places.columns).compactMap { column, places in
        column.member(places.map { $0.map { texts[$0] } ?? "" }, at: position)
      }
      return Row(
        record: places.record.map { texts[$0] } ?? "",
        members: members,
        position: position,
        text: CSVLine.text(texts).trimmingXMLSpace,
        fault: faults[row] ?? (isText ? nil : "the row is not UTF-8")
      )
    }
  }

  /// Finds the columns by their names, in any order; those that may be missing are `nil`.
  private static func places(
    of table: RecordTable,
    in names: [String],
    isPart: Bool,
    file: String
  ) throws(FormatError) -> (record: Int?, columns: [[Int?]]) {
    let record = names.firstIndex(of: RecordTable.Part.recordColumn)
    let needed = isPart ? RecordTable.Part.recordColumn : "id"
    guard names.contains(needed) else {
      throw failure(.tableSyntax, "there is no column '\(needed)'", file)
    }
    let known = table.header + [RecordTable.Part.recordColumn]
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw failure(.tableSyntax, "there is no use for the column '\(unknown)'", file, table.header)
    }
    return (record, table.columns.map { $0.names.map { names.firstIndex(of: $0) } })
  }

  private static func failure(
    _ code: ErrorCode,
    _ message: String,
    _ file: String,
    _ columns: [String] = []
  ) -> FormatError {
    FormatError([
      Diagnostic(
        code,
        message,
        file: file,
        position: SourcePosition(line: 1, column: 1),
        remedy: columns.isEmpty
          ? "write it as 'backchannel export --format csv' does"
          : "columns are \(columns.joined(separator: ", "))"
      )
    ])
  }
}
