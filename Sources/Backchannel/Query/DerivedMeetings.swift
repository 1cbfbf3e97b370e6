import CaseModel
import GraphModel
import QueryEngine

/// Adds the derived relationships `(a)-[:MET]-(b)` to a graph.
///
/// Both took part in a common meeting, visit or call. The relationships have the properties `events`,
/// `first`, `last`, `status` and `origins`, and are never stored.
enum DerivedMeetings {
  /// Returns, for each added relationship, the facts of each common event.
  ///
  /// Complexity: linear in the pairs of participants of each event.
  static func add(to graph: PropertyGraph, view: CaseView) -> [RelationshipID: [[FactID]]] {
    var pairs: [Pair: [CommonEvent]] = [:]
    for event in view.events where event.type.bringsTogether {
      let present = view.participations(in: event.id).filter { $0.participant.entity != nil }
      for (position, one) in present.enumerated() {
        for other in present.dropFirst(position + 1) {
          guard let first = one.participant.entity, let second = other.participant.entity,
            first != second
          else { continue }
          pairs[Pair(first, second), default: []].append(
            CommonEvent(id: event.id, facts: [FactID(event.id), one.id, other.id])
          )
        }
      }
    }
    var facts: [RelationshipID: [[FactID]]] = [:]
    for (pair, events) in pairs.sorted(by: { $0.key < $1.key }) {
      guard let first = graph.node(keyed: pair.first.rawValue),
        let second = graph.node(keyed: pair.second.rawValue)
      else { continue }
      let id = graph.createRelationship(
        type: "MET",
        from: UInt32(first.rawValue),
        to: UInt32(second.rawValue),
        properties: properties(events, view)
      )
      facts[RelationshipID(rawValue: Int64(id))] = events.map(\.facts)
    }
    return facts
  }

  private struct CommonEvent {
    let id: EventID
    let facts: [FactID]
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

  private static func properties(_ events: [CommonEvent], _ view: CaseView) -> Properties {
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
