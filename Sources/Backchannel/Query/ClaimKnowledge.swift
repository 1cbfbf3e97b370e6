import CaseModel
import GraphModel
import QueryEngine
import Synchronization

/// Knows what follows from the claims about facts of a graph, of as many as somebody asks for.
///
/// A fact is weighed when it is asked for, among the records that this takes; once so many were asked
/// for that reading the whole case is cheaper, the case is read.
final class ClaimKnowledge: @unchecked Sendable {
  // Unchecked because the graph, which nothing else uses, is reached under the lock alone.

  private struct State {
    var whole: CaseView?
    var weighed: [FactID: WeighedFact] = [:]
    /// Whether facts can be weighed by what points at them; `nil` before anybody asked.
    var areClaimsConsistent: Bool?
    /// How many elements were read to weigh facts.
    var readCount = 0
  }

  private let graph: PropertyGraph
  private let records: GraphRecords
  private let state: Mutex<State>

  /// Begins to know a graph of which nothing else holds a reference.
  ///
  /// - Parameter view: What is known of all facts, if it is.
  init(_ graph: PropertyGraph, view: CaseView? = nil) {
    self.graph = graph
    records = GraphRecords(graph)
    state = Mutex(State(whole: view))
  }

  /// The fact that a node stands for.
  func fact(of node: NodeID) -> FactID? {
    state.withLock { _ in
      guard let key = graph.key(of: node), let labels = try? graph.labels(of: node) else {
        return nil
      }
      // Most are plainly a fact or none: their properties need not be read.
      let record = NodeRecord(labels: labels)
      if record == .event { return FactID(key) }
      if record != .attribute, record != .claim, graph.relationship(keyed: key) == nil {
        return nil
      }
      return graph.keyed(node).flatMap(records.fact)
    }
  }

  /// The fact that a relationship stands for.
  func fact(of relationship: RelationshipID) -> FactID? {
    state.withLock { _ in graph.keyed(relationship).flatMap(records.fact) }
  }

  /// What is known of all facts.
  func whole() -> CaseView { state.withLock { whole(&$0) } }

  /// A view in which what an entity took part in is known: its events, with all that is said of them.
  ///
  /// Complexity: linear in the records around these events, or in the case where they are many.
  func view(ofEventsOf entity: String, events: [String]) -> CaseView {
    state.withLock { state in
      view(&state) { found in
        found.add(EntityID(entity))
        for event in events { found.add(EventID(event)) }
      }
    }
  }

  /// What is known of some facts together.
  func known(of facts: [FactID]) -> KnownFacts {
    state.withLock { state in
      // Before it is clear which are missing: what is forgotten is weighed again.
      if state.weighed.count > Self.rememberedCount { state.weighed.removeAll() }
      let missing = facts.filter { state.weighed[$0] == nil }
      if !missing.isEmpty { weigh(missing, &state) }
      return KnownFacts(facts.compactMap { state.weighed[$0] })
    }
  }

  private func whole(_ state: inout State) -> CaseView {
    if let whole = state.whole { return whole }
    let whole = CaseView(GraphSnapshot(graph))
    state.whole = whole
    return whole
  }

  private func weigh(_ facts: [FactID], _ state: inout State) {
    let known = view(&state) { found in
      for fact in facts { found.add(fact) }
    }
    for fact in facts { state.weighed[fact] = WeighedFact(fact, known) }
  }

  /// A view of the records around what `add` adds, or of all where that is cheaper.
  private func view(_ state: inout State, _ add: (inout CaseNeighbourhood) -> Void) -> CaseView {
    // Records that belong to many facts are read for each of these.
    let limit = graph.elementCount / 4 - state.readCount
    if state.whole == nil, limit > 0, areClaimsConsistent(&state) {
      var found = CaseNeighbourhood(records, limit: limit)
      add(&found)
      state.readCount += found.elementCount
      if found.isUsable { return CaseView(CaseIndex(found.content)) }
    }
    return whole(&state)
  }

  private func areClaimsConsistent(_ state: inout State) -> Bool {
    if let known = state.areClaimsConsistent { return known }
    let known = RecordQueries(graph).areClaimsConsistent
    state.areClaimsConsistent = known
    return known
  }

  private static let rememberedCount = 100_000
}

/// Holds what is known about one fact, and the names of those concerned.
struct WeighedFact: Sendable {
  let fact: FactID
  let assessment: Assessment?
  let origins: [String]
  let sides: [(name: String, word: SideWord)]

  init(_ fact: FactID, _ view: CaseView) {
    self.fact = fact
    assessment = view.assessment(fact)
    origins = (assessment?.origins ?? []).map(view.index.name)
    sides = (assessment?.sides ?? []).map { (view.index.name($0.side), $0.word) }
  }
}

/// Holds what is known about some facts together.
struct KnownFacts: Sendable {
  let status: Status?
  let claims: [ClaimID]
  /// The independent origins of the weakest of the facts.
  let origins: [String]
  /// What each side says of the weakest of the facts.
  let sides: [(name: String, word: SideWord)]
  /// The day by which all were known.
  let knownSince: CalendarDate?

  init(_ weighed: [WeighedFact]) {
    let assessments = weighed.compactMap(\.assessment)
    let evidence = Evidence(weighed.map(\.fact), assessments) { _ in nil }
    let weakest = weighed.first { $0.fact == evidence.weakest }
    status = evidence.status
    claims = evidence.claims
    origins = weakest?.origins ?? []
    sides = weakest?.sides ?? []
    knownSince = assessments.compactMap { $0.knownSince?.bounds.latest }.max()
  }
}
