import CaseModel

/// Events, participations, posts and relations.
extension FTMWriter {
  mutating func addEvent(_ record: Event) {
    var event = entity(of: FactID(record.id), "Event", status: nil)
    // What is claimed of its parts implies the event.
    let implied = (view.assessment(FactID(record.id))?.claims ?? []).filter {
      index.claims[$0]?.stance.affirms == true
    }
    event.claims = implied
    event.add("name", record.title)
    event.add("keywords", record.type.rawValue)
    let attributes = index.attributes(of: record.id)
    for attribute in attributes {
      let claims = affirming(attribute.id)
      switch attribute.value {
      case .date(let date):
        let standard = Attribute.defaultID(attribute.value, of: record.id)
        let needsID = attribute.id != standard || isDateTwice(date, attributes)
        let own = needsID ? attribute.id.rawValue : nil
        FTMDate.add(date, to: &event, id: own, claims: claims)
      case .place(let place):
        event.add("location", index.name(place), claims: claims)
        event.add("country", code(place), claims: claims)
        if index.entities[place]?.type == .place {
          event.refer("addressEntity", to: id(place), claims: claims)
        }
      case .topic(let topic):
        event.add("keywords", index.name(topic), claims: claims)
      case .subject: break
      }
      for claim in view.known.about(.fact(attribute.id)) { addProof(claim.source, to: &event) }
    }
    for participation in index.participations(in: record.id) {
      for claim in view.known.about(.fact(participation.id)) {
        addProof(claim.source, to: &event)
      }
      guard isHeld(participation.id), let entity = participation.participant.entity,
        let actor = actor(entity)
      else { continue }
      let property = ["host", "organizer"].contains(participation.role) ? "organizer" : "involved"
      event.refer(property, to: actor, claims: affirming(participation.id))
    }
    event.add("notes", record.note)
    put(event)
    for attribute in attributes { addLink(attribute) }
    for participation in index.participations(in: record.id) { addLink(participation) }
  }

  /// Whether two dates of an event look the same in its property `date`.
  private func isDateTwice(_ date: UncertainDate, _ attributes: [Attribute]) -> Bool {
    let prefix = FTMDate.prefix(date.bounds)
    return attributes.count { attribute in
      guard case .date(let other) = attribute.value else { return false }
      return FTMDate.prefix(other.bounds) == prefix
    } > 1
  }

  private mutating func addLink(_ attribute: Attribute) {
    let object: String
    let role: String
    switch attribute.value {
    case .date: return
    case .place(let place): (object, role) = (id(place), FTMWord.place)
    case .topic(let topic): (object, role) = (id(topic), FTMWord.about)
    case .subject(let event): (object, role) = (id(event), FTMWord.about)
    }
    put(link(attribute.id, from: id(attribute.event), to: object, role: role))
  }

  private mutating func addLink(_ participation: Participation) {
    let event = id(participation.event)
    let subject: String
    switch participation.participant {
    case .entity(let entity): subject = id(entity)
    case .unknown(let description, let side):
      subject = id(participation.id, "slot")
      var slot = FTMEntity(subject, "LegalEntity")
      slot.add("name", description)
      slot.add("keywords", FTMWord.slot)
      if let side {
        slot.add("country", code(side))
        addReference(participation.id, "side", from: subject, to: id(side), role: FTMWord.side)
      }
      if let question = participation.question {
        addReference(
          participation.id,
          "question",
          from: subject,
          to: id(question),
          role: FTMWord.askedBy
        )
      }
      put(slot)
    }
    var made = link(participation.id, from: subject, to: event, role: participation.role)
    made.add("summary", participation.note)
    if let date = view.date(of: participation.event), let prefix = FTMDate.prefix(date.bounds) {
      made.add("date", prefix)
    }
    put(made)
  }

  func link(_ fact: FactID, from subject: String, to object: String, role: String) -> FTMEntity {
    var link = entity(of: fact, "UnknownLink")
    link.refer("subject", to: subject)
    link.refer("object", to: object)
    link.add("role", role)
    link.add("recordId", fact.rawValue)
    return link
  }

  /// Adds a link that is no fact of its own.
  mutating func addReference<Record>(
    _ record: Identifier<Record>,
    _ suffix: String,
    from subject: String,
    to object: String,
    role: String
  ) {
    var link = FTMEntity(id(record, suffix), "UnknownLink")
    link.refer("subject", to: subject)
    link.refer("object", to: object)
    link.add("role", role)
    put(link)
  }

  mutating func addPost(_ post: Post) {
    let position = id(post.id, "position")
    var office = FTMEntity(position, "Position", claims: affirming(post.id))
    office.add("name", index.describe(post))
    office.add("weakAlias", post.title)
    if let agency = post.agency, index.entities[agency]?.type == .agency {
      office.refer("organization", to: id(agency))
    }
    office.add("country", (post.country ?? post.agency.flatMap(side)).flatMap(code))
    put(office)
    var held = entity(of: post.id, "Occupancy")
    held.refer("holder", to: id(post.holder))
    held.refer("post", to: position)
    FTMDate.add(post.held, to: &held)
    held.add("recordId", post.id.rawValue)
    held.add("summary", post.note)
    put(held)
    if let country = post.country {
      addReference(post.id, "country", from: position, to: id(country), role: FTMWord.country)
    }
    if let target = post.accreditedTo {
      addReference(post.id, "to", from: position, to: id(target), role: FTMWord.accredited)
    }
  }

  private func side(_ agency: EntityID) -> EntityID? {
    view.sides.sides(of: agency, at: .unbounded).first
  }

  func link(_ relation: Relation) -> FTMEntity {
    let ends = [relation.subject, relation.object].map { index.entities[$0]?.type }
    let isBetweenActors = ends.allSatisfy { $0 == .person || $0 == .agency }
    let (schema, from, to) =
      switch relation.kind {
      case .memberOf where isBetweenActors && ends[1] == .agency:
        ("Membership", "member", "organization")
      case .represents where isBetweenActors: ("Representation", "agent", "client")
      default: ("UnknownLink", "subject", "object")
      }
    var link = entity(of: relation.id, schema)
    link.refer(from, to: id(relation.subject))
    link.refer(to, to: id(relation.object))
    link.add("role", relation.kind.word)
    FTMDate.add(relation.held, to: &link)
    link.add("recordId", relation.id.rawValue)
    link.add("summary", relation.note)
    return link
  }
}
