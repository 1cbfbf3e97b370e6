import CaseModel

/// Events, participations, attributes, posts and relations.
extension FTMOwnConverter {
  mutating func convertEvent(_ entity: FTMEntity) -> Outcome {
    guard let type = entity["keywords"].lazy.compactMap(EventType.init(rawValue:)).first else {
      return .wrong("the event has no keyword that says its kind")
    }
    let id = EventID(record(entity.id))
    content.events.append(
      Event(
        id: id,
        type: type,
        title: entity.first("name") ?? id.rawValue,
        note: FTMThings.joined(entity, ["notes"])
      )
    )
    for (fact, date) in dates(entity) {
      let value = Attribute.Value.date(date)
      content.attributes.append(
        Attribute(
          id: fact.map { FactID($0) } ?? Attribute.defaultID(value, of: id),
          event: id,
          value: value
        )
      )
    }
    return .taken
  }

  /// Returns the dates of an event, those in words first.
  private func dates(_ entity: FTMEntity) -> [(id: String?, date: UncertainDate)] {
    let told = entity["description"].compactMap(FTMDate.read)
    let prefixes = told.compactMap { FTMDate.prefix($0.date.bounds) }
    var dates = told.map { (id: $0.id, date: $0.date) }
    for text in entity["date"] where !prefixes.contains(text) {
      if let date = FTMThings.day(text) { dates.append((nil, date)) }
    }
    let hasInterval = !(entity["startDate"] + entity["endDate"]).isEmpty
    if hasInterval, told.allSatisfy({ FTMDate.prefix($0.date.bounds) != nil }),
      let interval = FTMDate.read(entity).first
    {
      dates.append((nil, interval))
    }
    return dates
  }

  mutating func convertLink(_ link: FTMEntity) -> Outcome {
    guard let subject = link.first("subject"), let object = link.first("object") else {
      return .wrong("the link lacks an end")
    }
    guard byID[subject] != nil else { return .wrong("'\(subject)' is not in the file") }
    guard byID[object] != nil else { return .wrong("'\(object)' is not in the file") }
    guard let fact = link.first("recordId").map({ FactID($0) }) else { return .merged }
    if isNote(object, FTMWord.claim) { return .merged }
    let role = link.first("role") ?? "participant"
    if isEvent(subject), role == FTMWord.place || role == FTMWord.about {
      content.attributes.append(attribute(fact, of: subject, role, object))
      return .taken
    }
    if isEvent(object) {
      content.participations.append(
        Participation(
          id: fact,
          event: EventID(record(object)),
          participant: participant(subject),
          role: role,
          question: reference(subject, FTMWord.askedBy).map { QuestionID(record($0)) },
          note: link.first("summary")
        )
      )
      return .taken
    }
    return convertRelation(link, "subject", "object")
  }

  private func attribute(_ fact: FactID, of event: String, _ role: String, _ object: String)
    -> Attribute
  {
    let value: Attribute.Value =
      if role == FTMWord.place {
        .place(EntityID(record(object)))
      } else if isEvent(object) {
        .subject(EventID(record(object)))
      } else {
        .topic(EntityID(record(object)))
      }
    return Attribute(id: fact, event: EventID(record(event)), value: value)
  }

  private func participant(_ subject: String) -> Participant {
    guard let slot = byID[subject], slot["keywords"].contains(FTMWord.slot) else {
      return .entity(EntityID(record(subject)))
    }
    return .unknown(
      description: slot.first("name") ?? "",
      side: reference(subject, FTMWord.side).map { EntityID(record($0)) }
    )
  }

  mutating func convertRelation(_ link: FTMEntity, _ from: String, _ to: String) -> Outcome {
    guard let kind = Relation.Kind.allCases.first(where: { $0.word == link.first("role") }) else {
      return .wrong("'\(link.first("role") ?? "")' is no relation")
    }
    guard let subject = link.first(from), let object = link.first(to), byID[subject] != nil,
      byID[object] != nil
    else { return .wrong("the link lacks an end") }
    content.relations.append(
      Relation(
        id: FactID(link.first("recordId") ?? record(link.id)),
        kind: kind,
        subject: EntityID(record(subject)),
        object: EntityID(record(object)),
        held: FTMThings.held(link),
        note: link.first("summary")
      )
    )
    return .taken
  }

  mutating func convertPost(_ occupancy: FTMEntity) -> Outcome {
    guard let holder = occupancy.first("holder"), byID[holder] != nil else {
      return .wrong("the holder of the post is not in the file")
    }
    guard let office = occupancy.first("post"), let position = byID[office] else {
      return .wrong("the position is not in the file")
    }
    content.posts.append(
      Post(
        id: FactID(occupancy.first("recordId") ?? record(occupancy.id)),
        holder: EntityID(record(holder)),
        title: position.first("weakAlias") ?? position.first("name") ?? "",
        agency: position.first("organization").map { EntityID(record($0)) },
        country: reference(office, FTMWord.country).map { EntityID(record($0)) },
        accreditedTo: reference(office, FTMWord.accredited).map { EntityID(record($0)) },
        held: FTMThings.held(occupancy),
        note: occupancy.first("summary")
      )
    )
    return .taken
  }
}
