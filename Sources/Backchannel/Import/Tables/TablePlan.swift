import CaseStore
import Formats
import GraphModel

/// Says what becomes of each column of a table.
struct TablePlan: Sendable {
  struct Column: Sendable {
    /// Its place in a record.
    let index: Int
    let type: TableDescription.FieldType
    let form: BulkForm
    /// Whether each of its words stands in very many rows.
    let hasFewWords: Bool
  }

  /// One end of relationships.
  struct End: Sendable {
    let index: Int
    /// The nodes of the label that the import has read; `nil` when it reads none.
    let ids: NodeIDs?
    /// What the keys of the nodes begin with.
    let prefix: String
  }

  let table: TableDescription.Table
  let columnNames: [String]
  /// How the columns are found where each field has a name.
  private let members: JSONColumns
  let columns: [Column]
  /// Place of the column that nodes are known by.
  let idIndex: Int?
  let from: End?
  let to: End?

  /// The names of columns that nothing is made of.
  let unused: [String]

  /// Plans a table by the first piece of its file.
  ///
  /// - Throws: Everything that is wrong with the header.
  init(
    _ table: TableDescription.Table,
    sample bytes: ContiguousArray<UInt8>,
    nodes: [String: NodeIDs],
    file: String
  ) throws(BackchannelError) {
    self.table = table
    members = JSONColumns(table.columns)
    let sample = Self.records(bytes, table.format, members, columnCount: nil)
    let names = table.format.hasHeader ? try Self.names(sample, file) : members.names
    columnNames = names
    let firstRow = table.format.hasHeader ? 1 : 0
    var errors: [Diagnostic] = []
    func index(_ column: String) -> Int {
      if let index = names.firstIndex(of: column) { return index }
      errors.append(
        Diagnostic(
          .missingKey,
          "the header has no column '\(column)'",
          file: file,
          position: SourcePosition(line: 1, column: 1),
          remedy: "columns are \(names.joined(separator: ", "))",
          candidates: NearMiss.candidates(for: column, among: names)
        )
      )
      return 0
    }
    columns = table.properties.map { property in
      let place = index(property.column)
      let (form, wordCount) = Self.form(property.type, sample, firstRow, place, of: names.count)
      return Column(index: place, type: property.type, form: form, hasFewWords: wordCount <= 64)
    }
    var used = Set(table.properties.map(\.column))
    switch table.role {
    case .nodes(_, let id):
      idIndex = index(id)
      (from, to) = (nil, nil)
      used.insert(id)
    case .relationships(_, let source, let target):
      idIndex = nil
      used.formUnion([source.column, target.column])
      func end(_ end: TableDescription.End) -> End {
        End(index: index(end.column), ids: nodes[end.label], prefix: end.label + "/")
      }
      (from, to) = (end(source), end(target))
    }
    unused = names.filter { !used.contains($0) }
    if !errors.isEmpty { throw BackchannelError(errors) }
  }

  /// What the store is told of the table.
  var bulkTable: BulkTable {
    let columns = zip(table.properties, columns).map { (key: $0.key, form: $1.form) }
    return switch table.role {
    case .nodes(let labels, _):
      BulkTable(labels: labels, columns: columns, prefix: table.key + "/")
    case .relationships(let type, _, _):
      BulkTable(type: type, columns: columns, prefix: table.key + "/")
    }
  }

  /// Finds the records of a piece of the file.
  func records(_ bytes: ContiguousArray<UInt8>) -> RecordBlock {
    Self.records(bytes, table.format, members, columnCount: columnNames.count)
  }

  private static func records(
    _ bytes: ContiguousArray<UInt8>,
    _ format: TableFormat,
    _ members: JSONColumns,
    columnCount: Int?
  ) -> RecordBlock {
    guard let delimiter = format.delimiter else { return RecordBlock(bytes, columns: members) }
    return RecordBlock(bytes, delimiter: delimiter, columnCount: columnCount)
  }

  private static func names(_ sample: RecordBlock, _ file: String)
    throws(BackchannelError) -> [String]
  {
    let count = sample.rows.count > 0 ? sample.starts.count / sample.rows.count : 0
    let names = (0..<count).map { sample.text($0) ?? "" }
    let problem: String? =
      if names.isEmpty {
        "the file is empty and should begin with a header"
      } else if names.contains("") {
        "a column has no name, or one that is not UTF-8"
      } else if Set(names).count < names.count {
        "two columns have the same name"
      } else {
        sample.faults.first { $0.row == 0 }?.message
      }
    guard let problem else { return names }
    throw BackchannelError(
      Diagnostic(
        .invalidValue,
        problem,
        file: file,
        position: SourcePosition(line: 1, column: 1),
        remedy: "write the names of the columns into the first line"
      )
    )
  }

  /// Chooses how a column is written, texts that repeat as words, and counts the texts seen.
  private static func form(
    _ type: TableDescription.FieldType,
    _ sample: RecordBlock,
    _ firstRow: Int,
    _ column: Int,
    of columnCount: Int
  ) -> (BulkForm, textCount: Int) {
    if type == .date { return (.day, 0) }
    guard type == .string else { return (.json, 0) }
    var seen: Set<ArraySlice<UInt8>> = []
    var count = 0
    let rows = min(sample.rows.count, 20_000)
    for row in firstRow..<max(firstRow, rows) {
      let field = row * columnCount + column
      guard sample.starts[field] < sample.ends[field] else { continue }
      count += 1
      seen.insert(
        ArraySlice(sample.bytes[Int(sample.starts[field])..<Int(sample.ends[field])])
      )
    }
    // A word costs a row and an index entry, 30 bytes or so, once, and saves ten each time.
    return (count >= 16 && seen.count * 4 <= count ? .word : .json, seen.count)
  }
}
