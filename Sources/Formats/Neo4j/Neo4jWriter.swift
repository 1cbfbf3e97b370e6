import GraphModel

/// Writes a graph as CSV files for the importer of Neo4j.
struct Neo4jWriter {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private var text: ExportText
  private var progress: ExportProgress
  private var names = FileNames()
  private var command = "neo4j-admin database import full"
  private var semicolonCount = 0

  init(_ graph: ExportGraph, _ sink: any ExportSink) {
    self.graph = graph
    self.sink = sink
    text = ExportText(sink)
    progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
  }

  mutating func run() throws(FormatError) -> ExportReport {
    let nodes = Dictionary(grouping: graph.nodes, by: \.labels)
    for (labels, nodes) in nodes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      try write(nodes, labels: labels)
    }
    let edges = Dictionary(grouping: graph.edges, by: \.type)
    for (type, edges) in edges.sorted(by: { $0.key < $1.key }) { try write(edges, type: type) }
    try text.begin("import.txt")
    try text.add(command + " --multiline-fields=true neo4j\n")
    try text.flush()
    var report = graph.report
    report.lose("semicolons in lists become commas", count: semicolonCount)
    return report
  }

  private mutating func write(_ nodes: [ExportGraph.Node], labels: [String]) throws(FormatError) {
    let columns = AttributeColumns(
      nodes.lazy.map { (own: $0.properties, derived: $0.derived) },
      reserved: ["key"]
    )
    let file = names.next("nodes-" + (labels.isEmpty ? "none" : labels.joined(separator: "+")))
    command += " --nodes=\(file)"
    try text.begin(file)
    try text.add(CSVLine.text(["key:ID"] + columns.columns.map(header) + [":LABEL"]))
    let joined = list(labels)
    for node in nodes {
      try text.add(
        CSVLine.text([node.id] + cells(columns, node.properties, node.derived) + [joined])
      )
      progress.advance(sink)
    }
  }

  private mutating func write(_ edges: [ExportGraph.Edge], type: String) throws(FormatError) {
    let columns = AttributeColumns(
      edges.lazy.map { (own: $0.properties, derived: $0.derived) },
      reserved: ["key"]
    )
    let file = names.next("relationships-" + type)
    command += " --relationships=\(file)"
    try text.begin(file)
    try text.add(
      CSVLine.text(
        [":START_ID", "key:string"] + columns.columns.map(header) + [":END_ID", ":TYPE"]
      )
    )
    for edge in edges {
      let values = cells(columns, edge.properties, edge.derived)
      try text.add(CSVLine.text([edge.source, edge.id] + values + [edge.target, edge.type]))
      progress.advance(sink)
    }
  }

  private func header(_ column: AttributeColumns.Column) -> String {
    let type =
      switch column.type {
      case .boolean: "boolean"
      case .integer: "long"
      case .float: "double"
      case .date: "date"
      case .texts: "string[]"
      case .string, .json: "string"
      }
    // A colon would end the name.
    return column.name.replacing(":", with: "_") + ":" + type
  }

  private mutating func cells(
    _ columns: AttributeColumns,
    _ own: Properties,
    _ derived: Properties
  ) -> [String] {
    var cells = [String](repeating: "", count: columns.columns.count)
    for (number, value) in columns.cells(own: own, derived: derived) {
      let column = columns.columns[number]
      if column.type == .texts, case .list(let values) = value {
        cells[number] = list(values.compactMap(\.stringValue))
      } else if case .float(let float) = value, !float.isFinite {
        cells[number] = float.isNaN ? "NaN" : float < 0 ? "-Infinity" : "Infinity"
      } else {
        cells[number] = column.text(value)
      }
    }
    return cells
  }

  private mutating func list(_ values: [String]) -> String {
    values.map { value in
      semicolonCount += value.utf8.count { $0 == UInt8(ascii: ";") }
      return value.replacing(";", with: ",")
    }
    .joined(separator: ";")
  }
}

/// Gives files names that are safe and different.
private struct FileNames {
  private var taken: Set<String> = []

  mutating func next(_ text: String) -> String {
    let stem = String(
      text.prefix(100)
        .map { $0.isLetter || $0.isNumber || "-_+".contains($0) ? $0 : "_" as Character }
    )
    var name = stem + ".csv"
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number).csv"
      number += 1
    }
    return name
  }
}
