import CaseModel
import GraphModel

/// Popolo, the data model of parliamentary monitoring, as one JSON document.
///
/// Specification: Popolo draft 3, JSON serialisation (http://www.popoloproject.com/specs), the
/// collections `persons`, `organizations`, `areas`, `posts`, `memberships`, `events`, `speeches`.
///
/// Deviations and choices:
/// - Countries and places are areas; a government of a country is not made up.
/// - A post is a Post and the Membership of its holder; a relation is a membership, and a parent or
///   area of an organisation besides. People whose part in an event nobody contests are `attendees`,
///   by `id` and `name`; all participations are in `participations`, which is an addition: Popolo has
///   no role or status for attendees.
/// - A claim is a Speech: `creator_id` is the claimant, `role` the stance, `attribution_text` who
///   reported it, `text` the quote or else the claim in words, `date` when it was said,
///   `event_id` the utterance or else the event that it is about. `about`, `status` and `via` are
///   additions, as the schemata allow.
/// - The status of an event is that of the fact that it took place.
/// - Dates are a day, month or year; any other is its first and last day, and in EDTF in `edtf`.
public enum PopoloFormat {
  /// The format.
  public static let format = Format(
    name: "popolo",
    title: "Popolo",
    specification: "Popolo draft 3, JSON",
    mediaType: "application/json",
    extensions: ["popolo.json", "json"],
    losses: [
      "topics but as text of claims", "questions", "patterns of questions",
      "dates of which only one end is known",
    ],
    write: write
  )

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink) throws(FormatError)
    -> ExportReport
  {
    let writer = PopoloWriter(edition.view)
    try sink.write(writer.document.text(indented: true) + "\n")
    let content = edition.view.index.content
    var report = ExportReport(counting: edition)
    report.counts += [
      .init("persons", writer.count(of: .person)),
      .init("organizations", writer.count(of: .agency)),
      .init("speeches", content.claims.count),
    ]
    report.lose("topics are text of claims", count: writer.count(of: .topic))
    report.lose("questions are left out", count: content.questions.count)
    report.loseOthers(edition)
    return report
  }
}
