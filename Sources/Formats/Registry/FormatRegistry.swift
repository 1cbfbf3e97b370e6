/// Lists the formats: the one table that `import`, `export` and their help derive from.
public enum FormatRegistry {
  /// All formats, in the order in which help lists them and content is matched.
  public static let all: [Format] = [
    RecordLinesFormat.format, RecordTablesFormat.format, FollowTheMoneyFormat.entities,
    FollowTheMoneyFormat.statements, GraphMLFormat.format, GEXFFormat.format, Neo4jFormat.format,
    CypherScriptFormat.format, CytoscapeFormat.format, CX2Format.format, JSONGraphFormat.format,
    NodeLinkFormat.format, GraphSONFormat.format, STIXFormat.format, PROVFormat.format,
    RDFFormat.jsonLD, RDFFormat.turtle, PopoloFormat.format, OligrapherFormat.format,
  ]

  /// Returns the format of a name.
  public static func format(named name: String) -> Format? { all.first { $0.name == name } }

  /// Returns the format of a file by its content; by the ending of its name only where the content
  /// fits several.
  public static func format(of start: FileStart) -> Format? {
    let fitting = all.filter { $0.makeReader != nil && $0.recognizes(start) }
    let ending = start.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return fitting.first { $0.extensions.contains(ending) } ?? fitting.first
  }
}
