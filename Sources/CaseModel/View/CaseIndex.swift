/// Finds the records of a case by id and by the records that refer to them.
///
/// Building costs O(n) in the number of records; every look-up is O(1). Lists are in natural order
/// of ids when those of the content are.
public struct CaseIndex: Sendable {
  /// The records.
  public let content: CaseContent
  /// Entities by id.
  public let entities: [EntityID: Entity]
  /// Events by id.
  public let events: [EventID: Event]
  /// Facts by id; an event is also found under its fact id.
  public let facts: [FactID: Fact]
  /// Claims by id.
  public let claims: [ClaimID: Claim]
  /// Sources by id.
  public let sources: [SourceID: Source]
  /// Questions by id.
  public let questions: [QuestionID: Question]
  private let participationsByEvent: [EventID: [Participation]]
  private let participationsByEntity: [EntityID: [Participation]]
  private let attributesByEvent: [EventID: [Attribute]]
  private let postsByHolder: [EntityID: [Post]]
  private let postsByAgency: [EntityID: [Post]]
  private let relationsBySubject: [EntityID: [Relation]]
  private let relationsByObject: [EntityID: [Relation]]
  private let claimsByTarget: [ClaimTarget: [Claim]]

  /// Indexes `content`; of records with one id the first is found.
  public init(_ content: CaseContent) {
    self.content = content
    entities = Self.first(content.entities, by: \.id)
    events = Self.first(content.events, by: \.id)
    facts = Self.first(content.facts, by: \.id)
    claims = Self.first(content.claims, by: \.id)
    sources = Self.first(content.sources, by: \.id)
    questions = Self.first(content.questions, by: \.id)
    participationsByEvent = Dictionary(grouping: content.participations, by: \.event)
    participationsByEntity = Self.grouped(content.participations, by: \.participant.entity)
    attributesByEvent = Dictionary(grouping: content.attributes, by: \.event)
    postsByHolder = Dictionary(grouping: content.posts, by: \.holder)
    postsByAgency = Self.grouped(content.posts, by: \.agency)
    relationsBySubject = Dictionary(grouping: content.relations, by: \.subject)
    relationsByObject = Dictionary(grouping: content.relations, by: \.object)
    claimsByTarget = Dictionary(grouping: content.claims, by: \.target)
  }

  /// Returns who took part in `event`, empty slots included.
  public func participations(in event: EventID) -> [Participation] {
    participationsByEvent[event] ?? []
  }

  /// Returns in what `entity` took part.
  public func participations(of entity: EntityID) -> [Participation] {
    participationsByEntity[entity] ?? []
  }

  /// Returns when, where and about what `event` was.
  public func attributes(of event: EventID) -> [Attribute] { attributesByEvent[event] ?? [] }

  /// Returns the posts of `person`.
  public func posts(of person: EntityID) -> [Post] { postsByHolder[person] ?? [] }

  /// Returns the posts at `agency`.
  public func posts(at agency: EntityID) -> [Post] { postsByAgency[agency] ?? [] }

  /// Returns the relations that start at `entity`.
  public func relations(from entity: EntityID) -> [Relation] { relationsBySubject[entity] ?? [] }

  /// Returns the relations that end at `entity`.
  public func relations(to entity: EntityID) -> [Relation] { relationsByObject[entity] ?? [] }

  /// Returns the claims about exactly `target`.
  public func claims(about target: ClaimTarget) -> [Claim] { claimsByTarget[target] ?? [] }

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

  private static func first<Key: Hashable, Record>(
    _ records: [Record],
    by key: (Record) -> Key
  ) -> [Key: Record] {
    Dictionary(records.map { (key($0), $0) }) { first, _ in first }
  }

  private static func grouped<Key: Hashable, Record>(
    _ records: [Record],
    by key: (Record) -> Key?
  ) -> [Key: [Record]] {
    var groups: [Key: [Record]] = [:]
    for record in records {
      guard let key = key(record) else { continue }
      groups[key, default: []].append(record)
    }
    return groups
  }
}
