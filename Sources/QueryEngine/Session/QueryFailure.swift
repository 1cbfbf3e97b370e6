public import GraphModel

/// Says why a query was not run, or failed: everything that was found wrong with it.
public struct QueryFailure: Error, Hashable, Sendable {
  /// What is wrong, the most important first; never empty.
  public let errors: [QueryError]

  /// Makes a failure.
  public init(_ errors: [QueryError]) { self.errors = errors }

  /// Makes a failure of one error.
  public init(_ error: QueryError) { errors = [error] }
}
