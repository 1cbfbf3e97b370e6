import ArgumentParser
import Backchannel
import Diagrams
import Foundation
import GraphModel

/// Runs the program: parses the arguments, runs the verb, prints errors, and returns the exit
/// status.
public enum CommandLineProgram {
  /// Runs the verb that the process was started with, and ends the process.
  public static func run() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == LayoutWorker.verb {
      LayoutWorker.main(arguments: Array(arguments.dropFirst()))
    }
    if arguments.first == ConformanceServer.verb { exit(ConformanceServer.main()) }
    if arguments.first == LineSession.verb {
      exit(LineSession.main(arguments: Array(arguments.dropFirst())))
    }
    // A reader that has gone shows as an error of `write`, which then ends the program quietly.
    signal(SIGPIPE, SIG_IGN)
    EarlyLayout.begin(arguments)
    let status = status(of: arguments)
    EarlyLayout.end()
    exit(status)
  }

  /// Runs a verb on the console of the current task and returns the exit status: 0 found, 1
  /// nothing found, 2 error.
  static func status(of arguments: [String]) -> Int32 {
    do {
      try checkVerb(arguments.first)
      var command = try command(arguments)
      try command.run()
      return 0
    } catch let error as BackchannelError {
      ErrorReport.print(error)
      return error.diagnostics.first?.code.exitCode ?? 2
    } catch {
      return status(of: error)
    }
  }

  /// Reads the arguments as those of the verb alone, which takes half the time of reading them from
  /// the root; what does not go well is read from the root, whose words name the whole program.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let word = arguments.first, let verb = RootCommand.verb(word),
      let command = try? verb.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == verb
    {
      return command
    }
    return try RootCommand.parseAsRoot(arguments)
  }

  /// The argument parser would call a misspelt verb an unexpected argument.
  private static func checkVerb(_ word: String?) throws(BackchannelError) {
    guard let word, !word.hasPrefix("-"), word != "help", RootCommand.verb(word) == nil else {
      return
    }
    throw BackchannelError(
      Diagnostic(
        .usage,
        "there is no verb '\(word)'",
        remedy: "see 'backchannel --help'",
        candidates: NearMiss.candidates(for: word, among: RootCommand.verbs)
      )
    )
  }

  /// Help and version are no errors; all that the argument parser complains about is one.
  private static func status(of error: any Error) -> Int32 {
    let code = RootCommand.exitCode(for: error)
    let message = RootCommand.fullMessage(for: error)
    if code == .success {
      if !message.isEmpty { Console.current.print(message + "\n") }
      return 0
    }
    if !message.isEmpty { Console.current.note(message) }
    return error is ExitCode ? code.rawValue : 2
  }
}
