/// Holds a case without anything marked confidential and anything that only that supported.
///
/// What goes: confidential claims and sources; claims that reached us through one of them or speak
/// of one; facts that had claims and have none left; entities, sources and questions that nothing
/// left refers to. What nobody ever claimed stays. Free text of what stays is not searched: a
/// note that tells a secret must be marked or removed by its author.
public struct PublicEdition: Sendable {
  /// What may be published.
  public let content: CaseContent
  /// How many records of each kind went.
  public let removed: Removed

  /// Counts what went.
  public struct Removed: Hashable, Sendable {
    /// Claims.
    public var claims = 0
    /// Sources.
    public var sources = 0
    /// Events, participations, attributes, posts and relations.
    public var facts = 0
    /// Entities.
    public var entities = 0
    /// Questions.
    public var questions = 0

    /// The number of records.
    public var total: Int { claims + sources + facts + entities + questions }
  }

  /// Makes the public edition of `original`.
  ///
  /// Complexity: O(n × rounds); each round but the last removes a record.
  public init(of original: CaseContent) {
    var purge = Purge(original)
    purge.run()
    content = purge.content
    removed = Removed(
      claims: original.claims.count - content.claims.count,
      sources: original.sources.count - content.sources.count,
      facts: original.facts.count - content.facts.count,
      entities: original.entities.count - content.entities.count,
      questions: original.questions.count - content.questions.count
    )
  }
}

/// Removes records together with all that loses its support.
struct Purge {
  var content: CaseContent
  /// Facts and questions that somebody spoke of: they need somebody who still does.
  private let spokenOf: Set<String>
  /// Entities and sources that something referred to: they need something that still does.
  private let referredTo: Set<String>

  init(_ content: CaseContent) {
    self.content = content
    spokenOf = Self.targets(content)
    referredTo = Self.references(content)
  }

  /// Removes what is marked confidential, and all that loses its support by that.
  mutating func run() {
    let secretSources = Set(content.sources.filter(\.isConfidential).map(\.id))
    content.sources.removeAll { secretSources.contains($0.id) }
    content.claims.removeAll { claim in
      claim.isConfidential || claim.source.map(secretSources.contains) == true
    }
    settle()
  }

  /// Removes what has lost its support until nothing more does.
  mutating func settle() {
    var size = -1
    while size != count {
      size = count
      dropClaims()
      dropUnsupportedFacts()
      dropUnreferred()
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
    let heard = Self.targets(content)
    let entities = Set(content.entities.map(\.id))
    func isLost(_ id: FactID) -> Bool {
      spokenOf.contains(id.rawValue) && !heard.contains(id.rawValue)
    }
    func isGone(_ entity: EntityID?) -> Bool { entity.map { !entities.contains($0) } ?? false }
    content.events.removeAll { isLost(FactID($0.id)) }
    let events = Set(content.events.map(\.id))
    content.participations.removeAll { part in
      isLost(part.id) || !events.contains(part.event) || isGone(part.participant.entity)
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
      spokenOf.contains(question.id.rawValue) && !heard.contains(question.id.rawValue)
    }
  }

  private mutating func dropUnreferred() {
    let kept = Self.references(content)
    func isLoose(_ id: String) -> Bool { referredTo.contains(id) && !kept.contains(id) }
    content.entities.removeAll { isLoose($0.id.rawValue) }
    content.sources.removeAll { isLoose($0.id.rawValue) }
  }

  /// References by which nothing falls, only points into the void.
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
          with: pattern.with.filter(entities.contains),
          events: pattern.events.filter(events.contains),
          types: pattern.types,
          side: pattern.side.flatMap { entities.contains($0) ? $0 : nil },
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
      return Claim(
        id: claim.id,
        claimant: claim.claimant,
        stance: claim.stance,
        target: claim.target,
        source: claim.source,
        saidOn: claim.saidOn,
        locator: claim.locator,
        quote: claim.quote,
        language: claim.language,
        via: claim.via,
        utterance: nil,
        isOnRecord: claim.isOnRecord,
        isConfidential: claim.isConfidential,
        note: claim.note
      )
    }
  }

  private static func slot(_ participant: Participant, _ entities: Set<EntityID>) -> Participant {
    guard case .unknown(let description, let side?) = participant, !entities.contains(side) else {
      return participant
    }
    return .unknown(description: description, side: nil)
  }

  /// What claims speak of; who speaks of a part of an event speaks of the event.
  private static func targets(_ content: CaseContent) -> Set<String> {
    let events = Dictionary(
      content.facts.compactMap { fact in fact.event.map { (fact.id.rawValue, $0.rawValue) } }
    ) { first, _ in first }
    var targets: Set<String> = []
    for claim in content.claims {
      let target = claim.target.rawValue
      targets.insert(target)
      if let event = events[target] { targets.insert(event) }
    }
    return targets
  }

  private static func references(_ content: CaseContent) -> Set<String> {
    var entities: Set<EntityID> = []
    for part in content.participations {
      if let entity = part.participant.entity { entities.insert(entity) }
    }
    for attribute in content.attributes {
      switch attribute.value {
      case .place(let entity), .topic(let entity): entities.insert(entity)
      case .date, .subject: break
      }
    }
    for post in content.posts {
      entities.formUnion(
        [post.holder, post.agency, post.country, post.accreditedTo].compactMap(\.self)
      )
    }
    for relation in content.relations { entities.formUnion([relation.subject, relation.object]) }
    entities.formUnion(content.claims.map(\.claimant))
    return Set(entities.map(\.rawValue)).union(content.claims.compactMap(\.source?.rawValue))
  }
}
