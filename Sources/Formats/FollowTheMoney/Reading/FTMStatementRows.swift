import Foundation
import GraphModel

/// Reads statements from CSV and puts those of one entity, which stand together, into one.
struct FTMStatementRows: FTMSource {
  private var rows: QuotedRowScanner
  private var columns: [String: Int] = [:]
  private var pending: Row?
  /// An entity of more rows than this is cut.
  private static let rowLimit = 100_000

  private struct Row {
    let number: Int
    let text: String
    let cells: [String]
  }

  init(_ source: ByteSource) throws(FormatError) {
    rows = QuotedRowScanner(source)
    guard let header = try rows.next() else { return }
    for (place, name) in header.cells.enumerated() { columns[name] = place }
    for name in ["entity_id", "prop", "schema", "value"] where columns[name] == nil {
      throw FormatError([
        Diagnostic(
          .missingKey,
          "the table has no column '\(name)'",
          file: source.file,
          position: SourcePosition(line: 1, column: 1),
          remedy: "export statements with their header: ftm format-statements -x csv"
        )
      ])
    }
  }

  var byteCount: Int { rows.byteCount }

  mutating func next() throws(FormatError) -> FTMReading? {
    guard let first = try nextRow() else { return nil }
    guard let id = identity(of: first) else { return reject(first) }
    var group = [first]
    while group.count < Self.rowLimit, let row = try nextRow() {
      guard identity(of: row) == id else {
        pending = row
        break
      }
      group.append(row)
    }
    return .unit(unit(id, group))
  }

  private mutating func nextRow() throws(FormatError) -> Row? {
    if let row = pending {
      pending = nil
      return row
    }
    guard let row = try rows.next() else { return nil }
    return Row(number: row.number, text: row.text, cells: row.cells)
  }

  private func cell(_ row: Row, _ name: String) -> String? {
    guard let place = columns[name], place < row.cells.count, !row.cells[place].isEmpty else {
      return nil
    }
    return row.cells[place]
  }

  /// The id that rows are put together by; `nil` where the row is none.
  private func identity(of row: Row) -> String? {
    guard cell(row, "prop") != nil, cell(row, "schema") != nil, cell(row, "value") != nil else {
      return nil
    }
    return cell(row, "canonical_id") ?? cell(row, "entity_id")
  }

  private func unit(_ id: String, _ group: [Row]) -> FTMUnit {
    var entity = FTMEntity(id, group.first.flatMap { cell($0, "schema") } ?? "")
    var firstSeen: [String: String] = [:]
    var datasets: [String] = []
    for row in group {
      if let schema = cell(row, "schema"), schema != entity.schema,
        FTMSchema.isNarrower(schema, than: entity.schema)
      {
        entity.schema = schema
      }
      if let dataset = cell(row, "dataset") {
        if !datasets.contains(dataset) { datasets.append(dataset) }
        if let seen = cell(row, "first_seen") {
          firstSeen[dataset] = min(firstSeen[dataset] ?? seen, seen)
        }
      }
      guard let property = cell(row, "prop"), property != "id" else { continue }
      entity.add(
        property,
        cell(row, "value"),
        language: cell(row, "lang").map(Self.short),
        original: cell(row, "original_value")
      )
    }
    return FTMUnit(
      entity: entity,
      lines: group.map { FTMUnit.Line(number: $0.number, text: $0.text) },
      datasets: datasets.map { FTMUnit.Dataset(name: $0, firstSeen: firstSeen[$0]) }
    )
  }

  private static func short(_ language: String) -> String {
    Locale.LanguageCode(language).identifier(.alpha2) ?? language
  }

  private func reject(_ row: Row) -> FTMReading {
    let position = SourcePosition(line: row.number, column: 1)
    return .rejected([
      Rejection(
        Diagnostic(
          .missingKey,
          "the row has no entity_id, prop, schema or value",
          file: rows.file,
          position: position,
          remedy: "complete the row"
        ),
        text: row.text
      )
    ])
  }
}
