import CaseModel
import GraphModel

/// Contacts that the remarks of a row tell of.
extension RowMaker {
  /// Holds what the contacts of a remark share with the event whose remark it is.
  struct RemarkFrame {
    let event: EventID
    /// Who took part in that event, and so in the contacts.
    let subjects: [Int]
    let date: UncertainDate?
    let places: [EntityID]
  }

  /// Adds an event for each contact; whom the subjects travelled with takes part in theirs.
  mutating func addContacts(_ contacts: [Contact], _ frame: RemarkFrame) {
    for (index, contact) in contacts.enumerated() {
      guard contact.kind != .company else {
        addCompany(contact, frame)
        continue
      }
      let id = EventID("\(frame.event)/contact-\(index + 1)")
      addContact(contact, id, frame)
    }
  }

  private mutating func addCompany(_ contact: Contact, _ frame: RemarkFrame) {
    for mention in contact.mentions {
      let number = number(of: mention)
      guard !frame.subjects.contains(number) else { continue }
      addParticipation(number, frame.event, role: "companion")
    }
  }

  private mutating func addContact(_ contact: Contact, _ id: EventID, _ frame: RemarkFrame) {
    let notes = contact.unread.isEmpty ? nil : "Not read: " + contact.unread.joined(separator: "; ")
    let numbers = contact.mentions.map { number(of: $0) }
    stage.events.append(
      Event(id: id, type: Self.type(contact), title: title(contact, numbers, frame), note: notes)
    )
    claim(FactID(id), ordinal: 1)
    if let date = contact.date ?? frame.date { addAttribute(.date(date), id, "#date") }
    addPlaces(contact, id, frame)
    if let topic = contact.topic {
      let name = String(topic.prefix(200))
      let topic = entityID(.topic, name)
      addAttribute(.topic(topic), id, "#about/\(topic)")
    }
    for subject in frame.subjects {
      addParticipation(subject, id, role: contact.kind == .statement ? "speaker" : "participant")
    }
    for (number, mention) in zip(numbers, contact.mentions) where !frame.subjects.contains(number) {
      addParticipation(number, id, role: contact.kind == .statement ? "audience" : "participant")
      addPosts(mention, number)
    }
  }

  /// The one place of the event, unless the remark names another.
  private mutating func addPlaces(_ contact: Contact, _ id: EventID, _ frame: RemarkFrame) {
    var places = frame.places.count == 1 ? frame.places : []
    if let place = contact.place { places = [entityID(.place, place)] }
    for place in places { addAttribute(.place(place), id, "#place/\(place)") }
  }

  private static func type(_ contact: Contact) -> EventType {
    switch contact.kind {
    case .meeting: .meeting
    case .statement: .statement
    case .company, .gathering, .signing: .other
    }
  }

  private func title(_ contact: Contact, _ numbers: [Int], _ frame: RemarkFrame) -> String {
    let subject = frame.subjects.map { entities.name($0) }.joined(separator: ", ")
    let verb =
      switch contact.kind {
      case .meeting: "meets"
      case .company: "is with"
      case .gathering: "attends"
      case .statement: "speaks:"
      case .signing: "signs"
      }
    var object = contact.title ?? ""
    if object.isEmpty {
      let names = numbers.map { entities.name($0) }
      let rest = names.count > 3 ? " and \(names.count - 2) others" : ""
      object = names.prefix(names.count > 3 ? 2 : 3).joined(separator: ", ") + rest
    }
    return String("\(subject) \(verb) \(object)".prefix(300))
  }

  // MARK: - Mentions

  /// Returns the number of the entity that a text mentions.
  private mutating func number(of mention: Mention) -> Int {
    switch mention.kind {
    case .person: entity(.person, Self.shownName(mention))
    case .unnamed: entity(.person, mention.displayName, isUnnamed: true)
    case .agency: entity(.agency, mention.name)
    case .country: entity(.country, mention.name)
    }
  }

  /// A name of one word fits many, so title and country stay with it: "King Abdullah (Jordan)".
  static func shownName(_ mention: Mention) -> String {
    let words = mention.name.split(separator: " ").filter { word in
      !word.allSatisfy { "IVX".contains($0) }
    }
    guard words.count < 2 else { return mention.name }
    let title = mention.titles.first.map { "\($0.text) " } ?? ""
    let place = mention.country?.name ?? mention.titles.first?.body
    return title + mention.name + (place.map { " (\($0))" } ?? "")
  }

  private mutating func entity(_ type: EntityType, _ name: String, isUnnamed: Bool = false) -> Int {
    let number = entities.number(type, name)
    if !entities.isWritten(number), !stage.entities.contains(where: { $0.number == number }) {
      var details = RowStage.EntityDetails(number: number, type: type)
      details.isUnnamed = isUnnamed
      stage.entities.append(details)
    }
    return number
  }

  private mutating func entityID(_ type: EntityType, _ name: String) -> EntityID {
    let number = entity(type, name)
    return entities.id(number)
  }

  private mutating func addPosts(_ mention: Mention, _ number: Int) {
    guard mention.kind == .person || mention.kind == .unnamed else { return }
    for title in mention.titles {
      var agency: EntityID?
      var country: EntityID?
      if let body = title.body { agency = entityID(.agency, body) }
      if let place = mention.country { country = entityID(.country, place.name) }
      guard agency != nil || country != nil else { continue }
      addPost((title.isFormer ? "former " : "") + title.text, of: number, agency, country)
    }
  }

  // MARK: - Facts

  private mutating func addParticipation(_ number: Int, _ event: EventID, role: String) {
    let entity = entities.id(number)
    let suffix = role == "participant" ? "" : "/\(role)"
    let fact = ReadableID.fact("\(event)/\(entity)\(suffix)")
    guard !stage.participations.contains(where: { $0.id == fact }) else { return }
    stage.participations.append(
      Participation(id: fact, event: event, participant: .entity(entity), role: role)
    )
    claim(fact, ordinal: 1)
  }

  private mutating func addAttribute(_ value: Attribute.Value, _ event: EventID, _ suffix: String) {
    let fact = ReadableID.fact("\(event)\(suffix)")
    stage.attributes.append(Attribute(id: fact, event: event, value: value))
    claim(fact, ordinal: 1)
  }
}
