/// Takes records out of a case together with all that loses its support by that.
struct Purge {
  var content: CaseContent
  /// Facts and questions that somebody spoke of: they need somebody who still does.
  private let spokenOf: Set<String>
  /// Entities and sources that something holds in the case: they need something that still does.
  private let held: Set<String>

  init(_ content: CaseContent) {
    self.content = content
    spokenOf = Self.spokenOf(in: content)
    held = Self.held(in: content, spokenOf: spokenOf)
  }

  /// Takes out what is marked confidential.
  mutating func run() {
    let secretSources = Set(content.sources.filter(\.isConfidential).map(\.id))
    content.sources.removeAll { secretSources.contains($0.id) }
    content.claims.removeAll { claim in
      claim.isConfidential || claim.source.map(secretSources.contains) == true
    }
    settle()
  }

  /// Takes out what has lost its support, until nothing more has.
  mutating func settle() {
    var size = -1
    while size != count {
      size = count
      dropClaims()
      dropUnsupportedFacts()
      dropUnheld()
    }
    dropLooseEnds()
  }

  private var count: Int {
    content.claims.count + content.facts.count + content.entities.count
      + content.sources.count + content.questions.count
  }

  /// Claims that came through, or speak of, something that is gone.
  private mutating func dropClaims() {
    let claims = Set(content.claims.map(\.id))
    let targets = Set(content.facts.map(\.id.rawValue)).union(claims.map(\.rawValue))
      .union(content.questions.map(\.id.rawValue))
    let entities = Set(content.entities.map(\.id))
    content.claims.removeAll { claim in
      if let via = claim.via, !claims.contains(via) { return true }
      return !targets.contains(claim.target.rawValue) || !entities.contains(claim.claimant)
    }
  }

  private mutating func dropUnsupportedFacts() {
    let heard = Self.spokenOf(in: content)
    let entities = Set(content.entities.map(\.id))
    func isLost(_ id: FactID) -> Bool {
      spokenOf.contains(id.rawValue) && !heard.contains(id.rawValue)
    }
    func isGone(_ entity: EntityID?) -> Bool { entity.map { !entities.contains($0) } ?? false }
    content.events.removeAll { isLost(FactID($0.id)) }
    let events = Set(content.events.map(\.id))
    let questions = Set(content.questions.map(\.id))
    content.participations.removeAll { part in
      if isLost(part.id) || !events.contains(part.event) || isGone(part.participant.entity) {
        return true
      }
      // An empty slot is there for its question, unless somebody speaks of it.
      guard part.participant.entity == nil, let question = part.question else { return false }
      return !questions.contains(question) && !heard.contains(part.id.rawValue)
    }
    content.attributes.removeAll { attribute in
      guard !isLost(attribute.id), events.contains(attribute.event) else { return true }
      switch attribute.value {
      case .date: return false
      case .place(let entity), .topic(let entity): return isGone(entity)
      case .subject(let event): return !events.contains(event)
      }
    }
    content.posts.removeAll { post in
      isLost(post.id) || isGone(post.holder) || isGone(post.agency) || isGone(post.country)
        || isGone(post.accreditedTo)
    }
    content.relations.removeAll { isLost($0.id) || isGone($0.subject) || isGone($0.object) }
    content.questions.removeAll { question in
      let id = question.id.rawValue
      return spokenOf.contains(id) && !heard.contains(id)
        || Self.isBroken(question.pattern, entities: entities, events: events)
    }
  }

  private mutating func dropUnheld() {
    let held = Self.held(in: content, spokenOf: spokenOf)
    func isLoose(_ id: String) -> Bool { self.held.contains(id) && !held.contains(id) }
    content.entities.removeAll { isLoose($0.id.rawValue) }
    content.sources.removeAll { isLoose($0.id.rawValue) }
  }

  /// References by which nothing falls, only points into the void: some of the events or agencies
  /// that a question names as alternatives, the question of a slot that somebody speaks of.
  private mutating func dropLooseEnds() {
    let entities = Set(content.entities.map(\.id))
    let events = Set(content.events.map(\.id))
    let questions = Set(content.questions.map(\.id))
    content.questions = content.questions.map { question in
      let pattern = question.pattern
      return Question(
        id: question.id,
        text: question.text,
        pattern: QuestionPattern(
          find: pattern.find,
          with: pattern.with,
          events: pattern.events.filter(events.contains),
          types: pattern.types,
          side: pattern.side,
          agencies: pattern.agencies.filter(entities.contains)
        ),
        note: question.note
      )
    }
    content.participations = content.participations.map { part in
      Participation(
        id: part.id,
        event: part.event,
        participant: Self.slot(part.participant, entities),
        role: part.role,
        question: part.question.flatMap { questions.contains($0) ? $0 : nil },
        note: part.note
      )
    }
    content.claims = content.claims.map { claim in
      guard let utterance = claim.utterance, !events.contains(utterance) else { return claim }
      return claim.linked(via: claim.via, utterance: nil)
    }
  }

  private static func slot(_ participant: Participant, _ entities: Set<EntityID>) -> Participant {
    guard case .unknown(let description, let side?) = participant, !entities.contains(side) else {
      return participant
    }
    return .unknown(description: description, side: nil)
  }
}

extension Purge {
  /// Tells whether a pattern has lost a part without which it would ask for something else: one of
  /// the entities that must have taken part, the side, or all alternatives of a list.
  private static func isBroken(
    _ pattern: QuestionPattern,
    entities: Set<EntityID>,
    events: Set<EventID>
  ) -> Bool {
    let isWhole =
      pattern.with.allSatisfy(entities.contains)
      && pattern.side.map(entities.contains) ?? true
      && (pattern.agencies.isEmpty || pattern.agencies.contains(where: entities.contains))
      && (pattern.events.isEmpty || pattern.events.contains(where: events.contains))
    return !isWhole
  }

  /// What claims speak of; who speaks of a part of an event speaks of the event, and so does who
  /// speaks in it.
  private static func spokenOf(in content: CaseContent) -> Set<String> {
    let events = Dictionary(
      content.facts.compactMap { fact in fact.event.map { (fact.id.rawValue, $0.rawValue) } }
    ) { first, _ in first }
    var spokenOf: Set<String> = []
    for claim in content.claims {
      let target = claim.target.rawValue
      spokenOf.insert(target)
      if let event = events[target] { spokenOf.insert(event) }
      if let utterance = claim.utterance { spokenOf.insert(utterance.rawValue) }
    }
    return spokenOf
  }

  /// What has a place in the case: entities by their claims, parts in events, questions that
  /// somebody asks, and by the posts and relations of others; sources by their claims.
  ///
  /// A post or relation that nobody claims is background of the one who has it and does not hold
  /// that one in the case: somebody who only spoke in confidence goes together with it.
  private static func held(in content: CaseContent, spokenOf: Set<String>) -> Set<String> {
    var entities = Set(content.claims.map(\.claimant))
    entities.formUnion(content.participations.compactMap(\.participant.entity))
    for attribute in content.attributes {
      switch attribute.value {
      case .place(let entity), .topic(let entity): entities.insert(entity)
      case .date, .subject: break
      }
    }
    for post in content.posts {
      if spokenOf.contains(post.id.rawValue) { entities.insert(post.holder) }
      entities.formUnion([post.agency, post.country, post.accreditedTo].compactMap(\.self))
    }
    for relation in content.relations {
      let isClaimed = spokenOf.contains(relation.id.rawValue)
      if isClaimed { entities.insert(relation.subject) }
      if isClaimed || relation.kind != .sameAs { entities.insert(relation.object) }
    }
    let asked = Set(content.claims.map(\.target.rawValue))
    for question in content.questions where asked.contains(question.id.rawValue) {
      entities.formUnion(question.pattern.with + question.pattern.agencies)
      if let side = question.pattern.side { entities.insert(side) }
    }
    return Set(entities.map(\.rawValue)).union(content.claims.compactMap(\.source?.rawValue))
  }
}
