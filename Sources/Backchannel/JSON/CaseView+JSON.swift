public import CaseModel
public import GraphModel

// The members that answers share. Their order and names are documented in
// data/schema/answers.schema.json, which a test compares with what is written here.

extension CaseView {
  /// Returns what a row rests on: status, weakest fact, facts, claims, claimants, origins.
  public func json(_ evidence: Evidence) -> JSONValue {
    [
      "status": Self.json(evidence.status),
      "weakest": .optional(evidence.weakest?.rawValue),
      "origins": .strings(evidence.origins.map(\.rawValue)),
      "facts": .strings(evidence.facts.map(\.rawValue)),
      "claims": .strings(evidence.claims.map(\.rawValue)),
      "claimants": .strings(evidence.claimants.map(\.rawValue)),
    ]
  }

  /// Returns what is known about a fact, by side.
  public func json(_ assessment: Assessment) -> JSONValue {
    [
      "fact": .string(assessment.fact.rawValue),
      "text": .string(index.describe(assessment.fact)),
      "status": Self.json(assessment.status),
      "sides": .array(assessment.sides.map(Self.json)),
      "origins": .strings(assessment.origins.map(\.rawValue)),
      "claims": .strings(assessment.claims.map(\.rawValue)),
      "knownSince": Self.json(assessment.knownSince),
    ]
  }

  /// Returns what one side says about a fact.
  static func json(_ stance: SideStance) -> JSONValue {
    [
      "side": .string(stance.side.rawValue), "word": .string(stance.word.rawValue),
      "confirms": .boolean(stance.confirms), "claims": .strings(stance.claims.map(\.rawValue)),
    ]
  }

  /// Returns the fact with this id and what is known about it, or `null`.
  public func json(_ fact: FactID) -> JSONValue { assessment(fact).map(json) ?? .null }

  /// Returns id, name and type of an entity.
  public func json(_ entity: EntityID) -> JSONValue {
    [
      "id": .string(entity.rawValue), "name": .string(index.name(entity)),
      "type": .optional(index.entities[entity]?.type.rawValue),
      "unnamed": .boolean(index.entities[entity]?.isUnnamed == true),
    ]
  }

  /// Returns a participant: an entity, or the description and side of an empty slot.
  public func json(_ participant: Participant) -> JSONValue {
    switch participant {
    case .entity(let entity): json(entity)
    case .unknown(let description, let side):
      ["unknown": .string(description), "side": .optional(side?.rawValue)]
    }
  }

  /// Returns id, type, title and date of an event.
  public func json(_ event: Event) -> JSONValue {
    [
      "id": .string(event.id.rawValue), "type": .string(event.type.rawValue),
      "title": .string(event.title), "date": Self.json(date(of: event.id)),
    ]
  }

  /// Returns a claim as it stands in the case, with the names of claimant and source.
  public func json(_ claim: Claim) -> JSONValue {
    .compact([
      JSONMember(key: "id", value: .string(claim.id.rawValue)),
      JSONMember(key: "claimant", value: json(claim.claimant)),
      JSONMember(key: "stance", value: .string(claim.stance.rawValue)),
      JSONMember(key: "about", value: .string(claim.target.rawValue)),
      JSONMember(key: "source", value: .optional(claim.source?.rawValue)),
      JSONMember(key: "said", value: Self.json(claim.saidOn)),
      JSONMember(key: "at", value: .optional(claim.locator)),
      JSONMember(key: "quote", value: .optional(claim.quote)),
      JSONMember(key: "via", value: .optional(claim.via?.rawValue)),
      JSONMember(key: "utterance", value: .optional(claim.utterance?.rawValue)),
      JSONMember(key: "confidential", value: claim.isConfidential ? true : .null),
      JSONMember(key: "note", value: .optional(claim.note)),
    ])
  }

  /// Returns what the filter was and what it hides.
  public var filterJSON: JSONValue {
    [
      "case": .string(index.content.info.id),
      "asKnown": .optional(filter.asKnown?.description),
      "from": .optional(filter.happened?.earliest?.description),
      "to": .optional(filter.happened?.latest?.description),
      "min": .optional(filter.minimum?.rawValue),
      "without": .strings(filter.without.sorted().map(\.rawValue)),
      "only": .strings(filter.only.sorted().map(\.rawValue)),
      "hidden": .compact(
        HiddenCounts.Reason.allCases.map { reason in
          JSONMember(
            key: reason.rawValue,
            value: hidden[reason] == 0 ? .null : .integer(Int64(hidden[reason]))
          )
        }
      ),
    ]
  }

  /// Returns a status by name, or `null` when nobody says anything.
  public static func json(_ status: Status?) -> JSONValue { .optional(status?.rawValue) }

  /// Returns notation, bounds, basis and verbatim text of a date, or `null`.
  public static func json(_ date: UncertainDate?) -> JSONValue {
    guard let date else { return .null }
    return .compact([
      JSONMember(key: "edtf", value: .string(date.edtf)),
      JSONMember(key: "earliest", value: .optional(date.bounds.earliest?.description)),
      JSONMember(key: "latest", value: .optional(date.bounds.latest?.description)),
      JSONMember(key: "basis", value: .optional(date.basis)),
      JSONMember(key: "text", value: .optional(date.verbatim)),
    ])
  }
}
