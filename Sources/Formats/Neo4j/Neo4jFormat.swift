import GraphModel

/// Writes a folder of CSV files for `neo4j-admin database import` (Neo4j 5 and 2025), as Datashare,
/// Linkurious and Bloom users load it.
///
/// - One file for each combination of labels and one for each type of relationship, each with its
///   header: `key:ID`, typed properties, `:LABEL`; `:START_ID`, `:END_ID`, `:TYPE`. `import.txt`
///   holds the command.
/// - Lists and labels are separated by `;`, for which the importer knows no escape: a semicolon in
///   them becomes a comma, and is counted. Empty lists and empty texts are left out by the importer.
/// - Types are boolean, long, double, string, date, and string[]. Other lists, values of other types
///   and of different types under one key are their stored form as JSON in a string.
/// - Keys of relationships, to which claims refer, are a property `key`.
public enum Neo4jFormat {
  /// The format.
  public static let format = Format(
    name: "neo4j",
    title: "Neo4j import CSV",
    specification: "neo4j-admin database import, Neo4j 5",
    mediaType: "text/csv",
    extensions: ["csv"],
    losses: ["semicolons in lists", "lists of anything but text"],
    isFolder: true,
    write: { edition, sink throws(FormatError) in
      var writer = Neo4jWriter(ExportGraph(edition), sink)
      return try writer.run()
    }
  )
}
