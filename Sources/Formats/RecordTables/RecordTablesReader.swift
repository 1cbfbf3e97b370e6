import CaseModel
import GraphModel

/// Reads a folder of CSV files of records, one file and its parts in each piece; a row that is wrong
/// is rejected, with the rows of its parts.
struct RecordTablesReader: ImportReader {
  private let source: ByteSource
  private let folder: String
  private var tables = RecordTable.all[...]
  private var isBegun = false

  /// - Parameter source: The file `case.csv`; the others are beside it.
  init(_ source: ByteSource) {
    self.source = source
    let end = source.file.lastIndex(of: "/").map { source.file.index(after: $0) }
    folder = end.map { String(source.file[..<$0]) } ?? ""
  }

  mutating func next() throws(FormatError) -> ImportBatch? {
    guard isBegun else {
      isBegun = true
      let rows = try RecordRows.read(source, .info, isPart: false)
      let reader = RecordNodeReader(file: source.file)
      var batch = ImportBatch()
      if let row = rows.first {
        let node = DocumentNode.mapping(row.members, at: row.position)
        batch.content = try reader.description(node, at: row.position)
      }
      return batch
    }
    guard let (table, parts) = tables.popFirst() else { return nil }
    return try batch(table, parts)
  }

  private func batch(_ table: RecordTable, _ parts: [RecordTable.Part]) throws(FormatError)
    -> ImportBatch
  {
    var batch = ImportBatch()
    var rowsOfParts: [[String: [RecordRows.Row]]] = []
    for part in parts {
      let rows = try RecordRows.read(part.table, in: folder, isPart: true)
      batch.readCount += rows.count
      rowsOfParts.append(Dictionary(grouping: rows, by: \.record))
    }
    let file = folder + table.file
    let reader = RecordNodeReader(file: file)
    for row in try RecordRows.read(table, in: folder, isPart: false) {
      batch.readCount += 1
      let id = Self.id(of: row)
      var owned: [RecordRows.Row] = []
      var members = row.members
      for (number, part) in parts.enumerated() {
        guard let rows = rowsOfParts[number].removeValue(forKey: id) else { continue }
        owned += rows
        members.append((part.member, part.node(rows, at: row.position)))
      }
      do throws(FormatError) {
        if let fault = ([row] + owned).lazy.compactMap(\.fault).first {
          throw FormatError([wrong(.tableSyntax, fault, row, file)])
        }
        let node = DocumentNode.mapping(members, at: row.position)
        batch.content.append(
          try reader.content(node, as: table.member ?? "", at: row.position)
        )
        batch.takenCount += 1
        batch.mergedCount += owned.count
      } catch {
        let reason = error.diagnostics.first ?? wrong(.invalidValue, "unreadable", row, file)
        batch.rejections += ([row] + owned).map { Rejection(reason, text: $0.text) }
      }
    }
    for (part, rows) in zip(parts, rowsOfParts) {
      for row in rows.values.joined().sorted(by: { $0.position < $1.position }) {
        let reason = wrong(
          .danglingID,
          "there is no record '\(row.record)' in \(table.file)",
          row,
          folder + part.table.file
        )
        batch.rejections.append(Rejection(reason, text: row.text))
      }
    }
    return batch
  }

  private static func id(of row: RecordRows.Row) -> String {
    guard
      case .scalar(.string(let id))? = row.members.first(where: { $0.key == "id" })?.node.content
    else { return "" }
    return id
  }

  private func wrong(_ code: ErrorCode, _ message: String, _ row: RecordRows.Row, _ file: String)
    -> Diagnostic
  {
    Diagnostic(
      code,
      message,
      file: file,
      position: row.position,
      remedy: "correct the row, or leave it out"
    )
  }
}

extension RecordTable.Part {
  /// Returns the member that rows give a record.
  fileprivate func node(_ rows: [RecordRows.Row], at position: SourcePosition) -> DocumentNode {
    let nodes = rows.map { DocumentNode.mapping($0.members, at: $0.position) }
    switch member {
    case "pattern": return nodes.first ?? .mapping([], at: position)
    case "ids":
      let members = rows.compactMap { row -> (key: String, node: DocumentNode)? in
        guard case .scalar(.string(let system))? = row.members.first?.node.content,
          let value = row.members.dropFirst().first
        else { return nil }
        return (system, value.node)
      }
      return .mapping(members, at: position)
    default: return DocumentNode(.sequence(nodes), at: position)
    }
  }
}
