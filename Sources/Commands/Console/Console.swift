import Foundation
import GraphModel

/// Holds where a verb writes and what it may know of the world outside; replaced in tests.
struct Console: Sendable {
  /// Takes what goes to standard output.
  let output: @Sendable ([UInt8]) -> Void
  /// Takes what goes to standard error.
  let errors: @Sendable ([UInt8]) -> Void
  /// Whether standard output is a terminal.
  let isTerminal: Bool
  /// The width of the terminal in columns.
  let columns: Int
  /// The environment variables.
  let environment: [String: String]
  /// Whether this is the program itself, which ends after the verb and, started anew, lays out
  /// drawings.
  var isProgram = false

  /// The console of the running verb.
  @TaskLocal static var current = Console.process

  /// The console of the process itself.
  static let process = Console(
    output: { ProcessStream.output.write($0) },
    errors: { ProcessStream.errors.write($0) },
    isTerminal: ProcessStream.output.isTerminal,
    columns: ProcessStream.output.columns,
    environment: ProcessInfo.processInfo.environment,
    isProgram: true
  )

  /// Writes text to standard output.
  func print(_ text: String) { output(Array(text.utf8)) }

  /// Writes a line to standard error.
  func note(_ text: String) { errors(Array(PlainText.printable(text).utf8) + [0x0A]) }
}
