public import CaseModel

/// Says what part of a case to draw.
public enum DiagramScope: Hashable, Sendable {
  /// Names the record from which a neighbourhood is counted.
  public enum Centre: Hashable, Sendable {
    /// An entity; an agency or country stands for its people, too.
    case entity(EntityID)
    /// An event.
    case event(EventID)
  }

  /// Everything visible.
  case whole
  /// One event, who took part, and what is said about it.
  case event(EventID)
  /// Some records, their events and who else took part; with every further hop the events of those,
  /// and who took part in them.
  case around([Centre], hops: Int)
  /// Just these records.
  case records(DiagramRecords)

  /// One entity, its events and who else took part.
  public static func entity(_ id: EntityID) -> DiagramScope { .around([.entity(id)], hops: 1) }

  /// The records that the diagram is about, which it marks.
  var centres: [Centre] {
    switch self {
    case .whole, .records: []
    case .event(let id): [.event(id)]
    case .around(let centres, _): centres
    }
  }
}

/// Holds the records to draw where somebody chose each, as a query does.
public struct DiagramRecords: Hashable, Sendable {
  /// The entities; those who take part in nothing drawn stand alone.
  public var entities: Set<EntityID>
  /// The events.
  public var events: Set<EventID>
  /// The participations and subjects that get a line.
  public var facts: Set<FactID>
  /// What they answer, such as the text of a query.
  public var question: String

  /// Chooses records.
  public init(
    entities: Set<EntityID> = [],
    events: Set<EventID> = [],
    facts: Set<FactID> = [],
    question: String
  ) {
    self.question = question
    self.entities = entities
    self.events = events
    self.facts = facts
  }
}

extension DiagramRecords {
  /// The title of what is drawn of a query.
  static let title = "What a query found"
}
