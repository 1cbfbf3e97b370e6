import GraphModel

/// Writes a script of openCypher that makes the graph: one statement on a line, each ended by `;`,
/// as `backchannel query`, cypher-shell and Memgraph run them.
///
/// - Nodes get a property `key`, and relationships one, too: claims refer to facts by their keys.
/// - Relationships find their ends by the label `Imported`, which the last statement removes; the
///   comment at the top has the index that makes that fast in Neo4j.
/// - What only claims tell (`status`, `origins`, ...) is no property, since it would go stale: our
///   engine derives it.
/// - Maps cannot be properties in Neo4j: they are written as JSON in a string, and counted.
public enum CypherScriptFormat {
  /// The format.
  public static let format = Format(
    name: "cypher",
    title: "Cypher script",
    specification: "openCypher 9",
    mediaType: "application/x-cypher-query",
    extensions: ["cypher", "cql"],
    losses: ["maps become text", "what follows from claims"],
    write: { edition, sink throws(FormatError) in
      try CypherScriptWriter(ExportGraph(edition), sink).run()
    }
  )
}
