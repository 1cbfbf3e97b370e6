import ArgumentParser
import Backchannel
import CaseModel
import CaseStore
import Foundation
import GraphModel
import QueryEngine

/// Runs an openCypher query.
struct Query: Verb {
  static let verb = "query"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Run an openCypher query on the graph of the case.",
    discussion: """
      Examples:
        backchannel query "MATCH (p:Person)-[:TOOK_PART_IN]->(m:Meeting) RETURN p.name, m.title" --demo
        backchannel query "MATCH (p:Person) WHERE p.name = \\$who RETURN p.name" --param who=Nobody --demo

      Without TEXT the query is read from --file or standard input; on a terminal a shell opens,
      with history and completion (:help says more). EXPLAIN before a query
      shows its plan. A query that changes the graph runs in one transaction, with one log entry
      that 'undo' takes back. Exits 0 when there are rows or changes, 1 when there is neither.
      """
  )

  @Argument(help: "The query; - reads standard input.") var text: String?
  @Option(help: ArgumentHelp("Read the query from a file.", valueName: "file"), completion: .file())
  var file: String?
  @OptionGroup var parameterOptions: QueryParameterOptions
  @Option(
    help: "table (on a terminal), tsv (in a pipe), csv, json, ndjson or markdown.",
    completion: .list(ResultRenderer.Format.allCases.map(\.rawValue))
  )
  var format: String?
  @Flag(help: "Short for --format json.") var json = false
  @Flag(help: "Add to each row of JSON the facts of each of its derivations by themselves.")
  var witnesses = false
  @Flag(help: "Use no characters beyond ASCII for signs and lines.") var ascii = false
  @Flag(help: "Refuse a query that changes the graph.") var readOnly = false
  @Option(help: ArgumentHelp("Stop after so many seconds.", valueName: "seconds"))
  var timeout: Double?
  @Option(help: ArgumentHelp("Stop at more rows than this.", valueName: "count"))
  var maxRows: Int?
  @Option(help: ArgumentHelp("Stop beyond so much memory.", valueName: "megabytes"))
  var maxMemory: Int?
  @Option(
    help: ArgumentHelp("The folder from which LOAD CSV may read.", valueName: "folder"),
    completion: .directory
  )
  var loadFrom: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let runner = QueryCommandRunner(
      limits: QueryLimits(
        time: timeout.map { .milliseconds($0 * 1_000) },
        memoryBytes: maxMemory.map { $0 << 20 },
        rows: maxRows,
        isReadOnly: readOnly
      ),
      loadFolder: loadFrom,
      author: writeOptions.author(verb: "query"),
      isDryRun: writeOptions.dryRun
    )
    let isInteractive = text == nil && file == nil && Console.current.isTerminal
    let text = isInteractive ? nil : try queryText()
    let opened = try caseOptions.openForQuery(text)
    let filter = try filterOptions.filter(of: opened)
    let values = try parameterOptions.values()
    guard let text else {
      guard try Shell.run(opened, runner: runner, parameters: values, filter: filter) else {
        throw ValidationError("there is neither a query nor a terminal to read one from")
      }
      return
    }
    let format = try chosenFormat()
    let isJSON = format == .json || format == .ndjson
    guard isJSON || !witnesses else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "--witnesses is for the formats json and ndjson",
          remedy: "add --json, or RETURN evidence('witnesses') as a column"
        )
      )
    }
    try show(
      try runner.run(
        text,
        on: opened,
        parameters: values,
        filter: filter,
        evidence: witnesses ? .witnesses : isJSON ? .facts : .none
      )
    )
  }

  private func show(_ answer: QueryAnswer) throws {
    let console = Console.current
    if let plan = answer.result.plan { console.print(PlainText.printable(plan)) }
    let renderer = ResultRenderer(
      graph: answer.graph,
      columns: answer.result.columns,
      rows: answer.result.rows,
      evidence: answer.result.evidence,
      witnesses: witnesses ? answer.result.witnesses : []
    )
    if answer.result.plan == nil || !answer.result.rows.isEmpty {
      console.print(
        renderer.text(
          try chosenFormat(),
          table: ReportRenderer(width: console.columns, isASCII: ascii, hasColor: false)
        )
      )
    }
    if let entry = answer.entry {
      console.note(
        "\(entry.added) added, \(entry.changed) changed, \(entry.removed) removed; "
          + (writeOptions.dryRun
            ? "dry run: nothing was written." : "log entry \(entry.position).")
      )
    }
    if answer.result.rows.isEmpty, answer.entry == nil, answer.result.plan == nil {
      throw ExitCode(1)
    }
  }

  private func chosenFormat() throws(BackchannelError) -> ResultRenderer.Format {
    if json { return .json }
    guard let format else { return Console.current.isTerminal ? .table : .tsv }
    if let format = ResultRenderer.Format(rawValue: format) { return format }
    let known = ResultRenderer.Format.allCases.map(\.rawValue)
    throw BackchannelError(
      Diagnostic(
        .usage,
        "--format: '\(format)' is no format",
        remedy: "one of \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: format, among: known)
      )
    )
  }

  private func queryText() throws(BackchannelError) -> String {
    if let text, text != "-" { return text }
    let bytes = try CaseFiles.bytes(of: file ?? "-")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BackchannelError(
        Diagnostic(.notText, "the query is not valid UTF-8", file: file)
      )
    }
    return text
  }
}
