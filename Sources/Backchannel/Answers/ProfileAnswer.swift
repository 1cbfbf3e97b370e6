public import CaseModel
import GraphModel

/// Answers what is known about one entity.
public struct ProfileAnswer: Sendable {
  /// The entity.
  public let entity: Entity
  /// The sides it belongs to, at any time.
  public let sides: [EntityID]
  /// Its posts, or for an agency the posts at it.
  public let posts: [Post]
  /// Its relations, in both directions.
  public let relations: [Relation]
  /// Its parts in events, by first possible day.
  public let participations: [Participation]
  /// Whom it met, strongest first.
  public let counterparts: [(entity: EntityID, meetings: Int, strongest: Status?)]
  /// The claims it made that count, in natural order.
  public let claims: [ClaimID]
  /// The first and the last possible day of its dated events.
  public let seen: DateBounds?
  /// What is not known about it.
  public let unknowns: Unknowns

  /// Collects what `view` shows of the entity; `nil` when there is no such entity.
  public init?(_ id: EntityID, view: CaseView) {
    guard let entity = view.index.entities[id] else { return nil }
    self.entity = entity
    sides = view.sides.sides(of: id, at: .unbounded).filter { $0 != id }
    posts = (view.index.posts(of: id) + view.index.posts(at: id)).filter { view.shows($0.id) }
    relations = (view.index.relations(from: id) + view.index.relations(to: id))
      .filter { view.shows($0.id) }
    let parts = view.participations(of: id)
    participations = parts.sorted { Self.order($0, view) < Self.order($1, view) }
    let met = WhoMetAnswer(id, view: view)
    counterparts = Self.counterparts(met)
    claims = view.index.content.claims
      .filter { $0.claimant == id && view.known.excluded[$0.id] == nil }.map(\.id)
    let bounds = parts.compactMap { view.date(of: $0.event)?.bounds }
    seen = bounds.first.map { bounds.dropFirst().reduce($0) { $0.hull($1) } }
    unknowns = Unknowns(
      facts: parts.map(\.id),
      events: Set(parts.map(\.event)).sorted(),
      entity: id,
      view: view
    )
  }

  private static func order(_ part: Participation, _ view: CaseView) -> (Int, EventID) {
    (view.date(of: part.event)?.bounds.earliest?.dayNumber ?? .max, part.event)
  }

  private static func counterparts(_ met: WhoMetAnswer)
    -> [(entity: EntityID, meetings: Int, strongest: Status?)]
  {
    let rows = Dictionary(
      grouping: met.rows.filter { $0.other.participant.entity != nil },
      by: { $0.other.participant.entity ?? "" }
    )
    return rows.map { entity, rows in
      let strongest = rows.compactMap(\.evidence.status).min { $0.rank < $1.rank }
      return (entity, Set(rows.map(\.event.id)).count, strongest)
    }
    .sorted {
      ($0.strongest?.rank ?? .max, -$0.meetings, $0.entity)
        < ($1.strongest?.rank ?? .max, -$1.meetings, $1.entity)
    }
  }
}
