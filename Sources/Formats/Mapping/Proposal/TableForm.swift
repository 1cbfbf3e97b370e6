import GraphModel

/// Finds out how rows stand in a file: what stands in front of them, and whether the first one
/// names the columns.
enum TableForm {
  /// No more lines in front of the header are left out.
  private static let skipLimit = 12

  static func failure(_ what: String, _ file: String, _ remedy: String) -> FormatError {
    FormatError([Diagnostic(.tableSyntax, what, file: file, remedy: remedy)])
  }

  static func found(in bytes: [UInt8], file: String) throws(FormatError) -> DelimitedFormat {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw failure("the file is empty", file, "check the path, or export the table anew")
    }
    let start = beginning(bytes)
    var format = DelimitedFormat()
    let first = try Look(start, file, format)
    var best = first
    if !first.isGood, first.hasHeader {
      for count in 1...skipLimit {
        format.skippedLines = count
        guard let look = try? Look(start, file, format) else { break }
        guard look.isGood, look.hasHeader else { continue }
        best = look
        break
      }
    }
    format = best.format
    let isHeadless = !best.hasHeader
    if best.faultCount * 20 > best.rowCount {
      // Rows without their last cells; the first one may be such a row, too.
      for extra in 0...(isHeadless ? 3 : 0) {
        var filled = format
        filled.fillsShortRows = true
        if isHeadless {
          filled.hasHeader = false
          filled.columns = names(best.head.count + extra)
        }
        guard let look = try? Look(start, file, filled), look.faultCount < best.faultCount else {
          continue
        }
        (best, format) = (look, filled)
      }
    }
    if isHeadless, format.columns.isEmpty {
      format.hasHeader = false
      format.columns = names(best.head.count)
    }
    return format
  }

  private static func names(_ count: Int) -> [String] { (1...max(1, count)).map { "column \($0)" } }

  private static func beginning(_ bytes: [UInt8]) -> [UInt8] {
    let limit = 256 << 10
    guard bytes.count > limit else { return bytes }
    let part = bytes[..<limit]
    return Array(part[...(part.lastIndex(of: UInt8(ascii: "\n")) ?? limit - 1)])
  }

  /// Holds how a file looks where it is read in one form.
  private struct Look {
    let format: DelimitedFormat
    /// The first row.
    let head: [String]
    var rowCount = 0
    var faultCount = 0
    private var columns: [[String]] = []

    init(_ bytes: [UInt8], _ file: String, _ format: DelimitedFormat) throws(FormatError) {
      self.format = format
      var reader = try DelimitedReader(ByteSource(bytes, file: file, encoding: .utf8), format)
      head = reader.columns
      columns = Array(repeating: [], count: head.count)
      while rowCount < 200, let piece = try reader.next() {
        for row in 0..<min(200, piece.count) {
          rowCount += 1
          guard piece.fault(row) == nil else {
            faultCount += 1
            continue
          }
          for column in head.indices { columns[column].append(piece.text(row, column) ?? "") }
        }
      }
    }

    /// Whether it looks like a table: some columns, most of them with names, and most rows as long.
    var isGood: Bool {
      let named = head.enumerated().count { $1 != "column \($0 + 1)" }
      return head.count > 1 && named * 2 > head.count && faultCount * 3 <= rowCount && rowCount > 0
    }

    /// Whether the first row names the columns, rather than being a row like the others.
    var hasHeader: Bool {
      let first = head.prefix(80)
      if head.contains(where: { HeaderRole.roles(of: $0).first.map(Self.isSure) ?? false }),
        !first.contains(where: { DateColumn.kind($0, isNamed: true) != .none })
      {
        return true
      }
      var signs = 0
      for (name, cells) in zip(head, columns).prefix(80) where !cells.isEmpty {
        let filled = cells.filter { !$0.isEmpty }.prefix(40)
        guard let look = Self.shape(name), !filled.isEmpty else { continue }
        if filled.count(where: { Self.shape($0) == look }) * 10 >= filled.count * 8 { signs += 1 }
      }
      if signs > 0 { return false }
      // Names that stand again among the cells below them, in most columns.
      let again = zip(head, columns).count { $1.contains($0) }
      return again * 2 <= head.count
    }

    /// Words such as "name" or "type" may be data.
    private static func isSure(_ role: HeaderRole) -> Bool { role != .name }

    /// What a cell is, where that is nothing that the name of a column would be.
    private static func shape(_ text: String) -> ValueLook? {
      if DateColumn.kind(text, isNamed: false) != .none { return .time }
      let look = ValueLook(text)
      return [.number, .link, .mail, .phone].contains(look) ? look : nil
    }
  }
}
