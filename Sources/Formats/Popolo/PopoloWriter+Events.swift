import CaseModel
import GraphModel

/// Events and what is said of them.
extension PopoloWriter {
  func event(_ event: Event) -> JSONValue {
    let dates = Self.dates(view.date(of: event.id))
    let attributes = index.attributes(of: event.id)
    let places = attributes.compactMap { attribute -> String? in
      guard case .place(let place) = attribute.value else { return nil }
      return index.name(place)
    }
    let subjects = attributes.compactMap { attribute -> String? in
      switch attribute.value {
      case .topic(let topic): topic.rawValue
      case .subject(let subject): subject.rawValue
      case .date, .place: nil
      }
    }
    let parts = index.participations(in: event.id)
    let attendees = parts.compactMap { part -> JSONValue? in
      guard let entity = part.participant.entity, type(entity) == .person,
        view.status(part.id)?.isAtLeast(.reported) ?? true
      else { return nil }
      return .record(["id": .id(entity), "name": .string(index.name(entity))])
    }
    return .record([
      "id": .id(event.id), "name": .string(event.title), "description": .optional(event.note),
      "classification": .choice(event.type), "status": .choice(view.status(FactID(event.id))),
      "start_date": dates.start, "end_date": dates.end, "edtf": dates.edtf,
      "location": .optional(places.isEmpty ? nil : places.joined(separator: ", ")),
      "about": subjects.isEmpty ? .null : .strings(subjects), "attendees": .list(attendees),
      "participations": .list(parts.map(participation)),
      "facts": .list(attributes.map(attribute)), "sources": sources(.fact(FactID(event.id))),
    ])
  }

  private func participation(_ part: Participation) -> JSONValue {
    var slot: (text: String, side: EntityID?)?
    if case .unknown(let text, let side) = part.participant { slot = (text, side) }
    let entity = part.participant.entity
    let isPerson = entity.map { type($0) == .person } ?? false
    return .record([
      "id": .id(part.id), "role": .string(part.role), "person_id": .id(isPerson ? entity : nil),
      "member": isPerson || entity == nil ? .null : .record(["id": .id(entity)]),
      "unknown": .optional(slot?.text), "side_id": .id(slot?.side),
      "status": .choice(view.status(part.id)), "note": .optional(part.note),
      "sources": sources(.fact(part.id)),
    ])
  }

  private func attribute(_ attribute: Attribute) -> JSONValue {
    let members: (kind: String, value: String) =
      switch attribute.value {
      case .date(let date): ("date", date.edtf)
      case .place(let place): ("place", place.rawValue)
      case .topic(let topic): ("about", topic.rawValue)
      case .subject(let event): ("about", event.rawValue)
      }
    return .record([
      "id": .id(attribute.id), "kind": .string(members.kind), "value": .string(members.value),
      "status": .choice(view.status(attribute.id)),
    ])
  }

  func speech(_ claim: Claim) -> JSONValue {
    let reporter = claim.via.flatMap { index.claims[$0] }.map { index.name($0.claimant) }
    let event = claim.utterance ?? index.subjects(of: claim.target).events.first
    let isPerson = type(claim.claimant) == .person
    let day = claim.saidOn?.bounds.onlyDay?.description
    return .record([
      "id": .id(claim.id), "creator_id": .id(isPerson ? claim.claimant : nil),
      "creator": isPerson
        ? .null
        : .record(["id": .id(claim.claimant), "name": .string(index.name(claim.claimant))]),
      "role": .choice(claim.stance),
      "attribution_text": .optional(reporter.map { "\(index.name(claim.claimant)), by \($0)" }),
      "text": .string(claim.quote ?? index.sentence(claim)), "is_quote": .flag(claim.quote != nil),
      "lang": .optional(claim.language), "title": .string(index.sentence(claim)),
      "date": .optional(day.map { "\($0)T00:00:00Z" }), "edtf": .optional(claim.saidOn?.edtf),
      "type": "claim", "event_id": .id(event), "about": .string(claim.target.rawValue),
      "status": .choice(status(claim.target)), "via_id": .id(claim.via),
      "source_id": .id(claim.source),
      "source_title": .optional(claim.source.flatMap { index.sources[$0]?.title }),
      "locator": .optional(claim.locator),
      "on_record": claim.isOnRecord.map(JSONValue.boolean) ?? .null,
      "confidential": .flag(claim.isConfidential), "note": .optional(claim.note),
      "sources": .list([link(claim.source, claim.locator)].compactMap(\.self)),
    ])
  }

  private func status(_ target: ClaimTarget) -> Status? {
    guard case .fact(let fact) = target else { return nil }
    return view.status(fact)
  }
}
