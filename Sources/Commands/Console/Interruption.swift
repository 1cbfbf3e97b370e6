import Foundation
import QueryEngine

/// Lets Ctrl-C end a query instead of the program.
enum Interruption {
  /// Set by Ctrl-C while somebody listens.
  static let flag = CancellationFlag()

  /// Runs `body` with Ctrl-C setting the flag, which is not set at first.
  static func listening<Result, Failure: Error>(_ body: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    flag.clear()
    // A store to an atomic is all that a signal handler may do.
    signal(SIGINT) { _ in Interruption.flag.set() }
    defer { signal(SIGINT, SIG_DFL) }
    return try body()
  }
}
