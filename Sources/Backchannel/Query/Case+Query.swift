public import CaseModel
public import CaseStore
public import GraphModel
public import QueryEngine

extension Case {
  /// Runs an openCypher query on the graph of the case.
  ///
  /// A query that changes the graph runs in one transaction with one log entry; it sees the whole
  /// case, so a filter is refused with it. A reading query sees what `filter` lets through.
  ///
  /// - Parameter isDryRun: Whether to change nothing in the end.
  /// - Throws: Everything wrong with the query, as diagnostics with places in its text.
  @discardableResult
  public func query(
    _ text: String,
    parameters: [String: Value] = [:],
    filter: ReadFilter = ReadFilter(),
    limits: QueryLimits = QueryLimits(),
    evidence: EvidenceDetail = .none,
    author: LogAuthor = LogAuthor(who: "backchannel", why: "", verb: "query"),
    isDryRun: Bool = false,
    loadFolder: String? = nil,
    cancellation: CancellationFlag = CancellationFlag()
  ) throws(BackchannelError) -> QueryAnswer {
    let request = QueryRequest(
      text: text,
      parameters: parameters,
      limits: limits,
      loadFolder: loadFolder,
      cancellation: cancellation
    )
    let traits = try sessions.traits(of: text)
    let scope = SessionScope(
      filter: filter,
      needsClaims: traits.mentionsClaims || evidence != .none,
      needsMeetings: traits.mentionsMeetings
    )
    guard traits.isWriting else {
      return try withSession(scope) { session throws(BackchannelError) in
        let (result, elements) = try session.run(request, evidence: evidence)
        return QueryAnswer(
          result: result,
          elements: elements,
          frozen: session.frozenGraph(),
          entry: nil
        )
      }
    }
    guard filter == ReadFilter() else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "a query that changes the graph sees the whole case",
          remedy: "leave --as-known, --min and the like out, or ask without changing anything"
        )
      )
    }
    return try write(request, traits, author: author, isDryRun: isDryRun)
  }

  private func write(
    _ request: QueryRequest,
    _ traits: QueryTraits,
    author: LogAuthor,
    isDryRun: Bool
  ) throws(BackchannelError) -> QueryAnswer {
    let scope = SessionScope(
      needsClaims: traits.mentionsClaims,
      needsMeetings: traits.mentionsMeetings
    )
    let change = try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction, plain: GraphSession) throws(BackchannelError) in
      let session = scope.isPlain ? plain : plain.scratch(scope)
      let result = try session.run(request, evidence: .none).result
      do throws(StorageError) {
        let writer = ChangeWriter(session.graph)
        for change in result.changes { try writer.write(change, to: &transaction) }
      } catch { throw BackchannelError(error.diagnostic) }
      return (result: result, frozen: session.frozenGraph())
    }
    let (result, frozen) = change.result
    return QueryAnswer(result: result, elements: [], frozen: frozen, entry: change.entry)
  }
}
