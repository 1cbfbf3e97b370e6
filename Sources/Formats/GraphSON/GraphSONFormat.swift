import GraphModel

/// Writes GraphSON 3.0 (Apache TinkerPop), one vertex with its edges on a line, as
/// `g.io(...)` and gremlinpython's GraphSONReader read it.
///
/// - TinkerPop gives a vertex one label: ours are joined by `::`, as its Neo4j adapter does.
/// - A list is several values of one property of a vertex, which TinkerPop calls a multi-property,
///   and a `g:List` on an edge. Numbers are `g:Int64` and `g:Double`, maps `g:Map`.
/// - Dates and times are ISO text: readers differ in the types that TinkerPop has for them.
/// - `name` is added where people would read something else than a property of that name.
public enum GraphSONFormat {
  /// The format.
  public static let format = Format(
    name: "graphson",
    title: "GraphSON",
    specification: "GraphSON 3.0, Apache TinkerPop",
    mediaType: "application/vnd.gremlin-v3.0+json",
    extensions: ["graphson", "json"],
    losses: ["dates and times become text", "empty lists"],
    write: { edition, sink throws(FormatError) in
      var writer = GraphSONWriter(ExportGraph(edition), sink)
      return try writer.run()
    }
  )
}
