import CaseModel
import GraphModel

/// Writes a graph as GEXF.
struct GEXFWriter {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private let hasLooks: Bool
  private var text: ExportText
  private var escape = XMLEscape()
  private let nodeColumns: AttributeColumns
  private let edgeColumns: AttributeColumns
  private var progress: ExportProgress
  private var kinds = EdgeKinds()
  private var openCount = 0

  init(_ graph: ExportGraph, _ sink: any ExportSink, hasLooks: Bool) {
    self.graph = graph
    self.sink = sink
    self.hasLooks = hasLooks
    text = ExportText(sink)
    progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    nodeColumns = graph.nodeColumns(reserved: ["id", "label", "labels"])
    edgeColumns = graph.edgeColumns(
      reserved: ["id", "label", "source", "target", "kind", "type", "weight"]
    )
  }

  mutating func run() throws(FormatError) -> ExportReport {
    try writeHead()
    try text.add("    <nodes count=\"\(graph.nodes.count)\">\n")
    for node in graph.nodes { try write(node) }
    try text.add("    </nodes>\n    <edges count=\"\(graph.edges.count)\">\n")
    for edge in graph.edges { try write(edge) }
    try text.add("    </edges>\n  </graph>\n</gexf>\n")
    try text.flush()
    var report = graph.report
    report.lose("intervals with an open end are not on the timeline", count: openCount)
    report.lose("control characters are dropped", count: escape.droppedCount)
    return report
  }

  private mutating func writeHead() throws(FormatError) {
    let looks = hasLooks ? " xmlns:viz=\"http://gexf.net/1.3/viz\"" : ""
    let direction = graph.shape == .met ? "undirected" : "directed"
    let isDynamic =
      graph.nodes.contains { $0.bounds?.isClosed == true }
      || graph.edges.contains { $0.bounds?.isClosed == true }
    let time = isDynamic ? "mode=\"dynamic\" timeformat=\"date\"" : "mode=\"static\""
    try text.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3"\(looks) version="1.3">
        <meta>
          <creator>Backchannel</creator>
          <description>\(escape.text(graph.title))</description>
        </meta>
        <graph defaultedgetype="\(direction)" idtype="string" \(time)>

      """
    )
    try declare(nodeColumns, element: "node", first: [("labels", "liststring")])
    try declare(edgeColumns, element: "edge", first: [])
  }

  private mutating func declare(
    _ columns: AttributeColumns,
    element: String,
    first: [(title: String, type: String)]
  ) throws(FormatError) {
    try text.add("    <attributes class=\"\(element)\" mode=\"static\">\n")
    let declared = first + columns.columns.map { ($0.name, Self.type($0.type)) }
    for (number, column) in declared.enumerated() {
      let title = escape.attribute(column.title)
      try text.add(
        "      <attribute id=\"\(number)\" title=\"\(title)\" type=\"\(column.type)\"/>\n"
      )
    }
    try text.add("    </attributes>\n")
  }

  private static func type(_ type: AttributeColumns.ValueType) -> String {
    switch type {
    case .boolean: "boolean"
    case .integer: "long"
    case .float: "double"
    case .texts: "liststring"
    case .string, .date, .json: "string"
    }
  }

  private mutating func write(_ node: ExportGraph.Node) throws(FormatError) {
    let head =
      "      <node id=\"\(escape.attribute(node.id))\" label=\"\(escape.attribute(node.label))\""
    var cells: [(number: Int, text: String)] = []
    if !node.labels.isEmpty { cells.append((0, JSONValue.strings(node.labels).text())) }
    for (number, value) in nodeColumns.cells(own: node.properties, derived: node.derived) {
      cells.append((number + 1, nodeColumns.columns[number].text(value)))
    }
    let looks = hasLooks ? GEXFLooks.of(node) : ""
    try write(head + time(node.bounds), looks, cells, end: "node")
  }

  private mutating func write(_ edge: ExportGraph.Edge) throws(FormatError) {
    var head = "      <edge id=\"\(escape.attribute(edge.id))\""
    head += " source=\"\(escape.attribute(edge.source))\""
    head += " target=\"\(escape.attribute(edge.target))\""
    head += " label=\"\(escape.attribute(edge.type))\""
    head += " kind=\"\(escape.attribute(kinds.next(edge)))\""
    if case .integer(let weight)? = edge.derived["weight"] { head += " weight=\"\(weight)\"" }
    var cells: [(number: Int, text: String)] = []
    for (number, value) in edgeColumns.cells(own: edge.properties, derived: edge.derived) {
      cells.append((number, edgeColumns.columns[number].text(value)))
    }
    let looks = hasLooks ? GEXFLooks.of(edge) : ""
    try write(head + time(edge.bounds), looks, cells, end: "edge")
  }

  private mutating func write(
    _ head: String,
    _ looks: String,
    _ cells: [(number: Int, text: String)],
    end: String
  ) throws(FormatError) {
    progress.advance(sink)
    guard !cells.isEmpty || !looks.isEmpty else { return try text.add(head + "/>\n") }
    var line = head + ">" + looks
    if !cells.isEmpty {
      line += "<attvalues>"
      for cell in cells {
        line += "<attvalue for=\"\(cell.number)\" value=\"\(escape.attribute(cell.text))\"/>"
      }
      line += "</attvalues>"
    }
    try text.add(line + "</\(end)>\n")
  }

  private mutating func time(_ bounds: DateBounds?) -> String {
    guard let bounds else { return "" }
    guard let start = bounds.earliest, let end = bounds.latest else {
      openCount += 1
      return ""
    }
    return " start=\"\(start)\" end=\"\(end)\""
  }
}

extension DateBounds {
  fileprivate var isClosed: Bool { earliest != nil && latest != nil }
}

/// Tells parallel edges of one type apart by a number.
private struct EdgeKinds {
  private var counts: [[String]: Int] = [:]

  mutating func next(_ edge: ExportGraph.Edge) -> String {
    let count = (counts[[edge.source, edge.target, edge.type]] ?? 0) + 1
    counts[[edge.source, edge.target, edge.type]] = count
    return count == 1 ? edge.type : "\(edge.type) \(count)"
  }
}
