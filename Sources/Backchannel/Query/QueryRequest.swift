import GraphModel
import QueryEngine

/// Holds a query and how it may run.
struct QueryRequest {
  let text: String
  let parameters: [String: Value]
  let limits: QueryLimits
  let loadFolder: String?
  let cancellation: CancellationFlag

  /// Returns what is reported of a failure.
  func failure(_ failure: QueryFailure) -> BackchannelError { BackchannelError(failure, in: text) }
}

extension BackchannelError {
  /// Makes an error of everything that is wrong with a query.
  init(_ failure: QueryFailure, in text: String) {
    self.init(failure.errors.map { Diagnostic($0, in: text) }, sourceText: text)
  }
}
