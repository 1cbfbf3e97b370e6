import ArgumentParser
import Backchannel
import CaseStore
import Formats
import GraphModel

/// Adds the records of documents to a case.
struct Import: ParsableCommand {
  /// Lists what can be imported.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case documents, tables
  }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the records of case documents (YAML or JSON), or whole tables, to a case.",
    discussion: """
      Examples:
        backchannel import -n story.yaml
        backchannel import story.yaml --why "second interview"

      Records with an id that the case has are replaced, others are added, none is removed. All
      documents go in together or not at all, in one log entry that 'undo' takes back.

      A file that begins with 'format: backchannel-tables' says how tables (CSV, TSV, NDJSON)
      become nodes and relationships of a graph: see data/schema. Such a file comes alone.
      """
  )

  @Argument(
    help: "Case documents; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var files: [String]
  @Option(help: "documents or tables; by default what the first lines of the file say.")
  var format: Format?
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let contents = try files.map { (path: $0, bytes: try CaseFiles.bytes(of: $0)) }
    let tables = contents.filter { format == .tables || TableDescription.isDescription($0.bytes) }
    if let description = tables.first, format != .documents {
      guard files.count == 1 else {
        throw BackchannelError(
          Diagnostic(
            .usage,
            "'\(description.path)' describes tables and comes alone",
            remedy: "import it and the other files one after the other"
          )
        )
      }
      return try TableImportRun(
        caseOptions: caseOptions,
        author: writeOptions.author(verb: "import"),
        isDryRun: writeOptions.dryRun
      ).run(description.bytes, path: description.path)
    }
    let readings = try contents.map { try CaseFiles.document($0.bytes, path: $0.path) }
    let outcome = try caseOptions.open(.readWrite).importDocuments(
      readings,
      author: writeOptions.author(verb: "import"),
      isDryRun: writeOptions.dryRun
    )
    let counts = outcome.counts
    let console = Console.current
    console.note(
      "\(counted(counts.added, "element")) \(writeOptions.dryRun ? "would be" : "were") added, "
        + "\(counts.changed) changed, \(counts.same) the same already."
    )
    if outcome.warningCount > 0 {
      console.note("\(counted(outcome.warningCount, "warning")); see: backchannel check")
    }
    guard let entry = outcome.entry else {
      console.note("Nothing changes.")
      return
    }
    console.note(
      writeOptions.dryRun
        ? "Dry run: nothing was written."
        : "Log entry \(entry.position). Take it back with: backchannel undo \(entry.position)"
    )
  }
}
