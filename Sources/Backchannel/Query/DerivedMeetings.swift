import CaseModel
import GraphModel
import QueryEngine
import Synchronization

/// Derives the relationships `(a)-[:MET]-(b)`, around those whom a query comes to.
///
/// Both took part in a common meeting, visit or call. The relationships have the properties `events`,
/// `first`, `last`, `status` and `origins`, and are never stored.
final class DerivedMeetings: RelationshipDeriver, Sendable {
  private struct State {
    /// For each relationship the facts of each event that it may be derived from.
    var derivations: [RelationshipID: [[FactID]]] = [:]
    var pairs: Set<CommonEvents.Pair> = []
    var nodes: Set<NodeID> = []
    var isComplete = false
  }

  private let knowledge: ClaimKnowledge
  private let state = Mutex(State())

  /// Begins without any.
  init(_ knowledge: ClaimKnowledge) { self.knowledge = knowledge }

  let type = "MET"

  /// An event of three brings three pairs together: as many as took part.
  func estimatedCount(in graph: PropertyGraph) -> Int {
    graph.relationshipCount(typed: [GraphVocabulary.Relationship.tookPartIn])
  }

  /// For a derived relationship, the facts of each event that it may be derived from; else `nil`.
  func derivations(of relationship: RelationshipID) -> [[FactID]]? {
    state.withLock { $0.derivations[relationship] }
  }

  // MARK: - Deriving

  /// Complexity: linear in the pairs of the node's entity with others in its events, and in what is
  /// said of these.
  func derive(around node: NodeID, in graph: PropertyGraph) {
    state.withLock { state in
      guard !state.isComplete, state.nodes.insert(node).inserted, let key = graph.key(of: node)
      else { return }
      let events = graph.relationships(
        of: node,
        types: [GraphVocabulary.Relationship.tookPartIn],
        entering: false
      )
      .compactMap { graph.keyed($0)?.target }
      guard !events.isEmpty else { return }
      let view = knowledge.view(ofEventsOf: key, events: events)
      let own = Set(view.participations(of: EntityID(key)).map(\.event)).sorted()
        .filter { view.shows(FactID($0)) }
        .compactMap { view.index.events[$0] }
      add(CommonEvents(own, of: EntityID(key), view), to: graph, &state)
    }
  }

  /// Complexity: linear in the pairs of participants of each event.
  func deriveAll(in graph: PropertyGraph) {
    state.withLock { state in
      guard !state.isComplete else { return }
      state.isComplete = true
      let view = knowledge.whole()
      add(CommonEvents(view), to: graph, &state)
    }
  }

  private func add(
    _ found: CommonEvents,
    to graph: PropertyGraph,
    _ state: inout State
  ) {
    for pair in found.pairs {
      guard state.pairs.insert(pair).inserted,
        let first = graph.node(keyed: pair.first.rawValue),
        let second = graph.node(keyed: pair.second.rawValue)
      else { continue }
      let summary = found.summary(of: pair)
      let id = graph.addDerivedRelationship(
        type: type,
        from: first,
        to: second,
        properties: summary.properties
      )
      state.derivations[id] = summary.events.map(\.facts)
    }
  }
}
