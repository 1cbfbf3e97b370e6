import ArgumentParser
import Backchannel
import CaseStore

/// Makes a case of records, to measure verbs with.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Make a case of people, agencies, meetings and a claim for each participation."
  )

  @Option(help: "The number of meetings.") var events = 200_000
  @Option(help: "The case file to make.") var out: String

  func run() throws {
    let author = LogAuthor(who: "benchmarks", why: "", verb: "import")
    let made = try Case.create(
      out,
      content: GeneratedRecords.content(eventCount: events),
      author: author
    )
    try made.rebuildIndex()
  }
}
