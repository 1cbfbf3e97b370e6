public import CaseModel
import GraphModel

/// Answers with whom an entity was in a meeting, visit or call, and what is not known of it.
///
/// For an agency or country the people who belonged to it at the time count, too.
public struct WhoMetAnswer: Sendable {
  /// Holds that one participant met another in one event.
  public struct Row: Sendable {
    /// The event.
    public let event: Event
    /// The part of the entity asked about, or of a person who belonged to it.
    public let own: Participation
    /// The other's part.
    public let other: Participation
    /// What the row rests on: the event and both parts.
    public let evidence: Evidence
  }

  /// Who was asked about.
  public let entity: EntityID
  /// Strongest first, then by date and event.
  public let rows: [Row]
  /// Empty slots of the same events.
  public let slots: [Row]
  /// Events in which nobody else is known to have taken part.
  public let alone: [Participation]
  /// What is not known about these events and this entity.
  public let unknowns: Unknowns

  /// Answers for `entity` through `view`.
  ///
  /// Complexity: linear in the participants of the entity's events.
  public init(_ entity: EntityID, view: CaseView) {
    self.entity = entity
    var rows: [Row] = []
    var slots: [Row] = []
    var alone: [Participation] = []
    let members = Membership(of: entity, view: view)
    for event in view.events where event.type.bringsTogether {
      let present = view.participations(in: event.id)
      let own = present.filter { members.contains($0) }
      for part in own {
        let others = present.filter { $0.id != part.id && !members.contains($0) }
        if others.isEmpty { alone.append(part) }
        for other in others {
          let row = Row(
            event: event,
            own: part,
            other: other,
            evidence: view.evidence(for: [FactID(event.id), part.id, other.id])
          )
          if other.participant.entity == nil { slots.append(row) } else { rows.append(row) }
        }
      }
    }
    self.rows = rows.sorted { Self.order($0, view) < Self.order($1, view) }
    self.slots = slots
    self.alone = alone
    let events = Set((rows + slots).map(\.event.id) + alone.map(\.event))
    unknowns = Unknowns(
      facts: (rows + slots).flatMap { [$0.own.id, $0.other.id] } + alone.map(\.id),
      events: events.sorted(),
      entity: entity,
      view: view
    )
  }

  private static func order(_ row: Row, _ view: CaseView) -> (Int, Int, EventID, FactID) {
    let day = view.date(of: row.event.id)?.bounds.earliest?.dayNumber ?? .max
    return (row.evidence.status?.rank ?? .max, day, row.event.id, row.other.id)
  }
}

/// Tells who counts as the entity asked about: itself and, for an agency or country, its people.
struct Membership {
  private let entity: EntityID
  private let isGroup: Bool
  private let view: CaseView

  init(of entity: EntityID, view: CaseView) {
    self.entity = entity
    self.view = view
    isGroup = [.agency, .country].contains(view.index.entities[entity]?.type)
  }

  func contains(_ participation: Participation) -> Bool {
    guard let member = participation.participant.entity else { return false }
    if member == entity { return true }
    guard isGroup else { return false }
    let bounds = view.bounds(of: participation.event)
    return view.sides.groups(of: member, at: bounds).contains(entity)
  }
}
