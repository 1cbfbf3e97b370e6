public import GraphModel

/// Finds the common events of each two participants.
public struct CommonEvents {
  /// Two entities, the first in natural order first.
  public struct Pair: Hashable, Comparable, Sendable {
    /// The first.
    public let first: EntityID
    /// The second.
    public let second: EntityID

    init(_ one: EntityID, _ other: EntityID) {
      first = min(one, other)
      second = max(one, other)
    }

    /// Orders by the first, then by the second.
    public static func < (left: Self, right: Self) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// An event in which two took part.
  public struct CommonEvent: Sendable {
    /// The event.
    public let id: EventID
    /// That it took place, and that each of the two took part in it.
    public let facts: [FactID]
  }

  private var events: [Pair: [CommonEvent]] = [:]
  private let view: CaseView

  /// Looks at all visible events.
  public init(_ view: CaseView) { self.init(view.events, of: nil, view) }

  /// Looks at some events.
  ///
  /// - Parameter entity: Who is one of the two; anybody where it is `nil`.
  /// - Complexity: Linear in the pairs of participants of each event.
  public init(_ events: [Event], of entity: EntityID?, _ view: CaseView) {
    self.view = view
    for event in events where event.type.bringsTogether {
      let present = view.participations(in: event.id).compactMap { part in
        part.participant.entity.map { (entity: $0, fact: part.id) }
      }
      for (position, one) in present.enumerated() {
        for other in present.dropFirst(position + 1) where one.entity != other.entity {
          guard entity == nil || one.entity == entity || other.entity == entity else { continue }
          self.events[Pair(one.entity, other.entity), default: []].append(
            CommonEvent(id: event.id, facts: [FactID(event.id), one.fact, other.fact])
          )
        }
      }
    }
  }

  /// All who took part in a common event, two by two, in order.
  public var pairs: [Pair] { events.keys.sorted() }

  /// Returns what is known of the common events of two.
  public func summary(of pair: Pair) -> MeetingSummary {
    MeetingSummary(pair, events[pair] ?? [], view)
  }
}

/// Holds what is known of the common events of two.
public struct MeetingSummary: Sendable {
  /// The two.
  public let pair: CommonEvents.Pair
  /// The events.
  public let events: [CommonEvents.CommonEvent]
  /// The evidence of the event with the strongest: one confirmed meeting is enough to have met.
  public let best: Evidence?
  /// The properties `events`, `first`, `last`, `status` and `origins` of the relationship MET.
  public let properties: Properties

  init(_ pair: CommonEvents.Pair, _ events: [CommonEvents.CommonEvent], _ view: CaseView) {
    self.pair = pair
    self.events = events
    let bounds = events.compactMap { view.date(of: $0.id)?.bounds }
    best = events.map { view.evidence(for: $0.facts) }
      .min {
        ($0.status?.rank ?? .max, -$0.origins.count) < ($1.status?.rank ?? .max, -$1.origins.count)
      }
    properties = [
      "events": .list(events.map { .string($0.id.rawValue) }),
      "first": bounds.compactMap(\.earliest).min().map(Value.date) ?? .null,
      "last": bounds.compactMap(\.latest).max().map(Value.date) ?? .null,
      "status": best?.status.map { .string($0.rawValue) } ?? .null,
      "origins": .integer(Int64(best?.origins.count ?? 0)),
    ]
  }
}
