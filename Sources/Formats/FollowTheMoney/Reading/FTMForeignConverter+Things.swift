import CaseModel
import GraphModel

/// Entities and events.
extension FTMForeignConverter {
  mutating func takeThing(_ unit: FTMUnit, _ batch: inout ImportBatch) {
    let thing = unit.entity
    let type: EntityType
    switch FTMSchema.role(thing.schema) {
    case .document:
      kinds[thing.id] = .document
      batch.content.sources.append(FTMThings.source(thing, id: SourceID(thing.id)))
      return take(unit, in: &batch)
    case .person: (type, kinds[thing.id]) = (.person, .person)
    case .agency: (type, kinds[thing.id]) = (.agency, .agency)
    case .country where (thing.first("level") ?? "country") == "country":
      (type, kinds[thing.id]) = (.country, .country)
    default: (type, kinds[thing.id]) = (.place, .place)
    }
    guard let entity = FTMThings.entity(thing, id: EntityID(thing.id), type: type) else {
      kinds[thing.id] = nil
      return reject(unit, "it has no name", "give it a 'name'", &batch)
    }
    batch.content.entities.append(entity)
    addCountries(unit, entity, &batch)
    for (position, title) in thing["position"].prefix(50).enumerated() {
      let post = Post(
        id: FactID(Self.fitted("\(thing.id)#position/\(position + 1)")),
        holder: entity.id,
        title: title
      )
      batch.content.posts.append(post)
      claim(post.id, unit, &batch)
    }
    take(unit, in: &batch)
  }

  private mutating func addCountries(_ unit: FTMUnit, _ entity: Entity, _ batch: inout ImportBatch)
  {
    let kind: Relation.Kind =
      switch (entity.type, entity.agencyKind) {
      case (.person, _): .citizenOf
      case (.agency, let kind?)
      where kind.speaksForCountry || [.parliament, .court].contains(kind):
        .partOf
      default: .locatedIn
      }
    let properties: [String] =
      switch entity.type {
      case .person: ["citizenship", "nationality"]
      case .country, .topic: []
      case .agency, .place: ["country", "jurisdiction"]
      }
    for code in Set(properties.flatMap { unit.entity[$0] }).sorted() {
      guard let country = country(code, &batch) else { continue }
      relate(kind, entity.id.rawValue, country.rawValue, unit, &batch)
    }
  }

  /// Returns the country of a code; it is added where it is the first time.
  mutating func country(_ code: String, _ batch: inout ImportBatch) -> EntityID? {
    guard let country = CountryCode.country(code.lowercased()) else { return nil }
    let id = EntityID(country.id)
    if countries.insert(country.id).inserted {
      batch.content.entities.append(Entity(id: id, type: .country, name: country.name))
    }
    return id
  }

  mutating func relate(
    _ kind: Relation.Kind,
    _ subject: String,
    _ object: String,
    _ unit: FTMUnit,
    held: UncertainDate? = nil,
    id: FactID? = nil,
    _ batch: inout ImportBatch
  ) {
    guard subject != object else { return }
    let id = id ?? FactID(Self.fitted("\(subject)/\(kind.word)/\(object)"))
    batch.content.relations.append(
      Relation(
        id: id,
        kind: kind,
        subject: EntityID(subject),
        object: EntityID(object),
        held: held,
        note: FTMThings.joined(unit.entity, ["role", "summary"])
      )
    )
    claim(id, unit, &batch)
  }

  // MARK: - Events

  mutating func takeEvent(_ unit: FTMUnit, _ batch: inout ImportBatch) {
    let entity = unit.entity
    let id = EventID(entity.id)
    kinds[entity.id] = .event
    batch.content.events.append(
      Event(
        id: id,
        type: Self.eventType(entity),
        title: entity.first("name") ?? entity.first("summary") ?? entity.schema,
        note: FTMThings.joined(entity, ["notes", "description"])
      )
    )
    claim(FactID(id), unit, &batch)
    for (position, date) in FTMDate.read(entity).prefix(20).enumerated() {
      let suffix = position == 0 ? "" : "/\(position + 1)"
      add(Attribute(id: FactID("\(id)#date\(suffix)"), event: id, value: .date(date)), unit, &batch)
    }
    let places = (entity["addressEntity"] + entity["endLocation"]).filter { kinds[$0] == .place }
    for place in places {
      let fact = FactID(Self.fitted("\(id)#place/\(place)"))
      add(Attribute(id: fact, event: id, value: .place(EntityID(place))), unit, &batch)
    }
    var seen: Set<String> = []
    for property in Self.involving {
      for actor in entity[property] where kinds[actor].map(Self.canTakePart) ?? false {
        guard seen.insert(actor).inserted else { continue }
        let role = property == "organizer" ? "host" : "participant"
        participate(actor, in: entity.id, role: role, unit, &batch)
      }
    }
    take(unit, in: &batch)
  }

  private mutating func add(
    _ attribute: Attribute,
    _ unit: FTMUnit,
    _ batch: inout ImportBatch
  ) {
    batch.content.attributes.append(attribute)
    claim(attribute.id, unit, &batch)
  }

  mutating func participate(
    _ actor: String,
    in event: String,
    role: String,
    _ unit: FTMUnit,
    _ batch: inout ImportBatch
  ) {
    let id = FactID(Self.fitted("\(event)/\(actor)"))
    if !participating.insert(id).inserted {
      batch.content.participations.removeAll { $0.id == id }
    }
    batch.content.participations.append(
      Participation(
        id: id,
        event: EventID(event),
        participant: .entity(EntityID(actor)),
        role: role
      )
    )
    claim(id, unit, &batch)
  }

  static func canTakePart(_ kind: Kind) -> Bool {
    kind == .person || kind == .agency || kind == .country
  }

  private static func eventType(_ entity: FTMEntity) -> EventType {
    switch entity.schema {
    case "Trip": return .visit
    case "Call": return .call
    default: break
    }
    let words = (entity["keywords"] + entity["name"].prefix(1)).joined(separator: " ").lowercased()
    let kinds: [(String, EventType)] = [
      ("meeting", .meeting), ("visit", .visit), ("trip", .visit), ("call", .call),
      ("statement", .statement), ("appointment", .appointment),
    ]
    return kinds.first { words.contains($0.0) }?.1 ?? .other
  }
}
