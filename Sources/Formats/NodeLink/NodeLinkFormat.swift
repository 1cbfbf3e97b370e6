import GraphModel

/// Writes a graph as node-link JSON, the dialect of networkx 3.4 and later with the key `edges`;
/// `networkx.node_link_graph(data)` reads it.
///
/// There is no specification but networkx's own documentation. Chosen here:
///
/// - The graph is a directed multigraph, so parallel edges survive; `key` of an edge is its id.
/// - `label` of a node is what people read, `labels` its labels; `type` of an edge is its type.
/// - All other members are attributes; one whose name is taken has an underline behind it.
/// - Dates and times are ISO text, and what has no direction says `"undirected": true`.
/// - One element stands on a line.
public enum NodeLinkFormat {
  /// The format.
  public static let format = Format(
    name: "node-link",
    title: "Node-link JSON",
    specification: "networkx 3.4, node_link_data with the key edges",
    mediaType: "application/json",
    extensions: ["json"],
    losses: ["dates and times become text"],
    write: write
  )

  private static let nodeMembers: Set = ["id", "label", "labels"]
  private static let edgeMembers: Set = ["source", "target", "key", "type", "undirected"]

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let graph = ExportGraph(edition)
    let nodeNames = AttributeNames(graph.nodeKeys, reserved: nodeMembers)
    let edgeNames = AttributeNames(graph.edgeKeys, reserved: edgeMembers)
    var text = ExportText(sink)
    var progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    let about: JSONValue = [
      "id": .string(graph.id), "title": .string(graph.title),
      "shape": .string(graph.shape.rawValue),
    ]
    try text.add(
      #"{"directed":true,"multigraph":true,"graph":\#(about.text()),"nodes":[\#n"#
    )
    try text.add(graph.nodes, separator: ",\n", progress: &progress) { node in
      let members = [
        JSONMember(key: "id", value: .string(node.id)),
        JSONMember(key: "label", value: .string(node.label)),
        JSONMember(key: "labels", value: .strings(node.labels)),
      ]
      return JSONValue.object(members + nodeNames.members(node.attributes)).text()
    }
    try text.add("\n],\"edges\":[\n")
    try text.add(graph.edges, separator: ",\n", progress: &progress) { edge in
      var members = [
        JSONMember(key: "source", value: .string(edge.source)),
        JSONMember(key: "target", value: .string(edge.target)),
        JSONMember(key: "key", value: .string(edge.id)),
        JSONMember(key: "type", value: .string(edge.type)),
      ]
      if edge.isUndirected { members.append(JSONMember(key: "undirected", value: true)) }
      return JSONValue.object(members + edgeNames.members(edge.attributes)).text()
    }
    try text.add("\n]}\n")
    try text.flush()
    var report = graph.report
    report.lose(
      "names of attributes get an underline",
      count: nodeNames.changedCount + edgeNames.changedCount
    )
    return report
  }
}
