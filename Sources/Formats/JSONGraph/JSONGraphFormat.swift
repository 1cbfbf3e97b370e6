import GraphModel

/// Writes JSON Graph Format v2 (jsongraphformat.info, schema 2.1).
///
/// `relation` of an edge is its type; labels and attributes stand under `metadata`, labels as
/// `labels`. The schema does not tell whether edges lead to nodes; ours do. Dates are ISO text.
public enum JSONGraphFormat {
  /// The format.
  public static let format = Format(
    name: "jgf",
    title: "JSON Graph Format",
    specification: "JSON Graph Format 2, jsongraphformat.info",
    mediaType: "application/vnd.jgf+json",
    extensions: ["jgf", "json"],
    losses: ["dates and times become text"],
    write: write
  )

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let graph = ExportGraph(edition)
    let nodeNames = AttributeNames(graph.nodeKeys, reserved: ["labels"])
    let edgeNames = AttributeNames(graph.edgeKeys, reserved: [])
    var text = ExportText(sink)
    var progress = ExportProgress(total: graph.nodes.count + graph.edges.count)
    let (id, title) = (JSONValue.string(graph.id).text(), JSONValue.string(graph.title).text())
    try text.add(
      #"{"graph":{"id":\#(id),"label":\#(title),"type":"backchannel \#(graph.shape.rawValue)","#
        + "\"directed\":\(graph.shape != .met),\"nodes\":{\n"
    )
    try text.add(graph.nodes, separator: ",\n", progress: &progress) { node in
      let metadata =
        [JSONMember(key: "labels", value: .strings(node.labels))]
        + nodeNames.members(node.attributes)
      let value: JSONValue = ["label": .string(node.label), "metadata": .object(metadata)]
      return JSONValue.string(node.id).text() + ":" + value.text()
    }
    try text.add("\n},\"edges\":[\n")
    try text.add(graph.edges, separator: ",\n", progress: &progress) { edge in
      let value: JSONValue = [
        "id": .string(edge.id), "source": .string(edge.source), "target": .string(edge.target),
        "relation": .string(edge.type), "metadata": .object(edgeNames.members(edge.attributes)),
      ]
      return value.text()
    }
    try text.add("\n]}}\n")
    try text.flush()
    return graph.report
  }
}
