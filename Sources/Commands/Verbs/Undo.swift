import ArgumentParser
import Backchannel
import CaseStore

/// Takes back a log entry.
struct Undo: Verb {
  static let verb = "undo"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Take back the latest change, or the one with a number.",
    discussion: """
      Examples:
        backchannel undo
        backchannel undo 2 --why "wrong source"

      The change stays in the log, and 'redo' brings it back.
      """
  )

  @Argument(help: "The number of a log entry.") var entry: Int64?
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let made = try caseOptions.open(.readWrite).undo(
      entry,
      author: writeOptions.author(verb: "undo"),
      isDryRun: writeOptions.dryRun
    )
    Reversal.report(made, "entry \(made.undoes ?? 0)", isDryRun: writeOptions.dryRun)
  }
}

/// Takes back an undo.
struct Redo: Verb {
  static let verb = "redo"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Take back the latest undo, or the one with a number.",
    discussion: """
      Example:
        backchannel redo
      """
  )

  @Argument(help: "The number of an undo, or of the entry that it took back.") var entry: Int64?
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let made = try caseOptions.open(.readWrite).redo(
      entry,
      author: writeOptions.author(verb: "redo"),
      isDryRun: writeOptions.dryRun
    )
    Reversal.report(made, "the undo, entry \(made.redoes ?? 0)", isDryRun: writeOptions.dryRun)
  }
}

/// Says what an undo or redo has done.
private enum Reversal {
  static func report(_ made: LogEntry, _ target: String, isDryRun: Bool) {
    let what =
      "\(target): \(counted(made.added, "element")) added, \(made.changed) changed, "
      + "\(made.removed) removed."
    Console.current.note(
      isDryRun
        ? "Would take back \(what) Nothing was written."
        : "Took back \(what) Log entry \(made.position)."
    )
  }
}
