import CaseModel
import GraphModel

/// Writes and reads the records of a case as a folder of CSV files, for spreadsheets.
///
/// Each kind of record has a file: entities, relations, posts, events, sources, claims, questions;
/// its columns are the members that case documents give such records. What a record has several of
/// stands in a file of its own, whose column `record` names the record: names, identifiers, dates,
/// places, subjects and participations of events, patterns of questions. `case.csv` describes the
/// case, and naming it reads the folder. Dates have three columns: EDTF, basis, text. Commas
/// separate fields (RFC 4180), in UTF-8 without a byte order mark.
public enum RecordTablesFormat {
  /// The format.
  public static let format = Format(
    name: "csv",
    title: "Records as CSV tables",
    specification: "data/schema/case.schema.json, version 1; a file for each kind of record",
    mediaType: "text/csv",
    extensions: ["csv"],
    losses: ["elements that are no records"],
    isFolder: true,
    recognizes: { start in
      start.path.hasSuffix(RecordTable.info.file)
        && start.text.hasPrefix(RecordTable.info.header.joined(separator: ","))
    },
    makeReader: { source in RecordTablesReader(source) },
    write: write
  )

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let document = CaseDocument.json(of: edition.view.index.content)
    var text = ExportText(sink)
    var report = ExportReport()
    try write([document["case"] ?? .null], RecordTable.info, to: &text)
    for (table, parts) in RecordTable.all {
      let records =
        if case .array(let records)? = document[table.member ?? ""] { records } else {
          [] as [JSONValue]
        }
      try write(records, table, to: &text)
      report.counts.append(.init(table.member ?? "", records.count))
      for part in parts {
        try text.begin(part.table.file)
        try text.add(CSVLine.text([RecordTable.Part.recordColumn] + part.table.header))
        for record in records {
          guard case .string(let id)? = record["id"] else { continue }
          for row in part.rows(record) {
            try text.add(CSVLine.text([id] + part.table.columns.flatMap { $0.fields(row) }))
          }
        }
      }
    }
    try text.flush()
    report.lose("elements that are no records are left out", count: edition.otherCount)
    return report
  }

  private static func write(
    _ records: [JSONValue],
    _ table: RecordTable,
    to text: inout ExportText
  ) throws(FormatError) {
    try text.begin(table.file)
    try text.add(CSVLine.text(table.header))
    for record in records {
      try text.add(CSVLine.text(table.columns.flatMap { $0.fields(record) }))
    }
  }
}
