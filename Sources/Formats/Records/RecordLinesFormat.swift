import CaseModel
import GraphModel

/// Writes and reads the records of a case as lines of JSON, one record on each.
///
/// The first line is `{"record":"case","format":"backchannel-records","version":1,"id":...}`. Every
/// other line is a record as a case document holds it (data/schema/case.schema.json), with `record`
/// as its first member: entity, relation, post, event, source, claim or question. Elements of the
/// graph that are no records are lines `node` and `relationship`, as in the format `tables`.
/// Reading a file and writing it again gives the same bytes.
public enum RecordLinesFormat {
  /// The format.
  public static let format = Format(
    name: "records",
    title: "Records as lines of JSON",
    specification: "data/schema/case.schema.json, version 1; one record on a line",
    mediaType: "application/x-ndjson",
    extensions: ["ndjson", "jsonl"],
    recognizes: { $0.text.prefix(200).contains("\"\(word)\"") },
    makeReader: { source in RecordLinesReader(source) },
    write: write
  )

  /// The word under `format` in the first line.
  static let word = "backchannel-records"
  static let version = 1

  private static func write(_ edition: ExportEdition, _ sink: any ExportSink)
    throws(FormatError) -> ExportReport
  {
    let document = CaseDocument.json(of: edition.view.index.content)
    let others = edition.graph.splitRecords().others
    var text = ExportText(sink)
    try text.add(firstLine(document["case"]).text() + "\n")
    var report = ExportReport()
    var count = 0
    let total =
      RecordNodeReader.kinds.reduce(0) { $0 + elements(document[$1.value]).count }
      + others.nodes.count + others.relationships.count
    var progress = ExportProgress(total: total)
    for (word, member) in RecordNodeReader.kinds {
      for record in elements(document[member]) {
        try text.add(line(word, record).text() + "\n")
        progress.advance(sink)
        count += 1
      }
    }
    report.counts = [.init("records", count)]
    for node in others.nodes {
      try text.add(line("node", ElementLine.json(node)).text() + "\n")
      progress.advance(sink)
    }
    for link in others.relationships {
      try text.add(line("relationship", ElementLine.json(link)).text() + "\n")
      progress.advance(sink)
    }
    try text.flush()
    let otherCount = others.nodes.count + others.relationships.count
    if otherCount > 0 { report.counts.append(.init("other elements", otherCount)) }
    return report
  }

  private static func firstLine(_ info: JSONValue?) -> JSONValue {
    guard case .object(let members)? = info else { return .null }
    return .object(
      [
        JSONMember(key: "record", value: "case"), JSONMember(key: "format", value: .string(word)),
        JSONMember(key: "version", value: .integer(Int64(version))),
      ] + members
    )
  }

  private static func line(_ word: String, _ record: JSONValue) -> JSONValue {
    guard case .object(let members) = record else { return record }
    return .object([JSONMember(key: "record", value: .string(word))] + members)
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements)? = value else { return [] }
    return elements
  }
}
