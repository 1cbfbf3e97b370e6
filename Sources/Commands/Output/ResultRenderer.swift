import GraphModel
import QueryEngine

/// Makes the text of a query's result in one of the formats.
struct ResultRenderer {
  /// Lists the formats.
  enum Format: String, CaseIterable {
    case table, tsv, csv, json, ndjson, markdown
  }

  let graph: PropertyGraph
  let columns: [String]
  let rows: [[Value]]
  /// What each row rests on; empty when nobody asked.
  let evidence: [[Value]]
  /// What each derivation of each row rests on; empty when nobody asked.
  var witnesses: [[[Value]]] = []

  /// Returns the text, ending in a newline.
  func text(_ format: Format, table: ReportRenderer) -> String {
    switch format {
    case .table: self.table(table)
    case .tsv: lines(separator: "\t") { PlainText.printable($0, keepingLines: false) }
    case .csv: lines(separator: ",", Self.quoted)
    case .markdown: markdown
    case .json: json.text(indented: true) + "\n"
    case .ndjson: rows.indices.map { object($0).text() + "\n" }.joined()
    }
  }

  private var cells: [[String]] {
    let text = ResultText(graph: graph)
    return rows.map { $0.map(text.cell) }
  }

  private func table(_ renderer: ReportRenderer) -> String {
    var report = Report()
    let rows = cells.map { Report.Row(cells: $0) }
    report.blocks.append(.table(Report.Table(columns: columns, hasNames: true, rows: rows)))
    let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
    return renderer.text(of: report) + (columns.isEmpty ? "" : "\n\(count)\n")
  }

  private func lines(separator: String, _ field: (String) -> String) -> String {
    guard !columns.isEmpty else { return "" }
    return ([columns] + cells).map { $0.map(field).joined(separator: separator) + "\n" }.joined()
  }

  /// RFC 4180.
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private var markdown: String {
    guard !columns.isEmpty else { return "" }
    func row(_ cells: [String]) -> String {
      "| "
        + cells.map {
          PlainText.printable($0, keepingLines: false).replacing("|", with: "\\|")
        }.joined(separator: " | ") + " |\n"
    }
    return row(columns) + row(columns.map { _ in "---" }) + cells.map(row).joined()
  }

  private var json: JSONValue {
    [
      "answer": "query", "columns": .strings(columns),
      "rows": .array(rows.indices.map(object)),
    ]
  }

  private func object(_ row: Int) -> JSONValue {
    var members = zip(columns, rows[row]).map { name, value in
      JSONMember(key: name, value: ResultJSON(graph: graph).json(value))
    }
    if row < evidence.count {
      members.append(
        JSONMember(
          key: "evidence",
          value: .array(evidence[row].map(ResultJSON(graph: graph).json))
        )
      )
    }
    if row < witnesses.count {
      let lists = witnesses[row].map { JSONValue.array($0.map(ResultJSON(graph: graph).json)) }
      members.append(JSONMember(key: "witnesses", value: .array(lists)))
    }
    return .object(members)
  }
}

/// Writes values of query results as JSON for programs.
struct ResultJSON {
  let graph: PropertyGraph

  /// Returns a value: entities as objects, temporal values as text.
  func json(_ value: Value) -> JSONValue {
    switch value {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): number.isFinite ? .float(number) : .string("\(number)")
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(json))
    case .map(let values): object(values)
    case .node(let id): node(id)
    case .relationship(let id): relationship(id)
    case .path(let path):
      [
        "nodes": .array(path.nodes.map(node)),
        "relationships": .array(path.relationships.map(relationship)),
      ]
    default: .string(value.text)
    }
  }

  private func object(_ values: Properties) -> JSONValue {
    .object(
      values.sorted { $0.key < $1.key }.map { JSONMember(key: $0.key, value: json($0.value)) }
    )
  }

  private func node(_ id: NodeID) -> JSONValue {
    let shown = graph.shown(id)
    return [
      "id": .optional(shown.key), "labels": .strings(shown.labels),
      "properties": object(shown.properties),
    ]
  }

  private func relationship(_ id: RelationshipID) -> JSONValue {
    let shown = graph.shown(id)
    return [
      "id": .optional(shown.key), "type": .string(shown.type),
      "start": .optional(graph.shown(shown.source).key),
      "end": .optional(graph.shown(shown.target).key), "properties": object(shown.properties),
    ]
  }
}
