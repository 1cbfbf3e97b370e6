import GraphModel

/// Writes CX2 (Cytoscape Exchange 2.0), as Cytoscape, NDEx and the package ndex2 read it.
///
/// - The fragments stand in the order that the specification demands: version, metadata,
///   declarations, attributes of the network, nodes, edges, status.
/// - Ids are integers; `id` among the attributes keeps our key. `name` of a node is what people
///   read, `interaction` of an edge its type, which Cytoscape expects; `labels` are a list.
/// - Attributes are declared with one type each: boolean, long, double, string or list of strings.
///   Dates are ISO text; values of other types, and of different types under one key, their stored
///   form as JSON. Floats that are not finite are left out and counted.
public enum CX2Format {
  /// The format.
  public static let format = Format(
    name: "cx2",
    title: "CX2",
    specification: "Cytoscape Exchange 2.0, cytoscape.org",
    mediaType: "application/json",
    extensions: ["cx2"],
    losses: ["dates and times become text", "numbers that are not finite"],
    write: { edition, sink throws(FormatError) in
      var writer = CX2Writer(ExportGraph(edition), sink)
      return try writer.run()
    }
  )
}
