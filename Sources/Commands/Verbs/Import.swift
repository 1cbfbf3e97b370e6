import ArgumentParser
import Backchannel
import CaseStore
import Formats
import GraphModel

/// Adds the records of documents to a case.
struct Import: Verb {
  static let verb = "import"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Add case documents, registers, or files in formats of others to a case.",
    discussion: HelpText.flowing(
      """
      Examples:
        backchannel import -n story.yaml
        backchannel import story.yaml --why "second interview"
        backchannel import trips.csv --mapping us-state-travels

      Records with an id that the case has are replaced, others are added, none is removed. All of
      a file goes in or nothing, in one log entry that 'undo' takes back.

      A table of rows (CSV and the like) needs --mapping, a file that says what its columns mean.
      'backchannel map FILE' proposes one, and data/mappings/README.md explains it. These come with
      the program: \(MappingLibrary.names.joined(separator: ", ")).

      Rows that are not taken go to FILE.rejects.csv, each with line, column and reason.

      Formats (--format; else by what the file holds):
        documents  Case documents, YAML or JSON
        tables     A file with 'format: backchannel-tables', for generic graphs
      \(FormatList.help { $0.makeReader != nil })
      """
    )
  )

  @Argument(
    help: "Files; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json", "csv", "tsv", "graphml", "gz"])
  )
  var files: [String]
  @Option(help: ArgumentHelp("One of the formats below.", valueName: "name")) var format: String?
  @OptionGroup var mappingOptions: MappingOptions
  @Option(
    help: ArgumentHelp("Where rows go that are not taken.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var rejects: String?
  @OptionGroup var encodingOptions: EncodingOptions
  @Flag(help: "Keep what was read of a file that breaks off.") var keepGoing = false
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    if let mapping = try mappingOptions.read() {
      for path in files { try records.run(path, by: mapping) }
      return
    }
    let words = ["documents", "tables"]
    if let format, !words.contains(format.lowercased()) {
      let chosen = try FormatList.format(named: format) { $0.makeReader != nil }
      for path in files { try records.run(RecordFiles.file(path), in: chosen) }
      return
    }
    if format == nil {
      let files = files.map(RecordFiles.file)
      let found = try files.map(RecordFiles.format)
      if found.contains(where: { $0 != nil }) {
        guard found.allSatisfy({ $0 != nil }) else { throw RecordFiles.mixed }
        for (path, format) in zip(files, found) {
          if let format { try records.run(path, in: format) }
        }
        return
      }
    }
    try importDocuments()
  }

  private var records: RecordImportRun {
    RecordImportRun(
      caseOptions: caseOptions,
      author: writeOptions.author(verb: "import"),
      isDryRun: writeOptions.dryRun,
      keepsGoing: keepGoing,
      rejects: rejects,
      encoding: encodingOptions.encoding
    )
  }

  private func importDocuments() throws {
    let contents = try files.map { (path: $0, bytes: try CaseFiles.bytes(of: $0)) }
    let tables = contents.filter {
      format == "tables" || TableDescription.isDescription($0.bytes)
    }
    if let description = tables.first, format != "documents" {
      guard files.count == 1 else {
        throw BackchannelError.usage(
          "'\(description.path)' describes tables and comes alone",
          "import it and the other files one after the other"
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
    console.tell(outcome.entry, isDryRun: writeOptions.dryRun)
  }
}
