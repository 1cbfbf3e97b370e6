import CaseModel
import GraphModel

/// Turns the records of a case into the tree of a case document; members stand in the order of
/// `CaseKeys`.
struct CaseWriter {
  private let content: CaseContent
  private let index: CaseIndex

  init(_ content: CaseContent) {
    var sorted = content
    sorted.sort()
    self.content = sorted
    index = CaseIndex(sorted)
  }

  func document(derived: JSONValue?) -> JSONValue {
    .record([
      "format": .string(CaseKeys.format),
      "version": .integer(Int64(CaseKeys.version)),
      "case": .record([
        "id": .string(content.info.id), "title": .string(content.info.title),
        "summary": .optional(content.info.summary),
      ]),
      "entities": .array(content.entities.map(Self.entity)),
      "relations": .array(content.relations.map(Self.relation)),
      "posts": .array(content.posts.map(Self.post)),
      "events": .array(content.events.map(event)),
      "sources": .array(content.sources.map(Self.source)),
      "claims": .array(content.claims.map(Self.claim)),
      "questions": .array(content.questions.map(Self.question)),
      "derived": derived ?? .null,
    ])
  }

  // MARK: - Entities

  private static func entity(_ entity: Entity) -> JSONValue {
    let identifiers = entity.identifiers.sorted { $0.key < $1.key }
      .map { JSONMember(key: $0.key, value: .string($0.value)) }
    return .record([
      "id": .id(entity.id), "type": .choice(entity.type), "name": .string(entity.name),
      "names": .list(entity.names.map(name)), "kind": .choice(entity.agencyKind),
      "unnamed": .flag(entity.isUnnamed),
      "ids": identifiers.isEmpty ? .null : .object(identifiers), "note": .optional(entity.note),
    ])
  }

  private static func name(_ name: Name) -> JSONValue {
    .record([
      "text": .string(name.text), "kind": .choice(name.kind), "lang": .optional(name.language),
    ])
  }

  private static func relation(_ relation: Relation) -> JSONValue {
    .record([
      "id": .id(relation.id), "kind": .string(relation.kind.word),
      "subject": .id(relation.subject), "object": .id(relation.object),
      "held": .date(relation.held), "note": .optional(relation.note),
    ])
  }

  private static func post(_ post: Post) -> JSONValue {
    .record([
      "id": .id(post.id), "holder": .id(post.holder), "title": .string(post.title),
      "agency": .id(post.agency), "country": .id(post.country),
      "accreditedTo": .id(post.accreditedTo), "held": .date(post.held),
      "note": .optional(post.note),
    ])
  }

  // MARK: - Events

  private func event(_ event: Event) -> JSONValue {
    let attributes = index.attributes(of: event.id)
    func values(_ read: (Attribute) -> JSONValue?) -> JSONValue {
      .list(attributes.compactMap(read))
    }
    return .record([
      "id": .id(event.id), "type": .choice(event.type), "title": .string(event.title),
      "date": values(Self.date), "place": values(Self.place), "about": values(Self.subject),
      "participants": .list(index.participations(in: event.id).map(Self.participant)),
      "note": .optional(event.note),
    ])
  }

  private static func date(_ attribute: Attribute) -> JSONValue? {
    guard case .date(let date) = attribute.value else { return nil }
    return .date(date, id: attribute.id)
  }

  private static func place(_ attribute: Attribute) -> JSONValue? {
    guard case .place(let place) = attribute.value else { return nil }
    return ["of": .id(place), "id": .id(attribute.id)]
  }

  private static func subject(_ attribute: Attribute) -> JSONValue? {
    switch attribute.value {
    case .date, .place: nil
    case .topic(let topic): ["of": .id(topic), "id": .id(attribute.id)]
    case .subject(let subject): ["of": .id(subject), "id": .id(attribute.id)]
    }
  }

  private static func participant(_ participation: Participation) -> JSONValue {
    var description: String?
    var side: EntityID?
    if case .unknown(let text, let slotSide) = participation.participant {
      description = text
      side = slotSide
    }
    return .record([
      "who": .id(participation.participant.entity), "unknown": .optional(description),
      "side": .id(side), "role": .string(participation.role), "id": .id(participation.id),
      "question": .id(participation.question), "note": .optional(participation.note),
    ])
  }

  // MARK: - Sources and claims

  private static func source(_ source: Source) -> JSONValue {
    .record([
      "id": .id(source.id), "title": .string(source.title),
      "publisher": .optional(source.publisher), "author": .optional(source.author),
      "url": .optional(source.url), "archivedUrl": .optional(source.archivedURL),
      "published": .date(source.published), "retrieved": .date(source.retrieved),
      "archive": .optional(source.archivedText), "sha256": .optional(source.sha256),
      "confidential": .flag(source.isConfidential), "note": .optional(source.note),
    ])
  }

  private static func claim(_ claim: Claim) -> JSONValue {
    .record([
      "id": .id(claim.id), "claimant": .id(claim.claimant), "stance": .choice(claim.stance),
      "about": .string(claim.target.rawValue), "source": .id(claim.source),
      "said": .date(claim.saidOn), "at": .optional(claim.locator),
      "quote": .optional(claim.quote), "lang": .optional(claim.language), "via": .id(claim.via),
      "utterance": .id(claim.utterance),
      "onRecord": claim.isOnRecord.map(JSONValue.boolean) ?? .null,
      "confidential": .flag(claim.isConfidential), "note": .optional(claim.note),
    ])
  }

  private static func question(_ question: Question) -> JSONValue {
    let pattern = question.pattern
    let members = JSONValue.record([
      "find": .choice(pattern.find), "with": .list(pattern.with.map(JSONValue.id)),
      "events": .list(pattern.events.map(JSONValue.id)),
      "types": .list(pattern.types.map(JSONValue.choice)), "side": .id(pattern.side),
      "agencies": .list(pattern.agencies.map(JSONValue.id)),
    ])
    return .record([
      "id": .id(question.id), "text": .string(question.text), "pattern": members,
      "note": .optional(question.note),
    ])
  }
}
