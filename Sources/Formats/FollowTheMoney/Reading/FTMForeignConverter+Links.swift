import CaseModel
import GraphModel

/// Posts, relations, participations, and links that are none of these.
extension FTMForeignConverter {
  mutating func takeLink(_ unit: FTMUnit, _ batch: inout ImportBatch) {
    let link = unit.entity
    guard case .link(let from, let to)? = FTMSchema.role(link.schema) else { return }
    guard let subject = link.first(from), let object = link.first(to),
      let subjectKind = kinds[subject], let objectKind = kinds[object]
    else { return reject(unit, "the link lacks an end", "give it both ends", &batch) }
    if subjectKind == .document || objectKind == .document {
      return reject(unit, "a link with a document is no fact", "cite it as the proof", &batch)
    }
    let held = FTMThings.held(link)
    switch link.schema {
    case "Occupancy" where objectKind == .position:
      addPost(unit, holder: subject, office: object, held, &batch)
    case "Directorship", "Employment", "Membership":
      if subjectKind == .person, let role = link.first("role") ?? Self.title(link.schema) {
        let post = Post(
          id: FactID(link.id),
          holder: EntityID(subject),
          title: role,
          agency: EntityID(object),
          held: held,
          note: FTMThings.joined(link, ["summary"])
        )
        add(post, unit, &batch)
      } else {
        relate(.memberOf, subject, object, unit, held: held, id: FactID(link.id), &batch)
      }
    case "Representation":
      relate(.represents, subject, object, unit, held: held, id: FactID(link.id), &batch)
    case "Similar": relate(.sameAs, subject, object, unit, held: held, id: FactID(link.id), &batch)
    case "UnknownLink" where objectKind == .event && Self.canTakePart(subjectKind):
      participate(subject, in: object, role: link.first("role") ?? "participant", unit, &batch)
    case "UnknownLink" where subjectKind == .event && Self.canTakePart(objectKind):
      participate(object, in: subject, role: link.first("role") ?? "participant", unit, &batch)
    default:
      if link.schema == "UnknownLink", let kind = Relation.Kind(rawValue: "LINKED_TO"),
        ![.event, .position].contains(subjectKind), ![.event, .position].contains(objectKind)
      {
        relate(kind, subject, object, unit, held: held, id: FactID(link.id), &batch)
        break
      }
      guard subjectKind != .position, objectKind != .position else {
        return reject(unit, "a position is no entity of a case", "link its holder", &batch)
      }
      addRelationship(link, subject, object, &batch)
    }
    take(unit, in: &batch)
  }

  private static func title(_ schema: String) -> String? {
    switch schema {
    case "Directorship": "Director"
    case "Employment": "Employee"
    default: nil
    }
  }

  private mutating func addPost(
    _ unit: FTMUnit,
    holder: String,
    office: String,
    _ held: UncertainDate?,
    _ batch: inout ImportBatch
  ) {
    let position = position(office)
    let agency = position?.first("organization").flatMap { kinds[$0] == .agency ? $0 : nil }
    var side: EntityID?
    if let code = position?.first("country") { side = country(code, &batch) }
    let post = Post(
      id: FactID(unit.entity.id),
      holder: EntityID(holder),
      title: position?.first("name") ?? office,
      agency: agency.map { EntityID($0) },
      country: side,
      held: held,
      note: FTMThings.joined(unit.entity, ["summary"])
    )
    add(post, unit, &batch)
  }

  private mutating func add(_ post: Post, _ unit: FTMUnit, _ batch: inout ImportBatch) {
    batch.content.posts.append(post)
    claim(post.id, unit, &batch)
  }

  private func addRelationship(
    _ link: FTMEntity,
    _ subject: String,
    _ object: String,
    _ batch: inout ImportBatch
  ) {
    var properties: Properties = [:]
    for (property, name) in Self.linkProperties where properties[name] == nil {
      guard let text = link.first(property) else { continue }
      properties[name] = Value.string(text)
    }
    batch.graph.relationships.append(
      KeyedRelationship(
        key: link.id,
        type: FTMSchema.relationshipType(link.schema),
        source: subject,
        target: object,
        properties: properties
      )
    )
  }

  /// The properties of links that are kept, and what they are called then.
  private static let linkProperties: [(String, String)] = [
    ("role", "role"), ("relationship", "role"), ("status", "status"), ("startDate", "from"),
    ("endDate", "to"), ("date", "date"), ("percentage", "percentage"), ("amount", "amount"),
    ("currency", "currency"), ("summary", "note"), ("sourceUrl", "source"),
  ]
}
