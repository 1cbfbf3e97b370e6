import ArgumentParser
import Backchannel
import CaseStore
import GraphModel

/// Shows, builds or removes the index beside a case.
struct Index: Verb {
  static let verb = "index"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Show the index that makes queries of a large case fast, or build it anew.",
    discussion: """
      Examples:
        backchannel index
        backchannel index --rebuild

      The index is a file beside the case, named after it with '-index' at the end. It holds nothing
      that the case does not hold, is made by the first query of a large case, kept up to date, and
      may be removed at any time.
      """
  )

  @Flag(help: "Build the index anew, also for a small case.") var rebuild = false
  @Flag(help: "Remove the index.") var drop = false
  @OptionGroup var caseOptions: StoredCaseOptions

  func validate() throws {
    guard !rebuild || !drop else {
      throw ValidationError("--rebuild and --drop exclude each other")
    }
  }

  func run() throws {
    let opened = try caseOptions.open(.readOnly)
    if rebuild { try opened.rebuildIndex() }
    if drop { try opened.dropIndex() }
    let state = try opened.indexState()
    Console.current.print(PlainText.printable(Self.text(state)) + "\n")
  }

  private static func text(_ state: IndexState?) -> String {
    guard let state else { return "There is no index." }
    guard state.isUsable else { return "\(state.path): not usable; the next query builds it anew." }
    return "\(state.path): \(counted(state.nodeCount, "node")), "
      + "\(counted(state.relationshipCount, "relationship")), up to log entry \(state.logPosition)"
  }
}
