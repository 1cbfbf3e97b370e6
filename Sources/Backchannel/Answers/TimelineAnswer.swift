public import CaseModel
import GraphModel

/// Answers what happened when, with what is certain about the order.
public struct TimelineAnswer: Sendable {
  /// Holds one event on the axis.
  public struct Entry: Sendable {
    /// The event.
    public let event: Event
    /// Its best supported date; `nil` when nobody says.
    public let date: UncertainDate?
    /// Whether it was within the days asked for.
    public let isWithin: Certainty
    /// What the entry rests on: the event and its date.
    public let evidence: Evidence
  }

  /// Whose events these are; `nil` for all.
  public let entity: EntityID?
  /// Dated events by first possible day, then by last, then by id; undated ones after them.
  public let entries: [Entry]

  /// Collects the visible events, or those in which `entity` took part.
  public init(of entity: EntityID? = nil, view: CaseView) {
    let members = entity.map { Membership(of: $0, view: view) }
    let events = view.events.filter { event in
      guard let members else { return true }
      return view.participations(in: event.id).contains(where: members.contains)
    }
    self.init(events, of: entity, view: view)
  }

  /// Puts `events` in order.
  init(_ events: [Event], of entity: EntityID? = nil, view: CaseView) {
    self.entity = entity
    let entries = events.map { event in
      let date = view.date(of: event.id)
      let dateFacts = view.attributes(of: event.id).filter { $0.value == date.map { .date($0) } }
      let within =
        view.filter.happened.map { view.bounds(of: event.id).isWithin($0) } ?? .certainly
      return Entry(
        event: event,
        date: date,
        isWithin: within,
        evidence: view.evidence(for: [FactID(event.id)] + dateFacts.map(\.id))
      )
    }
    self.entries = entries.sorted { Self.order($0) < Self.order($1) }
  }

  /// Returns the pairs of neighbours whose order is certain.
  public var certainOrder: [(before: EventID, after: EventID)] {
    zip(entries, entries.dropFirst()).compactMap { first, second in
      guard let earlier = first.date, let later = second.date,
        earlier.isBefore(later) == .certainly
      else { return nil }
      return (first.event.id, second.event.id)
    }
  }

  private static func order(_ entry: Entry) -> (Int, Int, EventID) {
    let bounds = entry.date?.bounds
    let latest = bounds?.latest?.dayNumber ?? .max
    // An open beginning says only "not later than": it sorts by its end.
    return (bounds?.earliest?.dayNumber ?? latest, latest, entry.event.id)
  }
}
