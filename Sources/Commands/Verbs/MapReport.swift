import Backchannel
import Formats
import GraphModel

/// Says what a proposed mapping is and what it makes of the first rows, for people and programs.
struct MapReport {
  let proposal: MappingProposal
  let preview: MappingPreview
  /// The mapping that comes with the program and fits.
  let shipped: String?
  let isWritten: Bool

  init(
    _ proposal: MappingProposal,
    _ preview: MappingPreview,
    shipped: String?,
    isWritten: Bool
  ) {
    self.proposal = proposal
    self.preview = preview
    self.shipped = shipped
    self.isWritten = isWritten
  }

  /// Columns of a wide table that are shown one by one.
  private static let columnLimit = 40

  // MARK: - For people

  var report: Report {
    let sample = proposal.sample
    var report = Report()
    let rows = counted(sample.rowCount, "row")
    report.heading(
      "\(sample.file): \(sample.isWhole ? rows : "the first \(rows)"), "
        + "\(counted(sample.columns.count, "column")), \(sample.encoding.rawValue), "
        + "\(DelimitedFormat.word(for: proposal.delimiter)) between fields"
    )
    addColumns(to: &report)
    addReadings(to: &report)
    addCounts(to: &report)
    report.heading("Next")
    report.lines(next.map { Report.Line($0) })
    return report
  }

  private func addColumns(to report: inout Report) {
    let used = proposal.columns.filter { $0.use != nil }
    let shown =
      proposal.columns.count <= Self.columnLimit
      ? proposal.columns : Array(used.prefix(Self.columnLimit))
    report.table(
      ["column", "filled", "different", "for example", "becomes", "because"],
      shown.map { column in
        Report.Row(cells: [
          column.name, String(column.filledCount), String(column.distinctCount),
          Self.short(column.examples.first ?? ""), column.use ?? "-", column.reason,
        ])
      }
    )
    let rest = proposal.columns.count - shown.count
    if rest > 0 {
      report.lines([Report.Line("Of \(counted(rest, "further column")) nothing is made.")])
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  private func addReadings(to report: inout Report) {
    guard !preview.readings.isEmpty else { return }
    report.heading(
      proposal.isRelations
        ? "The first links as they would be read"
        : "The first events as they would be read"
    )
    report.table(
      ["when", "what", "who", "where", "about"],
      preview.readings.map { reading in
        Report.Row(cells: [
          reading.date, reading.kind, Self.list(reading.who), Self.list(reading.places),
          Self.list(reading.topics),
        ])
      }
    )
  }

  private static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(6).map { String($0.prefix(80)) }.joined(separator: ", ")
    return texts.count > 6 ? "\(shown) and \(texts.count - 6) more" : shown
  }

  private func addCounts(to report: inout Report) {
    let outcome = preview.outcome
    report.heading("The rows")
    var lines = [
      Report.Line(
        "\(outcome.readCount) read = \(outcome.takenCount) taken + \(outcome.mergedCount) merged + "
          + "\(outcome.rejectedCount) rejected"
      )
    ]
    for (reason, count) in reasons.prefix(8) {
      lines.append(Report.Line("\(count)  \(reason)", indentation: 1))
    }
    report.lines(lines)
  }

  private var reasons: [(String, Int)] {
    preview.outcome.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }

  private var next: [String] {
    var lines = proposal.questions
    if let shipped {
      lines.insert(
        "A mapping for such a table comes with the program and knows more: "
          + "backchannel import \(proposal.sample.file) --mapping \(shipped) -n",
        at: 0
      )
    }
    if isWritten {
      lines.append(
        "Wrote \(proposal.mappingFile): read it through, then try: \(proposal.command) -n"
      )
    } else {
      lines.append("Write the mapping with -o \(proposal.mappingFile), read it through, then try:")
      lines.append("\(proposal.command) -n")
    }
    return lines
  }

  // MARK: - For programs

  var json: JSONValue {
    let (sample, outcome) = (proposal.sample, preview.outcome)
    return [
      "answer": "map", "file": .string(sample.file),
      "encoding": .string(sample.encoding.rawValue),
      "delimiter": .string(DelimitedFormat.word(for: proposal.delimiter)),
      "rows": .integer(Int64(sample.rowCount)), "isWhole": .boolean(sample.isWhole),
      "columns": .array(proposal.columns.map(Self.json)),
      "read": .integer(Int64(outcome.readCount)), "taken": .integer(Int64(outcome.takenCount)),
      "merged": .integer(Int64(outcome.mergedCount)),
      "rejected": .integer(Int64(outcome.rejectedCount)),
      "reasons": .array(
        reasons.map { ["reason": .string($0.0), "count": .integer(Int64($0.1))] }
      ),
      "first": .array(preview.readings.map(Self.json)),
      "questions": .strings(proposal.questions),
      "shipped": shipped.map { .string($0) } ?? .null, "command": .string(proposal.command),
      "mapping": .string(proposal.text),
    ]
  }

  private static func json(_ column: ProposedColumn) -> JSONValue {
    [
      "name": .string(column.name), "filled": .integer(Int64(column.filledCount)),
      "different": .integer(Int64(column.distinctCount)), "examples": .strings(column.examples),
      "becomes": column.use.map { .string($0) } ?? .null, "because": .string(column.reason),
    ]
  }

  private static func json(_ reading: MappingPreview.Reading) -> JSONValue {
    [
      "kind": .string(reading.kind), "date": .string(reading.date), "who": .strings(reading.who),
      "places": .strings(reading.places), "topics": .strings(reading.topics),
    ]
  }
}
