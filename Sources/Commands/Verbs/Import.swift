import ArgumentParser
import Backchannel
import CaseStore
import Formats
import GraphModel

/// Adds the records of documents to a case.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add the records of case documents (YAML or JSON) to a case.",
    discussion: """
      Examples:
        backchannel import -n story.yaml
        backchannel import story.yaml --why "second interview"

      Records with an id that the case has are replaced, others are added, none is removed. All
      documents go in together or not at all, in one log entry that 'undo' takes back.
      """
  )

  @Argument(
    help: "Case documents; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var files: [String]
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let readings = try files.map { try CaseFiles.document($0) }
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
