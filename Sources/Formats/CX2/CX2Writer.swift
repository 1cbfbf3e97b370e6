import GraphModel

/// Writes a graph as CX2.
struct CX2Writer {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private var text: ExportText
  private let nodeColumns: AttributeColumns
  private let edgeColumns: AttributeColumns

  init(_ graph: ExportGraph, _ sink: any ExportSink) {
    self.graph = graph
    self.sink = sink
    text = ExportText(sink)
    nodeColumns = graph.nodeColumns(reserved: ["id", "name", "labels", "represents"])
    edgeColumns = graph.edgeColumns(reserved: ["id", "interaction", "name"])
  }

  mutating func run() throws(FormatError) -> ExportReport {
    try writeHead()
    var progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    let (nodeColumns, edgeColumns) = (nodeColumns, edgeColumns)
    let numbers = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    try text.add("{\"nodes\":[\n")
    try text.add(Array(graph.nodes.enumerated()), separator: ",\n", progress: &progress) {
      let node = $0.element
      let members: [JSONMember] = [
        JSONMember(key: "id", value: .string(node.id)),
        JSONMember(key: "name", value: .string(node.label)),
        JSONMember(key: "labels", value: .strings(node.labels)),
      ]
      let others = node.properties.filter { $0.key != "name" || $0.value != .string(node.label) }
      let value: JSONValue = [
        "id": .integer(Int64($0.offset)),
        "v": .object(members + Self.members(nodeColumns, others, node.derived)),
      ]
      return value.text()
    }
    try text.add("\n]},\n{\"edges\":[\n")
    try text.add(Array(graph.edges.enumerated()), separator: ",\n", progress: &progress) {
      let edge = $0.element
      let members: [JSONMember] = [
        JSONMember(key: "id", value: .string(edge.id)),
        JSONMember(key: "interaction", value: .string(edge.type)),
      ]
      let value: JSONValue = [
        "id": .integer(Int64($0.offset)), "s": .integer(Int64(numbers[edge.source] ?? 0)),
        "t": .integer(Int64(numbers[edge.target] ?? 0)),
        "v": .object(members + Self.members(edgeColumns, edge.properties, edge.derived)),
      ]
      return value.text()
    }
    try text.add("\n]},\n{\"status\":[{\"success\":true}]}\n]\n")
    try text.flush()
    var report = graph.report
    report.lose("numbers that are not finite are left out", count: lostNumberCount)
    return report
  }

  private mutating func writeHead() throws(FormatError) {
    let texts = ["id", "name"].map { ($0, AttributeColumns.ValueType.string) }
    let declarations: JSONValue = [
      "networkAttributes": Self.declarations([
        ("name", .string), ("case", .string), ("shape", .string),
      ]),
      "nodes": Self.declarations(
        texts + [("labels", .texts)] + nodeColumns.columns.map { ($0.name, $0.type) }
      ),
      "edges": Self.declarations(
        [("id", .string), ("interaction", .string)] + edgeColumns.columns.map { ($0.name, $0.type) }
      ),
    ]
    let counts: [(String, Int)] = [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", graph.nodes.count),
      ("edges", graph.edges.count),
    ]
    let fragments: [JSONValue] = [
      ["CXVersion": "2.0", "hasFragments": false],
      [
        "metaData": .array(
          counts.map { ["elementCount": .integer(Int64($0.1)), "name": .string($0.0)] }
        )
      ],
      ["attributeDeclarations": [declarations]],
      [
        "networkAttributes": [
          [
            "name": .string(graph.title), "case": .string(graph.id),
            "shape": .string(graph.shape.rawValue),
          ]
        ]
      ],
    ]
    try text.add("[")
    for fragment in fragments { try text.add(fragment.text() + ",\n") }
  }

  private static func declarations(_ columns: [(String, AttributeColumns.ValueType)]) -> JSONValue {
    .object(
      columns.map { name, type in
        let word: JSONValue =
          switch type {
          case .boolean: "boolean"
          case .integer: "long"
          case .float: "double"
          case .texts: "list_of_string"
          case .string, .date, .json: "string"
          }
        return JSONMember(key: name, value: ["d": word])
      }
    )
  }

  private static func members(_ columns: AttributeColumns, _ own: Properties, _ derived: Properties)
    -> [JSONMember]
  {
    columns.cells(own: own, derived: derived).compactMap { number, value in
      let column = columns.columns[number]
      switch (column.type, value) {
      case (.json, _): return JSONMember(key: column.name, value: .string(column.text(value)))
      case (_, .float(let number)) where !number.isFinite: return nil
      default: return JSONMember(key: column.name, value: value.plainJSON)
      }
    }
  }

  private var lostNumberCount: Int {
    func count(_ columns: AttributeColumns, _ own: Properties, _ derived: Properties) -> Int {
      columns.cells(own: own, derived: derived).count { number, value in
        guard columns.columns[number].type == .float, case .float(let float) = value else {
          return false
        }
        return !float.isFinite
      }
    }
    return graph.nodes.reduce(0) { $0 + count(nodeColumns, $1.properties, $1.derived) }
      + graph.edges.reduce(0) { $0 + count(edgeColumns, $1.properties, $1.derived) }
  }
}
