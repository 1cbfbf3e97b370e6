import CaseModel
import CaseStore
import GraphModel
import QueryEngine

/// Says what of a case the queries of a session see.
struct SessionScope: Hashable, Sendable {
  /// What is let through.
  var filter = ReadFilter()
  /// Whether they ask for what follows from claims; a filter needs the claims always.
  var needsClaims = false
  /// Whether they ask for the derived relationships `MET`.
  var needsMeetings = false

  /// Whether the queries see the graph just as it is stored.
  var isPlain: Bool { filter == ReadFilter() && !needsClaims && !needsMeetings }
}

/// Holds a graph as it was at a position of the log, and what makes queries on it fast: plans,
/// indexes of properties, adjacency.
///
/// One thread at a time uses it: whoever took it out of `GraphSessions`.
final class GraphSession: @unchecked Sendable {
  // Unchecked because `GraphSessions` hands a session to one caller, and keeps no other reference
  // to it until that caller puts it back.

  let scope: SessionScope
  /// Position of the last log entry in the graph.
  private(set) var position: Int64
  /// Whether the graph holds changes that are not committed.
  private(set) var isAhead = false
  private let engine: QuerySession
  private let functions: CaseFunctions
  private let image: GraphImage?
  /// The graph as it is, if a query was answered since it last changed.
  private var frozen: FrozenGraph?

  /// Begins with a graph of which nothing else holds a reference.
  ///
  /// - Parameter view: What follows from claims, where it is known already.
  init(
    _ graph: PropertyGraph,
    scope: SessionScope,
    view: CaseView? = nil,
    image: GraphImage?,
    position: Int64
  ) {
    self.scope = scope
    self.position = position
    self.image = image
    if scope.isPlain {
      functions = .ofNothing
    } else {
      let knowledge = ClaimKnowledge(PropertyGraph(GraphSnapshot(graph)), view: view)
      let meetings = scope.needsMeetings ? DerivedMeetings(knowledge) : nil
      graph.deriver = meetings
      functions = CaseFunctions(knowledge, meetings: meetings)
    }
    engine = QuerySession(
      graph: graph,
      catalog: scope.isPlain ? CaseFunctions.catalogOfNothing : functions.catalog
    )
  }

  /// The graph.
  var graph: PropertyGraph { engine.graph }

  /// Whether something was read of the index that it should not hold; the session is useless then.
  var isDamaged: Bool { image?.isDamaged ?? false }

  /// Brings a plain session up to date; returns false where it has become useless.
  func advance(_ later: LaterChanges) -> Bool {
    thaw()
    guard scope.isPlain, graph.apply(later.changes) else { return false }
    position = later.logPosition
    return true
  }

  /// Notes that what the last query has changed is committed now, in an entry unless it came to
  /// nothing.
  func commit(_ entry: LogEntry?) {
    if isAhead, let entry { position = entry.position }
    isAhead = false
  }

  /// Returns the graph as it is now, apart from the session.
  func frozenGraph() -> FrozenGraph {
    if let frozen { return frozen }
    let made = FrozenGraph(graph)
    // What is derived while queries run changes the graph.
    if scope.isPlain { frozen = made }
    return made
  }

  /// Prepares for changes of the graph, whose columns would have to be copied if they were shared.
  func thaw() { frozen = nil }

  /// Returns another session on a copy of the graph, in which queries find what follows from claims.
  func scratch(_ scope: SessionScope) -> GraphSession {
    let session = GraphSession(
      PropertyGraph(frozenGraph().snapshot),
      scope: scope,
      image: image,
      position: position
    )
    session.deriveBeforehand()
    return session
  }

  /// Derives now what would be derived when a query comes to it: what the query changes must make no
  /// difference.
  private func deriveBeforehand() {
    graph.deriver?.deriveAll(in: graph)
    graph.deriver = nil
  }

  /// Runs a query, of which the case may see the facts that rows rest on; `elements` are the nodes
  /// and relationships that they rest on, facts or not.
  func run(_ request: QueryRequest, evidence: EvidenceDetail) throws(BackchannelError)
    -> (result: QueryResult, elements: [[Value]])
  {
    engine.limits = request.limits
    engine.loadFolder = request.loadFolder
    do throws(QueryFailure) {
      var result = try engine.run(
        request.text,
        parameters: request.parameters,
        evidence: evidence,
        cancellation: request.cancellation
      )
      isAhead = isAhead || !result.changes.isEmpty
      let elements = result.evidence
      result.evidence = result.evidence.map { elements in
        functions.facts(in: .list(elements)).map { .string($0.rawValue) }
      }
      do throws(QueryError) {
        for (row, witnesses) in result.witnesses.enumerated() {
          result.witnesses[row] = try functions.witnesses(in: witnesses.map(Value.list))
            .map { $0.map { .string($0.rawValue) } }
        }
      } catch { throw QueryFailure(error) }
      return (result, elements)
    } catch { throw request.failure(error) }
  }
}
