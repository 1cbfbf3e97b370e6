import CaseModel
import GraphModel

/// Events, with who took part, when, where and about what.
extension RowMaker {
  /// Adds what a rule makes of a row: an event, or more of one that an earlier row began.
  ///
  /// A date that names several days makes an event of each.
  mutating func addEvent(
    _ rule: EventRule,
    _ index: Int,
    _ row: MappedRow,
    _ raw: () -> String
  ) throws(RowProblem) {
    let reading = try rule.date?.date(row, &dates) ?? .nothing
    var dates: [UncertainDate?] = [nil]
    var words: String?
    switch reading {
    case .nothing: break
    case .dates(let all): dates = all
    case .words(let text):
      words = text
      stage.isUndated = true
    }
    let key = try eventKey(rule, index, row, raw)
    for (position, date) in dates.enumerated() {
      var event = EventDraft(rule: rule, date: date, words: words)
      event.id = key.id + (position == 0 ? "" : "~\(position + 1)")
      event.key = StableHash(event.id)
      try add(&event, row)
    }
  }

  /// What an event is known by: the key that the rule names, or the whole row.
  private func eventKey(
    _ rule: EventRule,
    _ index: Int,
    _ row: MappedRow,
    _ raw: () -> String
  ) throws(RowProblem) -> (id: String, slot: Int?) {
    let place = rule.name ?? (index == 0 ? "" : "\(index + 1)")
    let prefix = mapping.register.id + (place.isEmpty ? "" : ":\(place)")
    guard !rule.key.isEmpty else {
      return ("\(prefix)-\(StableHash(raw().trimmingSpaces).text)", nil)
    }
    var hash = StableHash()
    var isEmpty = true
    var only: String?
    for part in rule.key {
      var texts = part.texts.map { WordMap.key($0.text(row)) }
      if !part.isOrdered { texts.sort() }
      for text in texts {
        isEmpty = isEmpty && text.isEmpty
        hash.add(text)
      }
      only = rule.key.count == 1 && texts.count == 1 ? part.texts[0].text(row) : nil
    }
    guard !isEmpty else {
      throw RowProblem(
        .missingKey,
        "the key of the event is empty",
        remedy: "fill the cell, or choose other columns for 'key'",
        slot: rule.key[0].texts.first?.slot
      )
    }
    return ("\(prefix)-\(only.flatMap(ReadableID.plain) ?? hash.text)", nil)
  }

  /// Holds an event that is being made.
  struct EventDraft {
    let rule: EventRule
    var date: UncertainDate?
    /// Words for the date that could not be read.
    var words: String?
    var id = ""
    var key = StableHash()
    var ordinal: UInt32 = 1
    /// Whether the case has the event.
    var isInCase = false
    var participants: [(number: Int, role: String)] = []
    var notes: [String] = []
    var topics: [Int] = []

    var eventID: EventID { EventID(id) }
  }

  private mutating func add(_ event: inout EventDraft, _ row: MappedRow) throws(RowProblem) {
    let rule = event.rule
    for participant in rule.participants { try add(participant, to: &event, row) }
    guard !event.participants.isEmpty || rule.participants.isEmpty else {
      throw RowProblem(
        .missingKey,
        "nobody takes part: the cells of all participants are empty",
        remedy: "fill one, or leave such rows out with a rule under 'skip'",
        slot: rule.participants.first?.entity.name.slot
      )
    }
    var row = row
    row.date = event.date?.edtf ?? event.words ?? ""
    row.who = event.participants.map { entities.name($0.number) }.joined(separator: ", ")
    let remarks = rule.remarks?.read(row, within: event.date?.bounds)
    if let unread = remarks?.unread, !unread.isEmpty {
      event.notes.append("Remarks: \(unread.joined(separator: "; "))")
    }
    let known = events[event.key]
    event.isInCase = knownEvents.contains(event.id)
    event.ordinal = (known?.rowCount ?? 0) + 1
    let dateHash = UInt32(truncatingIfNeeded: StableHash(event.date?.edtf ?? "").first)
    let note = noteText(of: event, row)
    let noteHash = UInt32(truncatingIfNeeded: StableHash(note ?? "").first)
    stage.uses.append(
      RowStage.EventUse(
        key: event.key,
        dateHash: dateHash,
        noteHash: noteHash,
        isFirst: known == nil
      )
    )
    if known == nil { stage.isNews = true }
    if known == nil, !event.isInCase { stage.events.append(try made(event, row, note)) }
    // The event has the note of its first row; that of a later one stands with its claim.
    let isNoted = known == nil || known?.noteHash == noteHash
    claimOf(event, FactID(event.eventID), note: isNoted ? nil : note)
    if let date = event.date, !event.isInCase { add(date, to: event, known, dateHash) }
    try addPlaces(to: event, row)
    for rule in rule.topics {
      for (topic, _) in try addEntities(rule, row) { event.topics.append(topic) }
    }
    for topic in event.topics { addAttribute(.topic(entities.id(topic)), to: event) }
    for participant in event.participants { addParticipation(participant, to: event) }
    if known == nil, !event.isInCase, let contacts = remarks?.contacts, !contacts.isEmpty {
      var places: [EntityID] = []
      for rule in rule.places {
        for (place, _) in try addEntities(rule, row) { places.append(entities.id(place)) }
      }
      let frame = RemarkFrame(
        event: event.eventID,
        subjects: event.participants.map(\.number),
        date: event.date,
        places: places
      )
      addContacts(contacts, frame)
    }
  }

  private func noteText(of event: EventDraft, _ row: MappedRow) -> String? {
    var notes = event.rule.notes.map { $0.text(row) }.filter { !$0.isEmpty } + event.notes
    if let words = event.words { notes.append("Date as written: \(words)") }
    return notes.isEmpty ? nil : notes.joined(separator: "\n")
  }

  private func made(
    _ event: EventDraft,
    _ row: MappedRow,
    _ note: String?
  ) throws(RowProblem) -> Event {
    let rule = event.rule
    var type = EventType.meeting
    if let text = rule.type?.text(row), !text.isEmpty {
      type = try Self.choice(text, EventType.self, "type of event", rule.type?.slot)
    }
    var title = rule.title?.text(row) ?? ""
    if title.isEmpty {
      title = "\(type.rawValue) of \(row.who)" + (row.date.isEmpty ? "" : ", \(row.date)")
    }
    return Event(
      id: event.eventID,
      type: type,
      title: String(title.prefix(300)),
      note: note
    )
  }

  // MARK: - Participants

  private mutating func add(
    _ rule: ParticipantRule,
    to event: inout EventDraft,
    _ row: MappedRow
  ) throws(RowProblem) {
    let role = rule.role?.text(row) ?? ""
    let found = try addEntities(rule.entity, row)
    for (number, bracket) in found {
      var ownRole = role
      switch rule.entity.brackets {
      case .role: if let bracket { ownRole = bracket }
      case .topic: if let bracket { event.topics.append(topic(bracket)) }
      case .note: if let bracket { event.notes.append("\(entities.name(number)): \(bracket)") }
      case .keep, .drop, .country, .agency, .place: break
      }
      Self.join(number, ownRole.isEmpty ? "participant" : ownRole, &event)
    }
    guard !found.isEmpty else { return }
    for principal in rule.onBehalfOf {
      for (number, _) in try addEntities(principal, row) {
        Self.join(number, "represented", &event)
        for (agent, _) in found { addRelation(.represents, agent, number) }
      }
    }
  }

  private static func join(_ number: Int, _ role: String, _ event: inout EventDraft) {
    guard !event.participants.contains(where: { $0.number == number }) else { return }
    event.participants.append((number, role))
  }

  private mutating func topic(_ name: String) -> Int {
    let number = entities.number(.topic, name)
    if !entities.isWritten(number), !stage.entities.contains(where: { $0.number == number }) {
      stage.entities.append(RowStage.EntityDetails(number: number, type: .topic))
    }
    return number
  }

  mutating func addParticipation(
    _ participant: (number: Int, role: String),
    to event: EventDraft
  ) {
    let who = Participant.entity(entities.id(participant.number))
    let id = ReadableID.fact(Participation.defaultID(who, in: event.eventID).rawValue)
    stage.participations.append(
      Participation(id: id, event: event.eventID, participant: who, role: participant.role)
    )
    claimOf(event, id)
  }

  // MARK: - Attributes

  private mutating func add(
    _ date: UncertainDate,
    to event: EventDraft,
    _ known: EventState?,
    _ dateHash: UInt32
  ) {
    let id = Attribute.defaultID(.date(date), of: event.eventID)
    if known == nil {
      stage.attributes.append(Attribute(id: id, event: event.eventID, value: .date(date)))
      claimOf(event, id)
    } else if known?.dateHash == dateHash {
      stage.homes[id] = event.id
      claimOf(event, id)
    } else {
      let further = FactID("\(id)/\(StableHash(date.edtf).text)")
      stage.attributes.append(Attribute(id: further, event: event.eventID, value: .date(date)))
      claimOf(event, further)
    }
  }

  private mutating func addPlaces(to event: EventDraft, _ row: MappedRow) throws(RowProblem) {
    for rule in event.rule.places {
      for (place, _) in try addEntities(rule, row) {
        let value = Attribute.Value.place(entities.id(place))
        addAttribute(value, id: "\(event.id)#place/\(entities.id(place))", to: event)
      }
    }
  }

  private mutating func addAttribute(
    _ value: Attribute.Value,
    id: String? = nil,
    to event: EventDraft
  ) {
    let fact = ReadableID.fact(
      id ?? Attribute.defaultID(value, of: event.eventID).rawValue
    )
    stage.attributes.append(Attribute(id: fact, event: event.eventID, value: value))
    claimOf(event, fact)
  }

  /// Adds the claim of the row about a fact of an event, whose node is the event.
  mutating func claimOf(_ event: EventDraft, _ fact: FactID, note: String? = nil) {
    if event.ordinal > 1 || event.isInCase { stage.homes[fact] = event.id }
    claim(fact, ordinal: event.ordinal, note: note)
  }
}
