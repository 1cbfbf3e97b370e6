import CaseModel
import GraphModel

/// Gathers the records of one answer.
struct SubjectRecords {
  private typealias Link = GraphVocabulary.Relationship

  let graph: GraphRecords
  let queries: RecordQueries
  private(set) var events: Set<EventID> = []
  var neighbourhood: CaseNeighbourhood

  init(_ graph: GraphRecords, _ queries: RecordQueries, limit: Int) {
    self.graph = graph
    self.queries = queries
    neighbourhood = CaseNeighbourhood(graph, limit: limit)
  }

  /// The records; `nil` where they would be too many.
  var content: CaseContent? { neighbourhood.isUsable ? neighbourhood.content : nil }

  /// The keys of the nodes that relationships of some types enter a node from.
  func sources(of key: String, _ types: [String]) -> [String] {
    graph.relationships(.to, key, types: types).map(\.source)
  }

  // MARK: - Events

  /// Adds the events in which an entity, or somebody who belongs to it, took part; false where all
  /// records must be read.
  mutating func addEvents(of entity: EntityID, withQuestions: Bool) -> Bool {
    neighbourhood.add(entity)
    add(events(of: members(of: entity)))
    return !withQuestions || addQuestions(about: entity)
  }

  /// Adds the events in which two, or people who belong to them, took part.
  mutating func addEncounters(of one: EntityID, and other: EntityID) -> Bool {
    neighbourhood.add(one)
    neighbourhood.add(other)
    add(events(of: members(of: one)).intersection(events(of: members(of: other))))
    return addQuestions(about: nil)
  }

  /// Adds events with all that is said of them.
  mutating func add(_ more: Set<EventID>) {
    events.formUnion(more)
    for event in more where neighbourhood.isUsable { neighbourhood.add(event) }
  }

  /// The events in which some entities took part.
  func events(of entities: Set<String>) -> Set<EventID> {
    var events: Set<EventID> = []
    for entity in entities {
      for part in graph.relationships(.from, entity, types: [Link.tookPartIn]) {
        events.insert(EventID(part.target))
      }
    }
    return events
  }

  /// The entity itself and, for an agency or country, whoever may ever have belonged to it.
  private func members(of entity: EntityID) -> Set<String> {
    switch graph.node(entity.rawValue)?.record {
    case .entity(.agency), .entity(.country): break
    default: return [entity.rawValue]
    }
    var groups: Set = [entity.rawValue]
    var pending = [entity.rawValue]
    while let group = pending.popLast() {
      let parts = sources(of: group, [Relation.Kind.partOf.rawValue])
      pending += parts.filter { groups.insert($0).inserted }
    }
    var members = groups
    let ties = [Relation.Kind.represents, .memberOf].map(\.rawValue)
    for group in groups { members.formUnion(sources(of: group, ties)) }
    return members.union(queries.holders(at: Array(groups)))
  }

  // MARK: - Questions

  /// Adds the questions that concern an entity or the events, with all that may answer them; false
  /// where any event of the case may.
  private mutating func addQuestions(about entity: EntityID?) -> Bool {
    for question in queries.questions {
      let pattern = question.pattern
      let concernsEntity =
        entity.map { pattern.with.contains($0) || pattern.agencies.contains($0) } ?? false
      guard concernsEntity || !events.isDisjoint(with: pattern.events) else { continue }
      guard add(question) else { return false }
    }
    return true
  }

  /// Adds all questions, with all that may answer them; false where any event of the case may.
  mutating func addQuestions() -> Bool {
    for question in queries.questions {
      guard add(question) else { return false }
    }
    return true
  }

  private mutating func add(_ question: Question) -> Bool {
    neighbourhood.add(question.id)
    var answers = Set(question.pattern.events)
    if answers.isEmpty {
      guard let somebody = question.pattern.with.first else { return false }
      answers = events(of: [somebody.rawValue])
    }
    for event in answers where neighbourhood.isUsable { neighbourhood.add(event) }
    return true
  }

  // MARK: - Profiles and claims

  /// Adds all that concerns an entity.
  mutating func addProfile(of entity: EntityID) -> Bool {
    addTies(of: entity)
    addClaims(by: entity, withTargets: false)
    return addEvents(of: entity, withQuestions: true)
  }

  /// Adds the posts and relations of an entity at both ends.
  private mutating func addTies(of entity: EntityID) { addTies(ofAll: [entity.rawValue]) }

  /// Adds the posts and relations of entities at both ends.
  mutating func addTies(ofAll entities: Set<String>) {
    var others: [String] = []
    // A post may name more agencies and countries than the one that it points at, but nobody else.
    var places: [String] = []
    for entity in entities where neighbourhood.isUsable {
      neighbourhood.add(EntityID(entity))
      others += sources(of: entity, Relation.Kind.allCases.map(\.rawValue))
      if case .entity(.person)? = graph.node(entity)?.record {
        others += sources(of: entity, [Link.holds])
      } else {
        places.append(entity)
      }
    }
    if !places.isEmpty { others += queries.holders(at: places) }
    for other in others where neighbourhood.isUsable { neighbourhood.add(EntityID(other)) }
  }

  /// Adds the claims that somebody made.
  mutating func addClaims(by claimant: EntityID, withTargets: Bool = true) {
    add(claims: sources(of: claimant.rawValue, [Link.madeBy]), withTargets: withTargets)
  }

  private mutating func add(claims: [String], withTargets: Bool) {
    for claim in claims where neighbourhood.isUsable {
      neighbourhood.add(ClaimID(claim))
      if withTargets { addTargets(of: claim) }
    }
  }

  /// Adds what somebody denies or declines, and the events that have several dates or places.
  mutating func addConflicts() {
    add(claims: queries.opposingClaims, withTargets: true)
    add(Set(queries.eventsWithAlternatives))
  }

  /// Adds what a search has found, with all that tells of it.
  mutating func addMatches(
    entities: [EntityID],
    events: [EventID],
    claims: [String],
    sources: [SourceID]
  ) {
    for entity in entities where neighbourhood.isUsable { neighbourhood.add(entity) }
    add(Set(events))
    add(claims: claims, withTargets: true)
    for source in sources { neighbourhood.add(source) }
  }

  /// Adds the facts that a claim is about with all that they are weighed by.
  private mutating func addTargets(of claim: String) {
    for link in graph.relationships(.from, claim, types: [Link.concerns]) {
      add(recordAt: link.target)
    }
  }

  private mutating func add(recordAt key: String) {
    switch graph.node(key)?.record {
    case .event: neighbourhood.add(EventID(key))
    case .entity: neighbourhood.add(EntityID(key))
    default: break
    }
  }

  /// Adds what is said about a record; false where no element has its id.
  mutating func addClaims(about id: String) -> Bool {
    switch graph.node(id)?.record {
    case .claim: add(claims: [id] + sources(of: id, [Link.concerns]), withTargets: true)
    case .source: add(claims: sources(of: id, [Link.inSource]), withTargets: true)
    case .question: neighbourhood.add(QuestionID(id))
    case .event: neighbourhood.add(EventID(id))
    case .entity:
      addTies(of: EntityID(id))
      add(events(of: [id]))
    case .attribute, nil: return neighbourhood.add(FactID(id))
    }
    return true
  }

  // MARK: - What is hidden without a filter

  /// Adds all facts that may be hidden because somebody took back what was said of them, so that a
  /// view counts them.
  mutating func addWhatIsTakenBack() {
    var pending = queries.retractions.flatMap(takenBack)
    var seen = Set(pending)
    while let claim = pending.popLast(), neighbourhood.isUsable {
      pending += sources(of: claim, [Link.via]).filter { seen.insert($0).inserted }
      for link in graph.relationships(.from, claim, types: [Link.concerns]) {
        add(recordAt: link.target)
        guard graph.node(link.target)?.record == .question else { continue }
        // An empty slot shows once its question has been asked.
        for event in queries.events(asking: link.target) { neighbourhood.add(EventID(event)) }
      }
    }
  }

  /// The claims that a retraction may take back.
  private func takenBack(by retraction: KeyedNode) -> [String] {
    let about = retraction.properties["about"]?.stringValue
    return graph.relationships(.from, retraction.key, types: [Link.concerns]).flatMap { link in
      let isClaim = graph.node(link.target)?.record == .claim
      return isClaim
        ? [link.target]
        : graph.relationships(.to, link.target, types: [Link.concerns])
          .filter { $0.properties["fact"]?.stringValue == about }.map(\.source)
    }
  }
}
