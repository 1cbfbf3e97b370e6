import GraphModel

/// Writes a graph as statements of openCypher.
struct CypherScriptWriter {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private let nodeNames: AttributeNames
  private let edgeNames: AttributeNames
  /// No label that the graph has itself.
  private let mark: String

  init(_ graph: ExportGraph, _ sink: any ExportSink) {
    self.graph = graph
    self.sink = sink
    nodeNames = AttributeNames(graph.nodeKeys, reserved: ["key"])
    edgeNames = AttributeNames(graph.edgeKeys, reserved: ["key"])
    var mark = "Imported"
    let labels = Set(graph.nodes.flatMap(\.labels))
    while labels.contains(mark) { mark += "_" }
    self.mark = mark
  }

  func run() throws(FormatError) -> ExportReport {
    var text = ExportText(sink)
    var progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    let title = graph.title.split { $0.isNewline }.joined(separator: " ")
    try text.add(
      "// \(title)\n// In Neo4j run this first: CREATE INDEX FOR (n:\(mark)) ON (n.key);\n"
    )
    for node in graph.nodes {
      let labels = (node.labels + [mark]).map { ":" + CypherText.name($0) }.joined()
      try text.add("CREATE (\(labels) \(map(node.id, node.properties, nodeNames)));\n")
      progress.advance(sink)
    }
    for edge in graph.edges {
      try text.add(
        "MATCH (a:\(mark) {key: \(CypherText.string(edge.source))}), "
          + "(b:\(mark) {key: \(CypherText.string(edge.target))}) "
          + "CREATE (a)-[:\(CypherText.name(edge.type)) "
          + "\(map(edge.id, edge.properties, edgeNames))]->(b);\n"
      )
      progress.advance(sink)
    }
    try text.add("MATCH (n:\(mark)) REMOVE n:\(mark);\n")
    try text.flush()
    var report = graph.report
    report.lose("maps become text", count: mapCount)
    return report
  }

  private func map(_ key: String, _ properties: Properties, _ names: AttributeNames) -> String {
    let members = properties.sorted { $0.key < $1.key }.map { key, value in
      "\(CypherText.name(names[key])): \(CypherText.literal(value))"
    }
    return "{" + (["key: " + CypherText.string(key)] + members).joined(separator: ", ") + "}"
  }

  private var mapCount: Int {
    func isMap(_ value: Value) -> Bool {
      if case .map = value { true } else { false }
    }
    return graph.nodes.reduce(0) { $0 + $1.properties.values.count(where: isMap) }
      + graph.edges.reduce(0) { $0 + $1.properties.values.count(where: isMap) }
  }
}

/// Writes names and values as openCypher reads them.
enum CypherText {
  /// Returns a label, type or key: in backticks unless it is a plain word.
  static func name(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      } && text.utf8.first.map { $0 > UInt8(ascii: "9") } == true
    return isPlain ? text : "`" + text.replacing("`", with: "``") + "`"
  }

  /// Returns a string in single quotes on one line.
  static func string(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  /// Returns a value as an expression.
  static func literal(_ value: Value) -> String {
    switch value {
    case .string(let text): string(text)
    case .float(let number): float(number)
    case .date: "date('\(value.text)')"
    case .localTime: "localtime('\(value.text)')"
    case .time: "time('\(value.text)')"
    case .localDateTime: "localdatetime('\(value.text)')"
    case .dateTime: "datetime('\(value.text)')"
    case .duration: "duration('\(value.text)')"
    case .list(let values): "[" + values.map(literal).joined(separator: ", ") + "]"
    case .map: string(value.json.text())
    case .null, .boolean, .integer, .point, .node, .relationship, .path: value.text
    }
  }

  private static func float(_ number: Double) -> String {
    if number.isNaN { return "0.0 / 0.0" }
    if number.isInfinite { return number < 0 ? "-1.0 / 0.0" : "1.0 / 0.0" }
    return "\(number)"
  }
}
