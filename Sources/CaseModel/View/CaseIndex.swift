/// Finds the records of a case by id and by the records that refer to them.
///
/// Building costs O(n) in the number of records; every look-up is O(1). Lists are in natural order
/// of ids when those of the content are.
public final class CaseIndex: Sendable {
  // A class, since views, assessors and resolvers hold it: of a structure each of them would have a
  // copy, and every copy counts twenty references.

  /// The records.
  public let content: CaseContent
  /// Entities by id.
  public let entities: RecordsByID<EntityID, Entity>
  /// Events by id.
  public let events: RecordsByID<EventID, Event>
  /// Facts by id; an event is also found under its fact id.
  public let facts: RecordsByID<FactID, Fact>
  /// Claims by id.
  public let claims: RecordsByID<ClaimID, Claim>
  /// Sources by id.
  public let sources: RecordsByID<SourceID, Source>
  /// Questions by id.
  public let questions: RecordsByID<QuestionID, Question>
  /// Whether no post and no relation has a date.
  let isTimeless: Bool
  private let participationsByEvent: RecordsByReference<EventID, Participation>
  private let participationsByEntity: RecordsByReference<EntityID, Participation>
  private let attributesByEvent: RecordsByReference<EventID, Attribute>
  private let postsByHolder: RecordsByReference<EntityID, Post>
  private let postsByAgency: RecordsByReference<EntityID, Post>
  private let relationsBySubject: RecordsByReference<EntityID, Relation>
  private let relationsByObject: RecordsByReference<EntityID, Relation>
  private let claimsByTarget: RecordsByReference<ClaimTarget, Claim>

  /// Indexes `content`; of records with one id the first is found.
  public init(_ content: CaseContent) {
    self.content = content
    entities = RecordsByID(content.entities, by: \.id)
    events = RecordsByID(content.events, by: \.id)
    // Of the claims there are as many as of all the rest.
    let (ofFacts, ofClaims) = SideBySide.both(
      elementCount: content.claims.count,
      {
        (
          RecordsByID(content.facts, by: \.id),
          RecordsByReference(content.participations, by: \.event),
          RecordsByReference(content.participations, by: \.participant.entity),
          RecordsByReference(content.attributes, by: \.event)
        )
      },
      {
        (
          RecordsByID(content.claims, by: \.id), RecordsByReference(content.claims, by: \.target)
        )
      }
    )
    (facts, participationsByEvent, participationsByEntity, attributesByEvent) = ofFacts
    (claims, claimsByTarget) = ofClaims
    sources = RecordsByID(content.sources, by: \.id)
    questions = RecordsByID(content.questions, by: \.id)
    isTimeless =
      content.posts.allSatisfy { $0.held == nil } && content.relations.allSatisfy { $0.held == nil }
    postsByHolder = RecordsByReference(content.posts, by: \.holder)
    postsByAgency = RecordsByReference(content.posts, by: \.agency)
    relationsBySubject = RecordsByReference(content.relations, by: \.subject)
    relationsByObject = RecordsByReference(content.relations, by: \.object)
  }

  /// Returns who took part in `event`, empty slots included.
  public func participations(in event: EventID) -> [Participation] {
    participationsByEvent[event]
  }

  /// Returns in what `entity` took part.
  public func participations(of entity: EntityID) -> [Participation] {
    participationsByEntity[entity]
  }

  /// Returns when, where and about what `event` was.
  public func attributes(of event: EventID) -> [Attribute] { attributesByEvent[event] }

  /// Returns the posts of `person`.
  public func posts(of person: EntityID) -> [Post] { postsByHolder[person] }

  /// Returns the posts at `agency`.
  public func posts(at agency: EntityID) -> [Post] { postsByAgency[agency] }

  /// Returns the relations that start at `entity`.
  public func relations(from entity: EntityID) -> [Relation] { relationsBySubject[entity] }

  /// Returns the relations that end at `entity`.
  public func relations(to entity: EntityID) -> [Relation] { relationsByObject[entity] }

  /// Returns the claims about exactly `target`.
  public func claims(about target: ClaimTarget) -> [Claim] { claimsByTarget[target] }

  /// Tells whether nobody ever said anything about exactly `target`.
  func isUnclaimed(_ target: ClaimTarget) -> Bool { claimsByTarget.isEmpty(target) }

  /// Returns the name of an entity, or its id when there is no such entity.
  public func name(_ entity: EntityID) -> String { entities[entity]?.name ?? entity.rawValue }

  /// Returns the stretch in which `event` lies by all of its dates together, whatever a filter
  /// says; open when undated.
  public func bounds(of event: EventID) -> DateBounds {
    let dates = attributes(of: event).compactMap { attribute -> DateBounds? in
      guard case .date(let date) = attribute.value else { return nil }
      return date.bounds
    }
    guard let first = dates.first else { return .unbounded }
    return dates.dropFirst().reduce(first) { $0.hull($1) }
  }
}
