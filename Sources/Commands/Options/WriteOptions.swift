import ArgumentParser
import CaseStore
import Foundation

/// Says on whose behalf and why a case is changed.
struct WriteOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .long], help: "Only say what would be done.") var dryRun = false
  @Option(help: ArgumentHelp("The reason, for the log.", valueName: "text")) var why: String?
  @Option(
    help: ArgumentHelp(
      "Who makes the change, for the log; else $BACKCHANNEL_AUTHOR, else the user's name.",
      valueName: "name"
    )
  )
  var who: String?

  /// Returns the author of a change.
  func author(verb: String) -> LogAuthor {
    Self.author(named: who, why: why ?? "", verb: verb)
  }

  /// Returns the author of a change; without a name it is the one of the environment.
  static func author(named who: String?, why: String, verb: String) -> LogAuthor {
    let name = who ?? Console.current.environment["BACKCHANNEL_AUTHOR"]
    return LogAuthor(
      who: name.flatMap { $0.isEmpty ? nil : $0 } ?? NSUserName(),
      why: why,
      verb: verb
    )
  }
}
