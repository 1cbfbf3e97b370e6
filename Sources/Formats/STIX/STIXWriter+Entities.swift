import CaseModel
import GraphModel

/// Entities, events and facts.
extension STIXWriter {
  mutating func add(_ record: Entity) {
    let text = description(of: record)
    switch record.type {
    case .topic: return
    case .country, .place:
      let country = code(record)
      guard let country else { return addIdentity(record, "unknown", text) }
      let id = identifier("location", "entity", record.id.rawValue)
      addReference(record.id.rawValue, id)
      put(
        "location",
        id,
        [
          "name": .string(record.name), "description": .optional(text),
          "country": .string(country.uppercased()),
          "city": .optional(record.type == .place ? record.name : nil),
        ]
      )
    case .person: addIdentity(record, record.isUnnamed ? "group" : "individual", text)
    case .agency: addIdentity(record, "organization", text)
    }
  }

  private mutating func addIdentity(_ record: Entity, _ kind: String, _ text: String?) {
    let id = identifier("identity", "entity", record.id.rawValue)
    addReference(record.id.rawValue, id)
    let roles = index.posts(of: record.id).map { JSONValue.string(index.describe($0)) }
    put(
      "identity",
      id,
      [
        "name": .string(record.name), "description": .optional(text), "roles": .list(roles),
        "identity_class": .string(kind),
        "labels": .list([record.agencyKind.map { .string($0.rawValue) }].compactMap(\.self)),
        "external_references": .list(
          record.identifiers.sorted { $0.key < $1.key }.map {
            .record(["source_name": .string($0.key), "external_id": .string($0.value)])
          }
        ),
      ]
    )
  }

  private func code(_ record: Entity) -> String? {
    if record.type == .country { return CountryCode.ofToday(record) }
    let country = index.relations(from: record.id).first { $0.kind == .locatedIn }?.object
    return country.flatMap { index.entities[$0] }.flatMap { CountryCode.ofToday($0) }
  }

  private func description(of record: Entity) -> String? {
    let names = record.names.map(\.text).joined(separator: ", ")
    let parts = [
      record.isUnnamed ? "Not named by anybody." : nil, record.note,
      names.isEmpty ? nil : "Also: \(names).",
    ]
    let text = parts.compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  mutating func add(_ event: Event) {
    let attributes = index.attributes(of: event.id)
    let parts = index.participations(in: event.id)
    let topics = attributes.compactMap { attribute -> String? in
      if case .topic(let topic) = attribute.value { index.name(topic) } else { nil }
    }
    let dates = attributes.compactMap { attribute -> String? in
      if case .date(let date) = attribute.value { "Date: \(date.edtf)." } else { nil }
    }
    var members = parts.compactMap { part in
      part.participant.entity.flatMap { references[$0.rawValue] }
    }
    members += (parts.map(\.id) + attributes.map(\.id)).compactMap { references[$0.rawValue] }
    var seen: Set<String> = [references[event.id.rawValue] ?? ""]
    members = members.filter { seen.insert($0).inserted }
    let text = (dates + [event.note].compactMap(\.self)).joined(separator: " ")
    put(
      "grouping",
      identifier("grouping", "event", event.id.rawValue),
      [
        "name": .string(event.title), "description": .optional(text.isEmpty ? nil : text),
        "context": "unspecified", "confidence": confidence(FactID(event.id)),
        "labels": .strings([event.type.rawValue] + topics),
        "object_refs": .strings(members.isEmpty ? [author] : members),
      ]
    )
  }

  // MARK: - Facts

  mutating func addRelationship(_ fact: Fact) {
    switch fact {
    case .event: return
    case .participation(let part): add(part)
    case .attribute(let attribute):
      let event = references[attribute.event.rawValue]
      switch attribute.value {
      case .date: addReference(attribute.id.rawValue, event ?? author)
      case .topic(let topic) where references[topic.rawValue] == nil:
        addReference(attribute.id.rawValue, event ?? author)
      case .place(let entity):
        relate(attribute.id, event, "located-at", references[entity.rawValue])
      case .topic(let entity): relate(attribute.id, event, "about", references[entity.rawValue])
      case .subject(let other): relate(attribute.id, event, "about", references[other.rawValue])
      }
    case .post(let post):
      let target = post.agency ?? post.country ?? post.accreditedTo
      relate(
        post.id,
        references[post.holder.rawValue],
        "holds-post",
        target.flatMap { references[$0.rawValue] },
        index.describe(post),
        post.held
      )
      guard post.agency == nil, post.country != nil, let accredited = post.accreditedTo else {
        return
      }
      relate(
        post.id,
        references[post.holder.rawValue],
        "accredited-to",
        references[accredited.rawValue],
        index.describe(post),
        post.held,
        isFurther: true
      )
    case .relation(let relation):
      let type = relation.kind == .sameAs ? "duplicate-of" : relation.kind.word
      relate(
        relation.id,
        references[relation.subject.rawValue],
        type,
        references[relation.object.rawValue],
        relation.note,
        relation.held
      )
    }
  }

  private mutating func add(_ part: Participation) {
    var subject = part.participant.entity.flatMap { references[$0.rawValue] }
    if case .unknown(let text, let side) = part.participant {
      let id = identifier("identity", "slot", part.id.rawValue)
      let sideText = side.map { "An empty slot on the side of \(index.name($0))." }
      put(
        "identity",
        id,
        [
          "name": .string(text), "description": .string(sideText ?? "An empty slot."),
          "identity_class": "unknown",
        ]
      )
      subject = id
    }
    let date = view.date(of: part.event)
    let event = references[part.event.rawValue]
    relate(part.id, subject, "took-part-in", event, "Role: \(part.role)", date)
  }

  private mutating func relate(
    _ fact: FactID,
    _ source: String?,
    _ type: String,
    _ target: String?,
    _ text: String? = nil,
    _ held: UncertainDate? = nil,
    isFurther: Bool = false
  ) {
    guard let source, let target else {
      if !isFurther { addReference(fact.rawValue, source ?? target ?? author) }
      return
    }
    let id = identifier("relationship", type, fact.rawValue)
    if !isFurther { addReference(fact.rawValue, id) }
    put(
      "relationship",
      id,
      [
        "relationship_type": .string(type), "description": .optional(text),
        "source_ref": .string(source), "target_ref": .string(target),
        "start_time": .optional(held?.days.first.map(Self.time)),
        "stop_time": .optional(held?.days.last.map { "\($0)T23:59:59.999Z" }),
        "confidence": confidence(fact),
        "labels": .list([view.status(fact).map { .string($0.rawValue) }].compactMap(\.self)),
      ]
    )
  }

  /// Joins those who met, by one relationship for each two.
  mutating func addMeetings() {
    let found = CommonEvents(view)
    for pair in found.pairs {
      let summary = found.summary(of: pair)
      guard let first = identity(pair.first), let second = identity(pair.second) else { continue }
      let status = summary.best?.status
      put(
        "relationship",
        identifier("relationship", "met", "\(pair.first)\u{1F}\(pair.second)"),
        [
          "relationship_type": "met-with",
          "description": .string("In \(summary.events.map(\.id.rawValue).joined(separator: ", "))"),
          "source_ref": .string(first), "target_ref": .string(second),
          "confidence": Self.confidence(status).map(JSONValue.integer) ?? .null,
          "labels": .list([status.map { .string($0.rawValue) }].compactMap(\.self)),
        ]
      )
    }
  }
}
