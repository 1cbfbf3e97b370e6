/// Reads rows of CSV (RFC 4180) one by one; cells in quotation marks may hold line breaks.
struct QuotedRowScanner {
  private var lines: LineScanner
  /// A row of more lines than this ends where it stands.
  private static let lineLimit = 10_000

  /// Holds a row: the number of its first line, its text, and its cells.
  struct Row {
    let number: Int
    let text: String
    let cells: [String]
  }

  init(_ source: ByteSource) { lines = LineScanner(source) }

  var byteCount: Int { lines.byteCount }
  var file: String { lines.file }

  /// Returns the next row that is not empty; `nil` at the end.
  mutating func next() throws(FormatError) -> Row? {
    while let line = try lines.next() {
      guard var bytes = line.bytes else {
        return Row(number: line.number, text: "", cells: [])
      }
      if bytes.isEmpty { continue }
      if line.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      var lineCount = 1
      var isOpen = Self.opens(bytes)
      while isOpen, lineCount < Self.lineLimit, bytes.count < LineScanner.lineLimit,
        let more = try lines.next()
      {
        bytes.append(UInt8(ascii: "\n"))
        bytes += more.bytes ?? []
        if Self.opens(more.bytes ?? []) { isOpen = false }
        lineCount += 1
      }
      return Row(
        number: line.number,
        text: String(decoding: bytes, as: UTF8.self),
        cells: Self.cells(bytes)
      )
    }
    return nil
  }

  /// Tells whether text begins or ends a cell that it does not contain whole.
  private static func opens(_ bytes: [UInt8]) -> Bool {
    !bytes.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
  }

  private static func cells(_ bytes: [UInt8]) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && position < bytes.count && bytes[position] == byte:
        cell.append(byte)
        position += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      default: cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
