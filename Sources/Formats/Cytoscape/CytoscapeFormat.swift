import GraphModel

/// Writes Cytoscape.js JSON (js.cytoscape.org, version 3), as Cytoscape.js, Cytoscape and
/// `networkx.cytoscape_graph` read it.
///
/// Besides `elements` there is what networkx asks for: `data` as a list of pairs, `directed`,
/// `multigraph`, and `value` beside `id`. `name` of a node is what people read; `interaction` of an
/// edge, after which Cytoscape styles it, is its type, and `key` its id. Dates are ISO text.
public enum CytoscapeFormat {
  /// The format.
  public static let format = Format(
    name: "cytoscape",
    title: "Cytoscape.js JSON",
    specification: "Cytoscape.js 3, elements JSON",
    mediaType: "application/json",
    extensions: ["cyjs", "json"],
    losses: ["dates and times become text"],
    write: write
  )

  private static let nodeMembers: Set = ["id", "value", "name", "labels", "parent"]
  private static let edgeMembers: Set = ["id", "source", "target", "key", "interaction"]

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let graph = ExportGraph(edition)
    // The name is written once where it is what people read.
    let nodeNames = AttributeNames(graph.nodeKeys, reserved: nodeMembers)
    let edgeNames = AttributeNames(graph.edgeKeys, reserved: edgeMembers)
    var text = ExportText(sink)
    var progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    let data: JSONValue = [
      ["id", .string(graph.id)], ["name", .string(graph.title)],
      ["shape", .string(graph.shape.rawValue)],
    ]
    try text.add(
      #"{"data":\#(data.text()),"directed":\#(graph.shape != .met),"multigraph":true,"#
        + "\"elements\":{\"nodes\":[\n"
    )
    try text.add(graph.nodes, separator: ",\n", progress: &progress) { node in
      let members = [
        JSONMember(key: "id", value: .string(node.id)),
        JSONMember(key: "value", value: .string(node.id)),
        JSONMember(key: "name", value: .string(node.label)),
        JSONMember(key: "labels", value: .strings(node.labels)),
      ]
      let others = node.attributes.filter { $0.key != "name" || $0.value != .string(node.label) }
      return element(members + nodeNames.members(others))
    }
    try text.add("\n],\"edges\":[\n")
    try text.add(graph.edges, separator: ",\n", progress: &progress) { edge in
      let members = [
        JSONMember(key: "id", value: .string("edge " + edge.id)),
        JSONMember(key: "source", value: .string(edge.source)),
        JSONMember(key: "target", value: .string(edge.target)),
        JSONMember(key: "key", value: .string(edge.id)),
        JSONMember(key: "interaction", value: .string(edge.type)),
      ]
      return element(members + edgeNames.members(edge.attributes))
    }
    try text.add("\n]}}\n")
    try text.flush()
    return graph.report
  }

  private static func element(_ members: [JSONMember]) -> String {
    JSONValue.object([JSONMember(key: "data", value: .object(members))]).text()
  }
}
