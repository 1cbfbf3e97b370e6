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
    let runner = QueryRunner(
      text: text,
      parameters: parameters,
      limits: limits,
      loadFolder: loadFolder,
      cancellation: cancellation
    )
    guard try runner.isWriting else {
      let needsClaims = evidence != .none || runner.mentionsClaims
      return try withGraph(filter, needsClaims: needsClaims) {
        (graph, view) throws(BackchannelError) in
        let result = try runner.run(on: graph, view: view, evidence: evidence)
        return QueryAnswer(result: result, graph: graph, entry: nil)
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
    return try write(runner, author: author, isDryRun: isDryRun)
  }

  private func write(_ runner: QueryRunner, author: LogAuthor, isDryRun: Bool)
    throws(BackchannelError) -> QueryAnswer
  {
    var answer: (result: QueryResult, graph: PropertyGraph)?
    let entry = try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction, graph: PropertyGraph) throws(BackchannelError) in
      let view = runner.mentionsClaims ? CaseView(graph.keyed()) : .empty
      let result = try runner.run(on: graph, view: view, evidence: .none)
      do throws(StorageError) {
        var writer = ChangeWriter(graph)
        for change in result.changes { try writer.write(change, to: &transaction) }
      } catch { throw BackchannelError(error.diagnostic) }
      answer = (result, graph)
    }
    guard let answer else {
      throw BackchannelError(Diagnostic(.storage, "the query was not run"))
    }
    return QueryAnswer(result: answer.result, graph: answer.graph, entry: entry)
  }
}

/// Holds a query and how it may run.
struct QueryRunner {
  let text: String
  let parameters: [String: Value]
  let limits: QueryLimits
  let loadFolder: String?
  let cancellation: CancellationFlag

  /// Whether the query changes the graph; throws when it cannot be parsed.
  var isWriting: Bool {
    get throws(BackchannelError) {
      do { return try QuerySession.isWriting(text) } catch { throw failure(error) }
    }
  }

  private var words: [Substring] { text.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }

  /// Whether the query may ask for the derived relationship; one mention too many only costs time.
  private var mentionsMeetings: Bool { words.contains("MET") }

  /// Whether the query may ask for what follows from claims; one mention too many only costs time.
  var mentionsClaims: Bool {
    let functions: Set = ["status", "claims", "origins", "sides", "knownsince", "evidence"]
    return mentionsMeetings || words.contains { functions.contains($0.lowercased()) }
  }

  /// Runs the query on a graph of which `view` knows what follows from claims.
  func run(on graph: PropertyGraph, view: CaseView, evidence: EvidenceDetail)
    throws(BackchannelError) -> QueryResult
  {
    let meetings =
      mentionsMeetings
      ? DerivedMeetings.add(to: graph, view: view) : [:]
    let functions = CaseFunctions(view, graph: graph, meetings: meetings)
    let session = QuerySession(
      graph: graph,
      catalog: functions.catalog,
      limits: limits,
      loadFolder: loadFolder
    )
    do throws(QueryFailure) {
      var result = try session.run(
        text,
        parameters: parameters,
        evidence: evidence,
        cancellation: cancellation
      )
      result.evidence = result.evidence.map { elements in
        functions.facts(in: .list(elements)).map { .string($0.rawValue) }
      }
      do throws(QueryError) {
        for (row, witnesses) in result.witnesses.enumerated() {
          result.witnesses[row] = try functions.witnesses(in: witnesses.map(Value.list))
            .map { $0.map { .string($0.rawValue) } }
        }
      } catch { throw QueryFailure(error) }
      return result
    } catch { throw failure(error) }
  }

  private func failure(_ failure: QueryFailure) -> BackchannelError {
    BackchannelError(failure.errors.map { Diagnostic($0, in: text) }, sourceText: text)
  }
}

/// Writes the changes of a query into a transaction of the store.
struct ChangeWriter {
  private let graph: PropertyGraph
  private var nodeKeys: [NodeID: String] = [:]

  init(_ graph: PropertyGraph) { self.graph = graph }

  mutating func write(_ change: GraphChange, to transaction: inout GraphTransaction)
    throws(StorageError)
  {
    switch change {
    case .nodeCreated(let node):
      nodeKeys[node.id] = try transaction.addNode(
        labels: node.labels,
        properties: node.properties
      )
    case .nodeChanged(let node):
      guard let key = node.key else { return }
      try transaction.put(
        KeyedNode(key: key, labels: node.labels, properties: node.properties)
      )
    case .nodeDeleted(_, let key):
      if let key { try transaction.removeNode(key: key) }
    case .relationshipCreated(let link):
      _ = try transaction.addRelationship(
        type: link.type,
        source: key(link.source),
        target: key(link.target),
        properties: link.properties
      )
    case .relationshipChanged(let link):
      guard let own = link.key else { return }
      try transaction.put(
        KeyedRelationship(
          key: own,
          type: link.type,
          source: key(link.source),
          target: key(link.target),
          properties: link.properties
        )
      )
    case .relationshipDeleted(_, let key):
      if let key { try transaction.removeRelationship(key: key) }
    }
  }

  private func key(_ node: NodeID) -> String { nodeKeys[node] ?? graph.shown(node).key ?? "" }
}
