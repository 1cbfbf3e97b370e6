import CaseModel
import GraphModel

/// STIX, the language of threat intelligence, as OpenCTI and MISP read it: one bundle.
///
/// Specification: OASIS STIX 2.1 (2021-06-10).
///
/// How a case is written:
/// - A person, agency or empty slot is an identity; a country or a place in one a location; a place
///   of no known country an identity of class `unknown`. A country that speaks or meets is the
///   identity of its government, besides.
/// - An event is a grouping of those who took part; its kind and its topics are labels.
/// - A participation, place, post or relation is a relationship with the confidence that its status
///   stands for; those who met are joined by `met-with`, besides.
/// - A source is a report of the claims in it. A claim that asserts, confirms, denies or declines is
///   an opinion by the claimant on the relationship, grouping or opinion it is about; one that asks
///   or retracts, and a question, a note. A claim that came through another is `derived-from` it.
///
/// Choices: identifiers are UUIDs of version 4 whose bits come from a hash of the ids of case and
/// record, so that exports are stable and the validator does not warn of version 5 (103). `created`
/// and `modified` are the day a claim was made, else the latest day that the case knows, since no clock
/// is read. Relationship types are open; ours are in small letters (warnings 201 and 202).
/// What is confidential refers to the marking TLP:RED.
public enum STIXFormat {
  /// The format.
  public static let format = Format(
    name: "stix",
    title: "STIX 2.1 bundle",
    specification: "OASIS STIX 2.1",
    mediaType: "application/stix+json;version=2.1",
    extensions: ["stix.json", "json"],
    losses: [
      "further spellings of names but as text", "topics but as labels",
      "dates but as first and last day, and as text", "patterns of questions",
    ],
    write: write
  )

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink) throws(FormatError)
    -> ExportReport
  {
    let writer = STIXWriter(edition.view)
    try sink.write(writer.bundle.text(indented: true) + "\n")
    let content = edition.view.index.content
    var report = ExportReport(counting: edition)
    report.counts += writer.counts
    report.lose(
      "further spellings of names are text",
      count: content.entities.reduce(0) { $0 + $1.names.count }
    )
    report.lose("topics are labels", count: content.entities.count { $0.type == .topic })
    report.lose(
      "dates of events are text",
      count: content.attributes.count { if case .date = $0.value { true } else { false } }
    )
    report.lose("patterns of questions are left out", count: content.questions.count)
    report.loseOthers(edition)
    return report
  }
}
