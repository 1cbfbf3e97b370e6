import CaseModel
import GraphModel
import TestSupport

/// Makes cases of chance in which everything hangs on everything: posts and relations with dates and
/// claims, chains and circles of claims, retractions, questions and empty slots.
struct RandomRecords {
  private var random: SeededGenerator
  private var content = CaseContent(info: CaseInfo(id: "chance", title: "Chance"))

  static func content(seed: UInt64) -> CaseContent {
    var made = RandomRecords(random: SeededGenerator(seed: seed))
    made.addEntities()
    made.addTies()
    made.addEvents()
    made.addClaims()
    made.content.sort()
    return made.content
  }

  private init(random: SeededGenerator) { self.random = random }

  private static let notations = [
    "2018-01", "2018-01-28", "2018-01-29", "2018-02", "2017/2018-01", "2018-02-01/..", "2018~",
  ]

  private mutating func date() -> UncertainDate? {
    random.chance(3) ? nil : try? UncertainDate(edtf: random.pick(Self.notations, or: "2018"))
  }

  private mutating func entity(_ type: EntityType...) -> EntityID {
    random.pick(content.entities.filter { type.contains($0.type) }.map(\.id), or: "p0")
  }

  private mutating func addEntities() {
    func add(_ prefix: String, _ count: Int, _ type: EntityType, _ kind: AgencyKind? = nil) {
      for number in 0..<count {
        content.entities.append(
          Entity(
            id: EntityID("\(prefix)\(number)"),
            type: type,
            name: "\(type) \(prefix) \(number)",
            agencyKind: kind,
            isUnnamed: prefix == "u"
          )
        )
      }
    }
    add("l", 2, .country)
    add("a", 4, .agency, .service)
    add("o", 2, .agency, .outlet)
    add("p", 9, .person)
    add("u", 1, .person)
    add("x", 3, .place)
    add("t", 2, .topic)
  }

  private mutating func addTies() {
    for number in 0..<10 {
      content.posts.append(
        Post(
          id: FactID("post\(number)"),
          holder: entity(.person),
          title: "Director",
          agency: random.chance(4) ? nil : entity(.agency),
          country: random.chance(3) ? entity(.country) : nil,
          accreditedTo: random.chance(5) ? entity(.country) : nil,
          held: date()
        )
      )
    }
    let ends: [(Relation.Kind, EntityType, EntityType)] = [
      (.partOf, .agency, .agency), (.partOf, .agency, .country), (.locatedIn, .place, .place),
      (.locatedIn, .place, .country), (.citizenOf, .person, .country),
      (.represents, .person, .agency), (.represents, .agency, .country),
      (.memberOf, .person, .agency), (.sameAs, .person, .person),
    ]
    for number in 0..<14 {
      let (kind, subject, object) = random.pick(ends, or: ends[0])
      content.relations.append(
        Relation(
          id: FactID("tie\(number)"),
          kind: kind,
          subject: entity(subject),
          object: entity(object),
          held: date()
        )
      )
    }
  }

  private mutating func addEvents() {
    for number in 0..<10 {
      let type = random.pick([EventType.meeting, .meeting, .visit, .statement], or: .call)
      content.events.append(Event(id: EventID("M\(number)"), type: type, title: "Event \(number)"))
    }
    addQuestions()
    for event in content.events.map(\.id) {
      for who in random.some(content.entities.filter { $0.type == .person }, upTo: 4) {
        add(event, .entity(who.id), "\(event)/\(who.id)")
      }
      if random.chance(3) {
        let side = random.chance(2) ? entity(.country) : nil
        add(event, .unknown(description: "somebody", side: side), "\(event)/slot")
      }
      addAttributes(event)
    }
  }

  private mutating func add(_ event: EventID, _ who: Participant, _ id: String) {
    let isAsked = who.entity == nil && random.chance(2)
    content.participations.append(
      Participation(
        id: FactID(id),
        event: event,
        participant: who,
        question: isAsked ? random.pick(content.questions, or: content.questions[0]).id : nil
      )
    )
  }

  private mutating func addAttributes(_ event: EventID) {
    for number in 0..<2 {
      if let date = date() { add(event, "#date\(number)", .date(date)) }
      if random.chance(2) { add(event, "#place\(number)", .place(entity(.place, .country))) }
    }
    if random.chance(2) { add(event, "#about", .topic(entity(.topic, .person))) }
    let other = random.pick(content.events, or: content.events[0]).id
    if random.chance(3), other != event { add(event, "#subject", .subject(other)) }
  }

  private mutating func add(_ event: EventID, _ suffix: String, _ value: Attribute.Value) {
    content.attributes.append(
      Attribute(id: FactID(event.rawValue + suffix), event: event, value: value)
    )
  }

  private mutating func addQuestions() {
    for number in 0..<4 {
      let isListed = random.chance(2)
      let events = random.some(content.events.map(\.id), upTo: 2)
      content.questions.append(
        Question(
          id: QuestionID("q\(number)"),
          text: "Question \(number)?",
          pattern: QuestionPattern(
            find: random.pick([.participant, .event, .date, .place, .topic], or: .event),
            with: isListed ? [] : [entity(.person)],
            events: isListed ? events : [],
            side: random.chance(3) ? entity(.country) : nil,
            agencies: random.chance(3) ? [entity(.agency)] : []
          )
        )
      )
    }
  }

  private mutating func addClaims() {
    for number in 0..<3 {
      content.sources.append(
        Source(id: SourceID("s\(number)"), title: "Source \(number)", published: date())
      )
    }
    let facts = content.facts.map(\.id)
    let count = Int.random(in: 20..<70, using: &random)
    let claims = (0..<count).map { ClaimID("c\($0)") }
    for claim in claims {
      var target = ClaimTarget.fact(random.pick(facts, or: "M0"))
      if random.chance(4) { target = .claim(random.pick(claims, or: claim)) }
      if random.chance(9) { target = .question(random.pick(content.questions.map(\.id), or: "q0")) }
      let isTakingBack = if case .claim = target { true } else { random.chance(8) }
      content.claims.append(
        Claim(
          id: claim,
          claimant: random.pick(content.entities.prefix(18).map(\.id), or: "p0"),
          stance: isTakingBack ? .retracts : random.pick(Stance.allCases, or: .asserts),
          target: target,
          source: random.chance(4) ? nil : random.pick(content.sources.map(\.id), or: "s0"),
          saidOn: date(),
          via: random.chance(3) ? random.pick(claims, or: claim) : nil,
          utterance: random.chance(6) ? random.pick(content.events.map(\.id), or: "M0") : nil,
          isOnRecord: random.chance(4) ? random.chance(2) : nil
        )
      )
    }
  }
}
