import CaseModel
import GraphModel

/// Turns a case into a document of Popolo.
struct PopoloWriter {
  let view: CaseView

  init(_ view: CaseView) { self.view = view }

  var index: CaseIndex { view.index }

  func count(of type: EntityType) -> Int { index.content.entities.count { $0.type == type } }

  var document: JSONValue {
    let content = index.content
    func entities(_ types: Set<EntityType>, _ write: (Entity) -> JSONValue) -> JSONValue {
      .array(content.entities.filter { types.contains($0.type) }.map(write))
    }
    return .object([
      JSONMember(key: "persons", value: entities([.person], person)),
      JSONMember(key: "organizations", value: entities([.agency], organization)),
      JSONMember(key: "areas", value: entities([.country, .place], area)),
      JSONMember(key: "posts", value: .array(content.posts.map(post))),
      JSONMember(
        key: "memberships",
        value: .array(content.posts.map(membership) + content.relations.compactMap(membership))
      ),
      JSONMember(key: "events", value: .array(content.events.map(event))),
      JSONMember(key: "speeches", value: .array(content.claims.map(speech))),
    ])
  }

  // MARK: - Entities

  private func person(_ record: Entity) -> JSONValue {
    .record([
      "id": .id(record.id), "name": .string(record.name), "other_names": names(record),
      "identifiers": identifiers(record), "biography": .optional(record.note),
      "national_identity": .optional(target(of: record.id, .citizenOf).map(index.name)),
      "summary": .optional(summary(record.id)),
      "unnamed": .flag(record.isUnnamed),
    ])
  }

  private func organization(_ record: Entity) -> JSONValue {
    let parent = target(of: record.id, .partOf)
    let area = target(of: record.id, .locatedIn) ?? parent.flatMap(area(of:))
    return .record([
      "id": .id(record.id), "name": .string(record.name), "other_names": names(record),
      "identifiers": identifiers(record), "classification": .choice(record.agencyKind),
      "parent_id": .id(parent.flatMap { type($0) == .agency ? $0 : nil }),
      "area_id": .id(
        area ?? view.sides.sides(of: record.id, at: .unbounded).first.flatMap(area(of:))
      ),
      "description": .optional(record.note), "unnamed": .flag(record.isUnnamed),
    ])
  }

  private func area(_ record: Entity) -> JSONValue {
    .record([
      "id": .id(record.id), "name": .string(record.name),
      "identifier": .optional(record.type == .country ? CountryCode.extended(record) : nil),
      "classification": .string(record.type == .country ? "country" : "place"),
      "parent_id": .id(target(of: record.id, .locatedIn)),
    ])
  }

  private func names(_ record: Entity) -> JSONValue {
    .list(
      record.names.map { name in
        let kind = name.kind == .alias ? nil : name.kind.rawValue
        let note = [kind, name.language].compactMap(\.self).joined(separator: ", ")
        return .record([
          "name": .string(name.text), "note": .optional(note.isEmpty ? nil : note),
        ])
      }
    )
  }

  private func identifiers(_ record: Entity) -> JSONValue {
    .list(
      record.identifiers.sorted { $0.key < $1.key }.map {
        .record(["scheme": .string($0.key), "identifier": .string($0.value)])
      }
    )
  }

  private func summary(_ person: EntityID) -> String? {
    let posts = index.posts(of: person).map(index.describe)
    return posts.isEmpty ? nil : posts.joined(separator: "; ")
  }

  // MARK: - Posts and memberships

  private func post(_ post: Post) -> JSONValue {
    let dates = Self.dates(post.held)
    return .record([
      "id": .id(post.id), "label": .string(index.describe(post)), "role": .string(post.title),
      "organization_id": .id(post.agency.flatMap { type($0) == .agency ? $0 : nil }),
      "area_id": .id(post.country ?? post.agency.flatMap(area(of:))),
      "accredited_to_id": .id(post.accreditedTo), "start_date": dates.start,
      "end_date": dates.end, "sources": sources(.fact(post.id)),
    ])
  }

  private func membership(_ post: Post) -> JSONValue {
    let dates = Self.dates(post.held)
    return .record([
      "id": .string("\(post.id)/membership"), "label": .string(index.describe(.post(post))),
      "role": .string(post.title), "person_id": .id(post.holder), "post_id": .id(post.id),
      "organization_id": .id(post.agency.flatMap { type($0) == .agency ? $0 : nil }),
      "area_id": .id(post.country), "start_date": dates.start, "end_date": dates.end,
      "edtf": dates.edtf, "status": .choice(view.status(post.id)), "note": .optional(post.note),
      "sources": sources(.fact(post.id)),
    ])
  }

  private func membership(_ relation: Relation) -> JSONValue? {
    let dates = Self.dates(relation.held)
    let isPerson = type(relation.subject) == .person
    let isArea = type(relation.object) == .country || type(relation.object) == .place
    return .record([
      "id": .id(relation.id), "label": .string(index.describe(.relation(relation))),
      "role": .string(relation.kind.word), "person_id": .id(isPerson ? relation.subject : nil),
      "member": isPerson
        ? .null : .record(["@type": .choice(type(relation.subject)), "id": .id(relation.subject)]),
      "organization_id": .id(type(relation.object) == .agency ? relation.object : nil),
      "area_id": .id(isArea ? relation.object : nil),
      "same_as_id": .id(relation.kind == .sameAs ? relation.object : nil),
      "start_date": dates.start, "end_date": dates.end, "edtf": dates.edtf,
      "status": .choice(view.status(relation.id)), "note": .optional(relation.note),
      "sources": sources(.fact(relation.id)),
    ])
  }

  // MARK: - Look-ups

  func type(_ entity: EntityID) -> EntityType? { index.entities[entity]?.type }

  private func area(of entity: EntityID) -> EntityID? {
    switch type(entity) {
    case .country, .place: entity
    case .agency: view.sides.sides(of: entity, at: .unbounded).first { type($0) == .country }
    default: nil
    }
  }

  private func target(of entity: EntityID, _ kind: Relation.Kind) -> EntityID? {
    index.relations(from: entity).first { $0.kind == kind }?.object
  }

  /// Returns the documents that speak of something, those of them that stand on the web.
  func sources(_ target: ClaimTarget) -> JSONValue {
    var seen: Set<String> = []
    let links = view.known.about(target).compactMap { link($0.source, $0.locator) }
    return .list(links.filter { seen.insert($0.text()).inserted })
  }

  func link(_ source: SourceID?, _ locator: String?) -> JSONValue? {
    guard let record = source.flatMap({ index.sources[$0] }),
      let address = record.url.flatMap({ WebAddress($0) })
    else { return nil }
    let note = [record.title, locator].compactMap(\.self).joined(separator: ", ")
    return .record(["url": .string(address.text), "note": .string(note)])
  }

  /// Returns a date as the start and end that Popolo knows, and as it is where that is not all.
  static func dates(_ date: UncertainDate?) -> (start: JSONValue, end: JSONValue, edtf: JSONValue) {
    guard let date else { return (.null, .null, .null) }
    if let prefix = date.prefix {
      return (.string(prefix), .string(prefix), date.edtf == prefix ? .null : .string(date.edtf))
    }
    return (.optional(date.days.first), .optional(date.days.last), .string(date.edtf))
  }
}
