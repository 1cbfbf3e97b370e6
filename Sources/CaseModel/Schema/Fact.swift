/// Holds anything that can be claimed.
public indirect enum Fact: Hashable, Sendable {
  // Indirect, since lists of facts are passed around: a copy counts one reference instead of ten.

  /// That an event took place.
  case event(Event)
  /// That somebody took part in an event.
  case participation(Participation)
  /// That a person holds a post.
  case post(Post)
  /// That two entities stand in a lasting relation.
  case relation(Relation)
  /// When or where an event was, or what it was about.
  case attribute(Attribute)

  /// Returns the id under which claims refer to the fact.
  public var id: FactID {
    switch self {
    case .event(let event): FactID(event.id)
    case .participation(let participation): participation.id
    case .post(let post): post.id
    case .relation(let relation): relation.id
    case .attribute(let attribute): attribute.id
    }
  }

  /// Returns the event that the fact belongs to, if any.
  public var event: EventID? {
    switch self {
    case .event(let event): event.id
    case .participation(let participation): participation.event
    case .attribute(let attribute): attribute.event
    case .post, .relation: nil
    }
  }
}
