import CaseModel
import TestSupport

/// Makes cases that use every member of every record in every way the format allows.
struct RandomCase {
  private var random: SeededGenerator
  private var content = CaseContent(info: CaseInfo(id: "random", title: "Random"))
  private var count = 0
  private let entityIDs: [EntityID]
  private let eventIDs: [EventID]
  private let sourceIDs: [SourceID]
  private let claimIDs: [ClaimID]
  private let questionIDs: [QuestionID]

  static func content(seed: UInt64) -> CaseContent {
    var maker = RandomCase(seed: seed)
    return maker.make()
  }

  private init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func ids<Record>(_ prefix: String) -> [Identifier<Record>] {
      (0..<Int.random(in: 0...6, using: &random)).map { Identifier("\(prefix)\($0)") }
    }
    entityIDs = ["root"] + ids("e")
    eventIDs = ids("Ж")
    sourceIDs = ids("s:")
    claimIDs = ids("c0")
    questionIDs = ids("Q.")
    self.random = random
  }

  private mutating func make() -> CaseContent {
    content.info = CaseInfo(id: "random", title: text(), summary: optionalText())
    content.entities = entityIDs.map { entity($0) }
    content.sources = sourceIDs.map { source($0) }
    content.questions = questionIDs.map { question($0) }
    addRelations()
    for event in eventIDs { addEvent(event) }
    content.claims = claimIDs.map { claim($0) }
    content.sort()
    return content
  }

  // MARK: - Values

  private mutating func text() -> String {
    let words = [
      "Дмитрий", "plain", "\"quoted\"", "a\\b", "line\nbreak", "tab\there", "null", "~", "yes",
      "2018-01-30", "- x: y", "#", "😀👩‍👩‍👧", "e\u{301}", "\u{1}\u{7F}", " lead", "trail ", "123", "…",
      "{}", "*a", "&b", "\u{2028}", "\r\n",
    ]
    return (0...Int.random(in: 0...3, using: &random))
      .map { _ in random.pick(words, or: "word") }
      .joined(separator: " ") + "."
  }

  private mutating func optionalText() -> String? { random.chance(2) ? text() : nil }

  private mutating func flag() -> Bool { random.chance(2) }

  private mutating func date() -> UncertainDate? {
    let notations = [
      "2018-01-30", "2018-01", "2018", "2018-01-22/2018-01-28", "../2018-01-28", "2018-01-30/..",
      "[2018-01-30,2018-01-31]", "2018-01-30~", "2018-01-30?", "2018-01-30%",
    ]
    let notation = random.pick(notations, or: "2018")
    return try? UncertainDate(edtf: notation, basis: optionalText(), verbatim: optionalText())
  }

  private mutating func optionalDate() -> UncertainDate? { random.chance(2) ? date() : nil }

  private mutating func entityID() -> EntityID { random.pick(entityIDs, or: "root") }

  private mutating func optionalEntityID() -> EntityID? { random.chance(2) ? entityID() : nil }

  private mutating func factID(_ id: String) -> FactID {
    count += 1
    return random.chance(2) ? FactID("fact-\(count)") : FactID(id)
  }

  // MARK: - Records

  private mutating func entity(_ id: EntityID) -> Entity {
    let type = random.pick(EntityType.allCases, or: .person)
    let names = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Name(
        text: text(),
        kind: random.pick(NameKind.allCases, or: .alias),
        language: random.chance(2) ? "ru" : nil
      )
    }
    return Entity(
      id: id,
      type: type,
      name: text(),
      names: names,
      agencyKind: type == .agency && flag() ? random.pick(AgencyKind.allCases, or: .court) : nil,
      isUnnamed: flag(),
      note: optionalText(),
      identifiers: flag() ? ["wikidata": text(), "opensanctions": text()] : [:]
    )
  }

  private mutating func source(_ id: SourceID) -> Source {
    Source(
      id: id,
      title: text(),
      publisher: optionalText(),
      author: optionalText(),
      url: flag() ? "https://example.org/ä?b=c" : nil,
      archivedURL: flag() ? "http://example.org/archived" : nil,
      published: optionalDate(),
      retrieved: optionalDate(),
      archivedText: flag() ? "texts/a b.txt" : nil,
      sha256: flag() ? String(repeating: "0a", count: 32) : nil,
      isConfidential: flag(),
      note: optionalText()
    )
  }

  private mutating func question(_ id: QuestionID) -> Question {
    let pattern = QuestionPattern(
      find: random.pick(QuestionPattern.Subject.allCases, or: .event),
      with: random.some(entityIDs),
      events: random.some(eventIDs),
      types: random.some(EventType.allCases),
      side: optionalEntityID(),
      agencies: random.some(entityIDs)
    )
    return Question(id: id, text: text(), pattern: pattern, note: optionalText())
  }

  private mutating func addRelations() {
    for kind in Relation.Kind.allCases where flag() {
      let subject = entityID()
      let object = entityID()
      content.relations.append(
        Relation(
          id: factID("\(subject)/\(kind.word)/\(object)"),
          kind: kind,
          subject: subject,
          object: object,
          held: optionalDate(),
          note: optionalText()
        )
      )
      content.posts.append(
        Post(
          id: FactID("post-\(content.posts.count)"),
          holder: subject,
          title: text(),
          agency: optionalEntityID(),
          country: optionalEntityID(),
          accreditedTo: optionalEntityID(),
          held: optionalDate(),
          note: optionalText()
        )
      )
    }
  }

  private mutating func addEvent(_ id: EventID) {
    let type = random.pick(EventType.allCases, or: .other)
    content.events.append(Event(id: id, type: type, title: text(), note: optionalText()))
    var values: [(String, Attribute.Value)] = []
    if let date = optionalDate() { values.append(("\(id)#date", .date(date))) }
    if let date = optionalDate() { values.append(("\(id)#date-2", .date(date))) }
    if let place = optionalEntityID() { values.append(("\(id)#place", .place(place))) }
    values += random.some(entityIDs).map { ("\(id)#about/\($0)", .topic($0)) }
    values += random.some(eventIDs).map { ("\(id)#about/\($0)", .subject($0)) }
    for (name, value) in values {
      content.attributes.append(Attribute(id: factID(name), event: id, value: value))
    }
    for entity in random.some(entityIDs) { addParticipation(.entity(entity), "\(entity)", in: id) }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      let slot = Participant.unknown(description: text(), side: optionalEntityID())
      addParticipation(slot, "slot-\(number)", in: id)
    }
  }

  private mutating func addParticipation(_ who: Participant, _ name: String, in event: EventID) {
    content.participations.append(
      Participation(
        id: factID("\(event)/\(name)"),
        event: event,
        participant: who,
        role: flag() ? "participant" : text(),
        question: flag() ? questionIDs.randomElement(using: &random) : nil,
        note: optionalText()
      )
    )
  }

  private mutating func claim(_ id: ClaimID) -> Claim {
    var targets = content.facts.map { ClaimTarget.fact($0.id) }
    targets += claimIDs.map(ClaimTarget.claim) + questionIDs.map(ClaimTarget.question)
    return Claim(
      id: id,
      claimant: entityID(),
      stance: random.pick(Stance.allCases, or: .asks),
      target: random.pick(targets, or: .claim(id)),
      source: flag() ? sourceIDs.randomElement(using: &random) : nil,
      saidOn: optionalDate(),
      locator: optionalText(),
      quote: optionalText(),
      language: flag() ? "en" : nil,
      via: flag() ? claimIDs.randomElement(using: &random) : nil,
      utterance: flag() ? eventIDs.randomElement(using: &random) : nil,
      isOnRecord: random.chance(3) ? nil : flag(),
      isConfidential: flag(),
      note: optionalText()
    )
  }
}
