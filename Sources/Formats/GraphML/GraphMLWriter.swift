import GraphModel

/// Writes a graph as GraphML.
struct GraphMLWriter {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private var text: ExportText
  private var escape = XMLEscape()
  private var nodeIDs = NMTokens()
  private var edgeIDs = NMTokens()
  private let nodeColumns: AttributeColumns
  private let edgeColumns: AttributeColumns
  private var nodeNames = NMTokens()
  private var edgeNames = NMTokens()
  private var progress: ExportProgress

  init(_ graph: ExportGraph, _ sink: any ExportSink) {
    self.graph = graph
    self.sink = sink
    text = ExportText(sink)
    progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    nodeColumns = graph.nodeColumns(reserved: ["labels", "label", "originalId", "id"])
    edgeColumns = graph.edgeColumns(
      reserved: ["label", "originalId", "id", "source", "target", "directed"]
    )
    nodeIDs.add(graph.nodes.map(\.id))
    edgeIDs.add(graph.edges.map(\.id))
    nodeNames.add(nodeColumns.columns.map(\.name))
    edgeNames.add(edgeColumns.columns.map(\.name))
  }

  mutating func run() throws(FormatError) -> ExportReport {
    try writeHead()
    for node in graph.nodes { try write(node) }
    for edge in graph.edges { try write(edge) }
    try text.add("  </graph>\n</graphml>\n")
    try text.flush()
    var report = graph.report
    report.lose("control characters are dropped", count: escape.droppedCount)
    return report
  }

  private mutating func writeHead() throws(FormatError) {
    try text.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="\(GraphMLFormat.namespace)" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="\(GraphMLFormat.namespace) \(GraphMLFormat.namespace)/1.0/graphml.xsd">
        <key id="mark" for="graph" attr.name="\(GraphMLFormat.markName)" attr.type="string"/>
        <key id="labels" for="node" attr.name="labels" attr.type="string"/>
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="originalId" for="node" attr.name="originalId" attr.type="string"/>
        <key id="type" for="edge" attr.name="label" attr.type="string"/>
        <key id="originalEdgeId" for="edge" attr.name="originalId" attr.type="string"/>

      """
    )
    try declare(nodeColumns, nodeNames, element: "node", prefix: "n")
    try declare(edgeColumns, edgeNames, element: "edge", prefix: "e")
    let mark: JSONValue = [
      "version": 1, "case": .string(graph.id), "title": .string(graph.title),
      "shape": .string(graph.shape.rawValue),
    ]
    let direction = graph.shape == .met ? "undirected" : "directed"
    try text.add(
      """
        <graph id="G" edgedefault="\(direction)">
          <data key="mark">\(escape.text(mark.text()))</data>

      """
    )
  }

  private mutating func declare(
    _ columns: AttributeColumns,
    _ names: NMTokens,
    element: String,
    prefix: String
  ) throws(FormatError) {
    for (number, column) in columns.columns.enumerated() {
      let name = names[column.name]
      let type =
        switch column.type {
        case .boolean: "boolean"
        case .integer: "long"
        case .float: "double"
        default: "string"
        }
      var line = "  <key id=\"\(prefix)\(number)\" for=\"\(element)\" "
      line += "attr.name=\"\(escape.attribute(name))\" attr.type=\"\(type)\""
      let note = JSONValue.compact([
        JSONMember(key: "key", value: name == column.key ? .null : .string(column.key)),
        JSONMember(key: "type", value: Self.note(column.type)),
        JSONMember(key: "derived", value: column.isDerived ? true : .null),
      ])
      line += note == .object([]) ? "/>\n" : "><desc>\(escape.text(note.text()))</desc></key>\n"
      try text.add(line)
    }
  }

  private static func note(_ type: AttributeColumns.ValueType) -> JSONValue {
    switch type {
    case .date: "date"
    case .texts, .json: "json"
    default: .null
    }
  }

  private mutating func write(_ node: ExportGraph.Node) throws(FormatError) {
    let id = nodeIDs[node.id]
    var line = "    <node id=\"\(escape.attribute(id))\">"
    if !node.labels.isEmpty { line += data("labels", GraphMLLabels.text(node.labels)) }
    line += data("label", node.label)
    if id != node.id { line += data("originalId", node.id) }
    line += cells(nodeColumns, node.properties, node.derived, prefix: "n")
    try text.add(line + "</node>\n")
    progress.advance(sink)
  }

  private mutating func write(_ edge: ExportGraph.Edge) throws(FormatError) {
    let id = edgeIDs[edge.id]
    var line = "    <edge id=\"\(escape.attribute(id))\""
    line += " source=\"\(escape.attribute(nodeIDs[edge.source]))\""
    line += " target=\"\(escape.attribute(nodeIDs[edge.target]))\">"
    line += data("type", edge.type)
    if id != edge.id { line += data("originalEdgeId", edge.id) }
    line += cells(edgeColumns, edge.properties, edge.derived, prefix: "e")
    try text.add(line + "</edge>\n")
    progress.advance(sink)
  }

  private mutating func cells(
    _ columns: AttributeColumns,
    _ own: Properties,
    _ derived: Properties,
    prefix: String
  ) -> String {
    var line = ""
    for (number, value) in columns.cells(own: own, derived: derived) {
      line += data("\(prefix)\(number)", columns.columns[number].text(value))
    }
    return line
  }

  private mutating func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(escape.text(value))</data>"
  }
}

/// Writes and reads the labels of a node as one text.
enum GraphMLLabels {
  static func text(_ labels: [String]) -> String {
    labels.contains { $0.isEmpty || $0.contains(where: { ":;, []".contains($0) }) }
      ? JSONValue.strings(labels).text() : labels.map { ":" + $0 }.joined()
  }

  /// Reads what `text` writes, and a list of names between semicolons, commas or colons.
  static func labels(_ text: String) -> [String] {
    if text.hasPrefix("["), case .array(let elements)? = try? JSONReader.read(text.utf8).json {
      return elements.compactMap {
        if case .string(let label) = $0 { label } else { nil }
      }
    }
    return text.split { $0 == ":" || $0 == ";" || $0 == "," }
      .map { $0.trimming { $0 == " " } }.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self.drop(while: isTrimmed)
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
