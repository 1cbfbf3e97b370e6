import GraphModel

/// Finds entities that stand where one of their type makes no sense, such as a topic that takes
/// part in a meeting.
struct RoleCheck {
  private let checked: CheckedCase
  private var findings: [CaseFinding] = []

  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    var check = RoleCheck(checked: checked)
    check.checkPosts()
    check.checkRelations()
    check.checkEvents()
    check.checkClaims()
    return check.findings
  }

  private init(checked: CheckedCase) { self.checked = checked }

  private mutating func checkPosts() {
    for post in checked.content.posts {
      let id = post.id.rawValue
      expect(post.holder, [.person], id, "holder")
      expect(post.agency, [.agency], id, "agency")
      expect(post.country, [.country], id, "country")
      expect(post.accreditedTo, [.country, .agency], id, "accreditedTo")
    }
  }

  private mutating func checkRelations() {
    for relation in checked.content.relations {
      let id = relation.id.rawValue
      switch relation.kind {
      case .partOf:
        expect(relation.subject, [.agency, .place, .country, .topic], id, "subject")
        expect(relation.object, [.agency, .place, .country, .topic], id, "object")
      case .locatedIn: expect(relation.object, [.place, .country], id, "object")
      case .citizenOf:
        expect(relation.subject, [.person], id, "subject")
        expect(relation.object, [.country], id, "object")
      case .represents:
        expect(relation.subject, [.person, .agency], id, "subject")
        expect(relation.object, [.agency, .country], id, "object")
      case .memberOf:
        expect(relation.subject, [.person, .agency, .country], id, "subject")
        expect(relation.object, [.agency], id, "object")
      case .sameAs: checkSame(relation)
      case .linkedTo: break
      }
    }
  }

  private mutating func checkSame(_ relation: Relation) {
    guard let type = checked.index.entities[relation.subject]?.type else { return }
    expect(relation.object, [type], relation.id.rawValue, "object")
  }

  private mutating func checkEvents() {
    for participation in checked.content.participations {
      let id = participation.id.rawValue
      switch participation.participant {
      case .entity(let entity): expect(entity, [.person, .agency, .country], id, "who")
      case .unknown(_, let side): expect(side, [.country, .agency], id, "side")
      }
    }
    for attribute in checked.content.attributes {
      guard case .place(let place) = attribute.value else { continue }
      expect(place, [.place, .country, .agency], attribute.id.rawValue, "of")
    }
  }

  private mutating func checkClaims() {
    for claim in checked.content.claims {
      expect(claim.claimant, [.person, .agency, .country], claim.id.rawValue, "claimant")
    }
  }

  private mutating func expect(
    _ entity: EntityID?,
    _ types: [EntityType],
    _ record: String,
    _ key: String
  ) {
    guard let entity, let type = checked.index.entities[entity]?.type, !types.contains(type) else {
      return
    }
    let wanted = types.map(\.rawValue).joined(separator: " or ")
    findings.append(
      CaseFinding(
        .wrongType,
        severity: .warning,
        "'\(entity)' is a \(type.rawValue), and '\(key)' wants a \(wanted)",
        record: record,
        key: key,
        remedy: "name another entity, or correct the type of '\(entity)'"
      )
    )
  }
}
