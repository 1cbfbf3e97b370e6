import Backchannel
import CaseModel
import CaseStore
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
    evidence: EvidenceDetail = .none
  ) throws(BackchannelError) -> QueryAnswer {
    try Interruption.listening { () throws(BackchannelError) in
      try opened.query(
        text,
        parameters: parameters,
        filter: filter,
        limits: limits,
        evidence: evidence,
        author: author,
        isDryRun: isDryRun,
        loadFolder: loadFolder,
        cancellation: Interruption.flag
      )
    }
  }
}
