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
    var pairs: Set<Pair> = []
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
      add(CommonEvents(own, of: EntityID(key), view), to: graph, view, &state)
    }
  }

  /// Complexity: linear in the pairs of participants of each event.
  func deriveAll(in graph: PropertyGraph) {
    state.withLock { state in
      guard !state.isComplete else { return }
      state.isComplete = true
      let view = knowledge.whole()
      add(CommonEvents(view.events, of: nil, view), to: graph, view, &state)
    }
  }

  private func add(
    _ found: CommonEvents,
    to graph: PropertyGraph,
    _ view: CaseView,
    _ state: inout State
  ) {
    for (pair, events) in found.pairs.sorted(by: { $0.key < $1.key }) {
      guard state.pairs.insert(pair).inserted,
        let first = graph.node(keyed: pair.first.rawValue),
        let second = graph.node(keyed: pair.second.rawValue)
      else { continue }
      let id = graph.addDerivedRelationship(
        type: type,
        from: first,
        to: second,
        properties: Self.properties(events, view)
      )
      state.derivations[id] = events.map(\.facts)
    }
  }

  private static func properties(_ events: [CommonEvents.Event], _ view: CaseView) -> Properties {
    let bounds = events.compactMap { view.date(of: $0.id)?.bounds }
    // The strongest of the common events: one confirmed meeting is enough to have met.
    let best = events.map { view.evidence(for: $0.facts) }
      .min {
        ($0.status?.rank ?? .max, -$0.origins.count) < ($1.status?.rank ?? .max, -$1.origins.count)
      }
    return [
      "events": .list(events.map { .string($0.id.rawValue) }),
      "first": bounds.compactMap(\.earliest).min().map(Value.date) ?? .null,
      "last": bounds.compactMap(\.latest).max().map(Value.date) ?? .null,
      "status": best?.status.map { .string($0.rawValue) } ?? .null,
      "origins": .integer(Int64(best?.origins.count ?? 0)),
    ]
  }
}

/// Two entities, the first in natural order first.
private struct Pair: Hashable, Comparable {
  let first: EntityID
  let second: EntityID

  init(_ one: EntityID, _ other: EntityID) {
    first = min(one, other)
    second = max(one, other)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// Finds the common events of each two participants.
private struct CommonEvents {
  struct Event {
    let id: EventID
    let facts: [FactID]
  }

  private(set) var pairs: [Pair: [Event]] = [:]

  /// - Parameter entity: Who is one of the two; anybody where it is `nil`.
  init(_ events: [CaseModel.Event], of entity: EntityID?, _ view: CaseView) {
    for event in events where event.type.bringsTogether {
      let present = view.participations(in: event.id).compactMap { part in
        part.participant.entity.map { (entity: $0, fact: part.id) }
      }
      for (position, one) in present.enumerated() {
        for other in present.dropFirst(position + 1) where one.entity != other.entity {
          guard entity == nil || one.entity == entity || other.entity == entity else { continue }
          pairs[Pair(one.entity, other.entity), default: []].append(
            Event(id: event.id, facts: [FactID(event.id), one.fact, other.fact])
          )
        }
      }
    }
  }
}
