import ArgumentParser
import Backchannel
import CaseModel
import CaseStore
import Formats
import GraphModel

/// Writes a case in one of many formats.
struct Export: Verb {
  static let verb = "export"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Write the case as JSON, which 'import' takes back, or in a format of others.",
    discussion: HelpText.flowing(
      """
      Examples:
        backchannel export --demo > case.json
        backchannel export --public -o public.json
        backchannel export --min confirmed --without tabloid
        backchannel export --demo --format node-link --report > graph.json

      With filters only what they let through is written. --public leaves out everything marked
      confidential and everything that only that supports, and says how many answers it changes.

      Formats (--format); those marked with a slash need a folder, -o:
      \(FormatList.help { $0.write != nil })

      A file whose name ends with .gz is packed. --report says on standard error what of this case
      the format cannot hold. --shape chooses what becomes a node in formats of graphs: records
      (everything, claims too), events (entities and events; what is said stands in attributes), or
      met (entities, joined where they met).
      """
    )
  )

  @Option(help: ArgumentHelp("One of the formats below.", valueName: "name")) var format = "json"
  @Flag(name: .customLong("public"), help: "Leave out what is confidential.") var isPublic = false
  @Flag(help: "Say on standard error what the format cannot hold of this case.") var report = false
  @Flag(help: "Give the report as JSON.") var json = false
  @Option(
    help: "In formats of graphs: records (by default), events or met.",
    completion: .list(ExportOptions.Shape.allCases.map(\.rawValue)),
    transform: Self.shape
  )
  var shape = ExportOptions.Shape.records
  @Flag(help: "In formats of graphs that have them: colours and sizes.") var looks = false
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var fileOptions: OutputFileOptions

  func validate() throws {
    if json, !report { throw ValidationError("--json belongs to --report") }
  }

  private static func shape(_ text: String) throws -> ExportOptions.Shape {
    if let shape = ExportOptions.Shape(rawValue: text.lowercased()) { return shape }
    let names = ExportOptions.Shape.allCases.map(\.rawValue)
    throw ValidationError("'\(text)' is no shape; one of \(names.joined(separator: ", "))")
  }

  func run() throws {
    let format = try FormatList.format(named: format) { $0.write != nil }
    let destination = try ExportDestination(format, fileOptions)
    if format.name == CaseFormats.tables.name, !isPublic, filterOptions.isEmpty {
      return tell(try exportTables(destination), format, destination, nil)
    }
    let opened = try caseOptions.open()
    let filter = try filterOptions.filter(of: opened)
    var prepared = try WaitingNote.whileReading {
      () throws(BackchannelError) in try opened.edition(filter, isPublic: isPublic)
    }
    prepared.edition.options.shape = shape
    prepared.edition.options.hasLooks = looks
    let changes = prepared.publicEdition.map { PublicChanges($0, of: prepared.content) }
    if !json { for line in changes?.lines ?? [] { Console.current.note(line) } }
    let written = try destination.fill { sink throws(BackchannelError) in
      try format.written(prepared.edition, to: sink)
    }
    tell(written, format, destination, changes)
  }

  /// Writes a whole case without having all of it in memory.
  private func exportTables(_ destination: ExportDestination) throws -> ExportReport {
    let opened = try caseOptions.open()
    let files = try destination.fillFolder { path throws(BackchannelError) in
      try opened.exportTables(to: path)
    }
    var report = ExportReport()
    report.counts = files.lineCounts.sorted { $0.key < $1.key }
      .map { .init("lines of \($0.key)", $0.value) }
    return report
  }

  private func tell(
    _ written: ExportReport,
    _ format: Format,
    _ destination: ExportDestination,
    _ changes: PublicChanges?
  ) {
    let console = Console.current
    if json {
      console.errors(
        Array((written.json(of: format, public: changes).text(indented: true) + "\n").utf8)
      )
      return
    }
    if let path = destination.path {
      console.note("Wrote \(path): \(ExportReportText.counts(written)).")
    }
    guard report else { return }
    for line in ExportReportText.losses(written, of: format) { console.note(line) }
  }
}
