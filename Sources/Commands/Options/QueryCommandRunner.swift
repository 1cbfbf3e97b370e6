import Backchannel
import CaseModel
import CaseStore
import Foundation
import GraphModel
import QueryEngine

/// Runs a query so that Ctrl-C ends it, and not the program.
struct QueryCommandRunner {
  let limits: QueryLimits
  let loadFolder: String?
  let author: LogAuthor
  let isDryRun: Bool

  func run(
    _ text: String,
    on opened: Case,
    parameters: [String: Value],
    filter: ReadFilter,
    tracksEvidence: Bool = false
  ) throws(BackchannelError) -> QueryAnswer {
    let cancellation = CancellationFlag()
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    signal(SIGINT, SIG_IGN)
    source.setEventHandler { cancellation.set() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try opened.query(
      text,
      parameters: parameters,
      filter: filter,
      limits: limits,
      tracksEvidence: tracksEvidence,
      author: author,
      isDryRun: isDryRun,
      loadFolder: loadFolder,
      cancellation: cancellation
    )
  }
}
