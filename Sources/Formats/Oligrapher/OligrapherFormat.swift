import CaseModel
import GraphModel

/// Oligrapher, the network diagrams of LittleSis: a graph and a story told through it.
///
/// Specification: Oligrapher 2, the data schema of its README
/// (https://github.com/public-accountability/oligrapher); there is no formal schema.
///
/// Entities, empty slots and events are nodes; facts between them are edges. An edge is solid where
/// the fact is confirmed and dashed where it is not; it leads to the first source on the web. Each
/// claim is an annotation that highlights what it is about, in the order of the claims: clicking
/// through them tells the case. Nodes have no places, Oligrapher finds them.
public enum OligrapherFormat {
  /// The format.
  public static let format = Format(
    name: "oligrapher",
    title: "Oligrapher",
    specification: "Oligrapher 2, data schema of its README",
    mediaType: "application/json",
    extensions: ["oligrapher.json", "json"],
    losses: [
      "sources but as links and text", "dates but as text", "further spellings of names",
      "which claim reached us through which, but as text",
    ],
    write: write
  )

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink) throws(FormatError)
    -> ExportReport
  {
    let writer = OligrapherWriter(edition.view)
    try sink.write(writer.document.text(indented: true) + "\n")
    let content = edition.view.index.content
    var report = ExportReport(counting: edition)
    report.counts += [
      .init("nodes", writer.nodes.count), .init("edges", writer.edges.count),
      .init("annotations", content.claims.count + content.questions.count),
    ]
    report.lose("sources are links and text", count: content.sources.count)
    report.lose(
      "dates are text of events",
      count: content.attributes.count { if case .date = $0.value { true } else { false } }
    )
    report.lose(
      "further spellings of names are left out",
      count: content.entities.reduce(0) { $0 + $1.names.count }
    )
    report.loseOthers(edition)
    return report
  }
}
