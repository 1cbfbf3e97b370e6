import GraphModel

/// Writes and reads GraphML 1.0 (graphdrawing.org, the XML Schema of 2003), as Gephi, Cytoscape,
/// yEd, networkx and igraph read it.
///
/// Chosen where the specification leaves a choice, or cannot hold what a case has:
///
/// - Ids are NMTOKENs. A key that is none gets one by underlines; the attribute `originalId` then
///   keeps it. Every edge has an id, so parallel edges survive.
/// - `labels` of a node are written as Neo4j's tools do, `:Entity:Person`, or as a JSON array where a
///   label has a space or punctuation. `label` of a node is what people read, of an edge its type.
/// - `attr.type` is boolean, long, double or string: readers fail on others. What a string stands
///   for, and the key of a property whose name is no NMTOKEN or taken, stands in the `desc` of the
///   `key` element, as JSON: `{"key":"a key","type":"date"}`. Type `json` is the stored form of
///   values, described in data/schema.
/// - What follows from claims has `"derived":true` there and is passed over when read.
/// - The shape `met` is an undirected graph, all others are directed: networkx refuses mixtures.
/// - Characters that XML 1.0 cannot hold are dropped and counted.
public enum GraphMLFormat {
  /// The format.
  public static let format = Format(
    name: "graphml",
    title: "GraphML",
    specification: "GraphML 1.0, graphdrawing.org",
    mediaType: "application/graphml+xml",
    extensions: ["graphml", "xml"],
    losses: ["control characters"],
    recognizes: { $0.text.contains("<graphml") },
    makeReader: { source throws(FormatError) in try GraphMLReader(source) },

    write: { edition, sink throws(FormatError) in
      var writer = GraphMLWriter(ExportGraph(edition), sink)
      return try writer.run()
    }
  )

  static let namespace = "http://graphml.graphdrawing.org/xmlns"
  /// The attribute of a graph by which our own files are known.
  static let markName = "backchannel"
}
