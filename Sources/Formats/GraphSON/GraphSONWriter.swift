import GraphModel

/// Writes a graph as GraphSON.
struct GraphSONWriter {
  private let graph: ExportGraph
  private let sink: any ExportSink
  private var text: ExportText
  private let nodeNames: AttributeNames
  private let edgeNames: AttributeNames
  private var propertyCount: Int64 = 0
  private var emptyCount = 0

  init(_ graph: ExportGraph, _ sink: any ExportSink) {
    self.graph = graph
    self.sink = sink
    text = ExportText(sink)
    // TinkerPop keeps these names to itself.
    nodeNames = AttributeNames(graph.nodeKeys, reserved: ["id", "label"])
    edgeNames = AttributeNames(graph.edgeKeys, reserved: ["id", "label"])
  }

  mutating func run() throws(FormatError) -> ExportReport {
    let leaving = Dictionary(grouping: graph.edges.indices) { graph.edges[$0].source }
    let entering = Dictionary(grouping: graph.edges.indices) { graph.edges[$0].target }
    var progress = ExportProgress(total: graph.nodes.count)
    for node in graph.nodes {
      let value = vertex(node, entering[node.id] ?? [], leaving[node.id] ?? [])
      try text.add(value.text() + "\n")
      progress.advance(sink)
    }
    try text.flush()
    var report = graph.report
    report.lose("labels of a node are joined", count: graph.nodes.count { $0.labels.count > 1 })
    report.lose("empty lists are left out", count: emptyCount)
    return report
  }

  private mutating func vertex(_ node: ExportGraph.Node, _ entering: [Int], _ leaving: [Int])
    -> JSONValue
  {
    var members = [
      JSONMember(key: "id", value: .string(node.id)),
      JSONMember(
        key: "label",
        value: node.labels.isEmpty ? "vertex" : .string(node.labels.joined(separator: "::"))
      ),
    ]
    if !entering.isEmpty {
      members.append(JSONMember(key: "inE", value: edges(entering, "outV", \.source)))
    }
    if !leaving.isEmpty {
      members.append(JSONMember(key: "outE", value: edges(leaving, "inV", \.target)))
    }
    var attributes = node.attributes
    if attributes["name"] == nil { attributes["name"] = .string(node.label) }
    let properties = attributes.sorted { $0.key < $1.key }.compactMap { key, value in
      property(value).map { JSONMember(key: nodeNames[key], value: $0) }
    }
    members.append(JSONMember(key: "properties", value: .object(properties)))
    return .object(members)
  }

  /// The values of a property of a vertex; `nil` for none.
  private mutating func property(_ value: Value) -> JSONValue? {
    let values = if case .list(let values) = value { values } else { [value] }
    if values.isEmpty {
      emptyCount += 1
      return nil
    }
    return .array(
      values.map { value in
        defer { propertyCount += 1 }
        return ["id": Self.typed("g:Int64", .integer(propertyCount)), "value": Self.json(value)]
      }
    )
  }

  private func edges(
    _ indices: [Int],
    _ end: String,
    _ node: KeyPath<ExportGraph.Edge, String>
  ) -> JSONValue {
    let types = Dictionary(grouping: indices.map { graph.edges[$0] }, by: \.type)
    return .object(
      types.sorted { $0.key < $1.key }.map { type, edges in
        let list = edges.map { edge -> JSONValue in
          let properties = edge.attributes.sorted { $0.key < $1.key }
            .map { JSONMember(key: edgeNames[$0.key], value: Self.json($0.value)) }
          return .compact([
            JSONMember(key: "id", value: .string(edge.id)),
            JSONMember(key: end, value: .string(edge[keyPath: node])),
            JSONMember(
              key: "properties",
              value: properties.isEmpty ? .null : .object(properties)
            ),
          ])
        }
        return JSONMember(key: type, value: .array(list))
      }
    )
  }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .integer(let number): typed("g:Int64", .integer(number))
    case .float(let number):
      typed("g:Double", number.isFinite ? .float(number) : .string(javaText(number)))
    case .list(let values): typed("g:List", .array(values.map(json)))
    case .map(let values):
      typed(
        "g:Map",
        .array(values.sorted { $0.key < $1.key }.flatMap { [.string($0.key), json($0.value)] })
      )
    default: value.plainJSON
    }
  }

  private static func javaText(_ number: Double) -> String {
    number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
  }

  private static func typed(_ type: JSONValue, _ value: JSONValue) -> JSONValue {
    ["@type": type, "@value": value]
  }
}
