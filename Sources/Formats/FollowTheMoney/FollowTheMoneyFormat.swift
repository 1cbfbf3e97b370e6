import CaseModel
import GraphModel

/// FollowTheMoney, the data model of Aleph, OpenAleph and OpenSanctions, in both of its forms.
///
/// Specification: followthemoney 4.11 (https://followthemoney.tech). `ftm-entities` is one entity on
/// a line of JSON, `ftm-statements` a table of one row for each value with who says so.
///
/// How a case is written:
/// - A person is a Person; an agency a PublicBody, Company or Organization; a country a Territory;
///   a place an Address; a topic a Note, and a keyword of its events.
/// - Every event is an Event with its kind as a keyword. A Trip needs a place to start from, which a
///   case does not know; a Call is no Thing, so that nothing could be said about it.
/// - A participation is an UnknownLink with role and status; where nobody contests it, the event also
///   names the participant as `involved`, or as `organizer` where it is the host. Countries take
///   part there by their "Government of", since only people and organisations may.
/// - A post is a Position and an Occupancy; a relation a Membership, Representation or UnknownLink.
/// - A source is an Article. A claim is a Note with the quote, and an UnknownLink from the claimant
///   to it, whose role is the stance, whose date is when it was said, and whose summary is the
///   place in the source. A question is a Note, too.
/// - A date that is no day, month or year is `startDate` and `endDate`, and in the description in
///   EDTF, with the words of the source and what it rests on.
/// - Statements that affirm a fact have the source as `dataset`, the claim as `origin` and the day it
///   was said as `first_seen`; all others have the case as `dataset` and `case` as `origin`.
///
/// Text is composed (NFC), and invisible characters are left out, as FollowTheMoney does itself.
///
/// How foreign files are read says `FTMForeignConverter`.
public enum FollowTheMoneyFormat {
  /// One entity on a line of JSON.
  public static let entities = Format(
    name: "ftm-entities",
    title: "FollowTheMoney entities",
    specification: "followthemoney 4.11, entities as lines of JSON",
    mediaType: "application/x-ndjson",
    extensions: ["ftm.json", "ftm", "ijson", "json", "jsonl"],
    losses: commonLosses + ["languages of names"],
    recognizes: { start in
      let line = start.text.prefix { $0 != "\n" && $0 != "\r\n" }
      return line.hasPrefix("{") && line.contains("\"schema\"") && line.contains("\"properties\"")
    },
    makeReader: { source throws(FormatError) in
      FTMReader(FTMEntityLines(source), file: source.file)
    },
    write: writeEntities
  )

  /// One value on a row, with who says so.
  public static let statements = Format(
    name: "ftm-statements",
    title: "FollowTheMoney statements",
    specification: "followthemoney 4.11, statements as CSV",
    mediaType: "text/csv",
    extensions: ["statements.csv", "csv"],
    losses: commonLosses,
    recognizes: { start in
      let line = start.text.prefix { $0 != "\n" && $0 != "\r\n" }
      return ["entity_id", "prop", "schema", "value"].allSatisfy { line.contains($0) }
    },
    makeReader: { source throws(FormatError) in
      FTMReader(try FTMStatementRows(source), file: source.file)
    },
    write: writeStatements
  )

  private static let commonLosses = [
    "spaces and invisible characters within names",
    "whether a name is one in another script",
    "ids of other systems of topics and countries but as keywords",
    "archived copies and digests of sources but as keywords",
  ]

  private static func writeEntities(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let entities = FTMWriter(edition.view).entities
    var text = ExportText(sink)
    for entity in entities { try text.add(entity.json.text() + "\n") }
    try text.flush()
    var report = report(edition, entities)
    let names = edition.view.index.content.entities.flatMap(\.names)
    report.lose("languages of names are left out", count: names.count { $0.language != nil })
    return report
  }

  private static func writeStatements(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let entities = FTMWriter(edition.view).entities
    let writer = FTMStatementWriter(edition.view.index)
    var text = ExportText(sink)
    try text.add(FTMStatementWriter.header)
    var count = 0
    for entity in entities {
      let rows = writer.rows(entity)
      count += rows.count
      for row in rows { try text.add(row) }
    }
    try text.flush()
    var report = report(edition, entities)
    report.counts.append(.init("statements", count))
    return report
  }

  private static func report(_ edition: ExportEdition, _ entities: [FTMEntity]) -> ExportReport {
    let content = edition.view.index.content
    var report = ExportReport()
    report.counts = [
      .init("entities", entities.count),
      .init("links", entities.count { $0.schema == "UnknownLink" }),
      .init("facts", content.facts.count), .init("claims", content.claims.count),
    ]
    let scripts: Set<NameKind> = [.native, .transliteration]
    report.lose(
      "names in other scripts become aliases",
      count: content.entities.flatMap(\.names).count { scripts.contains($0.kind) }
    )
    report.lose(
      "spaces and invisible characters are left out of values",
      count: entities.reduce(0) { $0 + $1.cleanedCount }
    )
    report.lose(
      "ids longer than 180 signs become a hash",
      count: content.facts.count { FTMIdentifier.isHashed($0.id.rawValue) }
    )
    report.lose("elements that are no records are left out", count: edition.otherCount)
    return report
  }
}
