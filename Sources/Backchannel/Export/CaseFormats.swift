import CaseModel
public import Formats
import GraphModel

/// Lists every format in which a case can be written or read, also those that need more than its
/// records.
public enum CaseFormats {
  /// All formats, in the order in which help lists them.
  public static let all = [json, dot, tables, markdown] + FormatRegistry.all

  /// Returns the format of a name.
  public static func format(named name: String) -> Format? { all.first { $0.name == name } }

  /// The case document, and what follows from it.
  public static let json = Format(
    name: "json",
    title: "Case document",
    specification: "data/schema/case.schema.json, version 1",
    mediaType: "application/json",
    extensions: ["json", "yaml", "yml"],
    losses: ["elements of the graph that are no records"],
    write: writeDocument
  )

  /// The diagram of the case.
  public static let dot = Format(
    name: "dot",
    title: "Graphviz DOT",
    specification: "Graphviz 2.42, dot language",
    mediaType: "text/vnd.graphviz",
    extensions: ["dot", "gv"],
    losses: [
      "claims, sources and questions", "attributes of entities", "elements that are no records",
    ],
    write: writeDiagram
  )

  /// Every element as a line of JSON.
  public static let tables = Format(
    name: "tables",
    title: "Tables of elements",
    specification: "data/schema/tables.schema.json, version 1; one element on a line",
    mediaType: "application/x-ndjson",
    extensions: ["ndjson"],
    isFolder: true,
    write: ElementTables.write
  )

  /// The account of the case that `dossier` writes.
  public static let markdown = Format(
    name: "markdown",
    title: "Dossier in Markdown",
    specification: "CommonMark 0.31 with the tables of GitHub",
    mediaType: "text/markdown",
    extensions: ["md"],
    losses: [
      "ids of other systems", "confidential marks but as text", "elements that are no records",
    ],
    write: writeDossier
  )

  private static func writeDossier(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let content = edition.view.index.content
    try sink.write(Dossier(edition.view).markdown())
    var report = ExportReport()
    report.counts = [
      .init("facts", content.facts.count), .init("claims", content.claims.count),
    ]
    report.lose(
      "ids of other systems are left out",
      count: content.entities.count { !$0.identifiers.isEmpty }
    )
    report.lose("elements that are no records are left out", count: edition.otherCount)
    return report
  }

  private static func writeDocument(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let content = edition.view.index.content
    try sink.write(CaseExport.json(edition.view).text(indented: true) + "\n")
    var report = ExportReport()
    report.counts = [
      .init("facts", content.facts.count), .init("claims", content.claims.count),
    ]
    report.lose("elements that are no records are left out", count: edition.otherCount)
    return report
  }

  private static func writeDiagram(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let content = edition.view.index.content
    let diagram = Diagram(edition.view)
    try sink.write(diagram.dot)
    var report = ExportReport()
    report.counts = [
      .init("facts", content.facts.count), .init("claims", content.claims.count),
    ]
    report.lose("claims become the style of lines", count: content.claims.count)
    report.lose("sources are left out", count: content.sources.count)
    report.lose("questions become empty slots", count: content.questions.count)
    report.lose(
      "further spellings of names are left out",
      count: content.entities.reduce(0) { $0 + $1.names.count }
    )
    report.lose("elements that are no records are left out", count: edition.otherCount)
    return report
  }
}
