extension CaseIndex {
  /// Returns a fact as a short statement, such as "Eleanor Vance took part in M1".
  public func describe(_ fact: Fact) -> String {
    switch fact {
    case .event(let event): "\(event.id) \(event.title)"
    case .participation(let participation):
      "\(name(participation.participant)) \(verb(participation)) \(participation.event)"
    case .attribute(let attribute): describe(attribute)
    case .post(let post): "\(name(post.holder)) held the post of \(describe(post))"
    case .relation(let relation):
      "\(name(relation.subject)) \(relation.kind.verb) \(name(relation.object))"
    }
  }

  /// Returns the fact with this id as a short statement, or the id when there is no such fact.
  public func describe(_ fact: FactID) -> String { facts[fact].map(describe) ?? fact.rawValue }

  /// Returns a post without its holder, such as "Director, CIA" or "Ambassador of A to B".
  public func describe(_ post: Post) -> String {
    var text = post.title
    if let agency = post.agency { text += ", " + name(agency) }
    if let country = post.country { text += " of " + name(country) }
    if let accredited = post.accreditedTo { text += " to " + name(accredited) }
    return text
  }

  /// Returns the name of a participant; an empty slot is described.
  public func name(_ participant: Participant) -> String {
    switch participant {
    case .entity(let entity): name(entity)
    case .unknown(let description, _): description
    }
  }

  private func verb(_ participation: Participation) -> String {
    switch participation.role {
    case "speaker": "spoke in"
    case "visitor": "made the visit"
    case "host": "received the visitor in"
    case "addressee", "audience": "was addressed in"
    default: "took part in"
    }
  }

  private func describe(_ attribute: Attribute) -> String {
    switch attribute.value {
    case .date(let date): "\(attribute.event) was on \(date.bounds.description)"
    case .place(let place): "\(attribute.event) was in \(name(place))"
    case .topic(let topic): "\(attribute.event) was about \(name(topic))"
    case .subject(let event): "\(attribute.event) was about \(event)"
    }
  }
}

extension Relation.Kind {
  /// What the subject does, as words between the names of both.
  public var verb: String {
    switch self {
    case .partOf: "is part of"
    case .locatedIn: "is located in"
    case .citizenOf: "is a citizen of"
    case .represents: "acted for"
    case .memberOf: "belonged to"
    case .sameAs: "is the same as"
    case .linkedTo: "is linked to"
    }
  }
}
