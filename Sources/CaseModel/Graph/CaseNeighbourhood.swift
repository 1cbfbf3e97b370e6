import GraphModel

/// Gathers, from the graph of a case, the records that weighing some facts needs, and no others.
///
/// A view of these records weighs the facts that were added just as a view of the whole case does,
/// through any filter. What each rule reads is followed here:
///
/// - An event is weighed with its participations, empty slots with their questions, attributes, and
///   all claims about any of these (`Assessor`, `KnownClaims.bounds`).
/// - A participant, holder or claimant brings its posts and the relations that it is the subject of,
///   upwards as far as they lead, with the claims about them (`SideResolver`, `Conflict`).
/// - A claim hangs on the claims through which it reached us, and on whatever may retract one of
///   these: the claims about it, and all claims about the same thing (`Exclusions`).
///
/// Nobody's other events are read, nor the other claims of a source or claimant.
///
/// Complexity: linear in the elements gathered, apart from a sort.
public struct CaseNeighbourhood {
  private typealias Label = GraphVocabulary.Label
  private typealias Relationship = GraphVocabulary.Relationship

  private enum Step: Hashable {
    case event(String)
    case ties(of: String)
    case claim(String)
    case question(String)
    /// The claims about one fact, which point at a node.
    case claims(about: String, at: String)
  }

  private let graph: any RecordGraph
  /// At most about so many elements are gathered.
  private let limit: Int
  private var nodes: [String: KeyedNode] = [:]
  private var relationships: [String: KeyedRelationship] = [:]
  private var known: Set<Step> = []
  private var pending: [Step] = []
  /// Whether every claim met points at what it says that it is about; else some may be missing.
  private var isConsistent = true

  /// Begins with the description of the case.
  ///
  /// - Parameter limit: How many elements may be gathered, as far as a record and what it needs do
  ///   not go beyond.
  public init(_ graph: any RecordGraph, limit: Int = .max) {
    self.graph = graph
    self.limit = limit
    take(node: GraphVocabulary.caseKey)
  }

  /// The number of elements gathered so far.
  public var elementCount: Int { nodes.count + relationships.count }

  /// Whether the records stand for the whole case: not where there would be too many of them, or
  /// where a claim points at something else than it speaks of.
  public var isUsable: Bool { isConsistent && pending.isEmpty }

  /// The records, in natural order.
  public var content: CaseContent {
    CaseGraphDecoder.content(
      of: KeyedGraph(
        nodes: nodes.values.sorted { $0.key < $1.key },
        relationships: relationships.values.sorted { $0.key < $1.key }
      )
    )
  }

  // MARK: - Adding

  /// Adds an event with all that is said of it.
  public mutating func add(_ event: EventID) { follow(.event(event.rawValue)) }

  /// Adds an entity with its posts and relations to others.
  public mutating func add(_ entity: EntityID) { follow(.ties(of: entity.rawValue)) }

  /// Adds a claim, and what decides whether it counts.
  public mutating func add(_ claim: ClaimID) { follow(.claim(claim.rawValue)) }

  /// Adds a source, and nothing of what stands in it.
  public mutating func add(_ source: SourceID) { take(node: source.rawValue) }

  /// Adds a question with the claims about it, and without its answers.
  public mutating func add(_ question: QuestionID) { follow(.question(question.rawValue)) }

  /// Adds a fact with all that it is weighed by; false where no element has its id.
  @discardableResult
  public mutating func add(_ fact: FactID) -> Bool {
    if let node = graph.node(fact.rawValue), add(node) { return true }
    guard let found = graph.relationship(fact.rawValue), let kind = graph.linkedFact(found) else {
      return false
    }
    switch kind {
    case .participation: follow(.event(found.target))
    case .attribute: follow(.event(found.source))
    case .tie: follow(.ties(of: found.source))
    }
    return true
  }

  private mutating func add(_ node: KeyedNode) -> Bool {
    if node.isEvent {
      follow(.event(node.key))
      return true
    }
    let events = graph.relationships(.from, node.key, types: [Relationship.attributeOf])
    for link in events { follow(.event(link.target)) }
    return !events.isEmpty
  }

  // MARK: - Following

  private mutating func follow(_ step: Step) {
    push(step)
    while elementCount < limit, let next = pending.popLast() { take(next) }
  }

  private mutating func push(_ step: Step) {
    if known.insert(step).inserted { pending.append(step) }
  }

  private mutating func take(_ step: Step) {
    switch step {
    case .event(let key): takeEvent(key)
    case .ties(let key): takeTies(key)
    case .claim(let key): takeClaim(key)
    case .question(let key): takeQuestion(key)
    case .claims(let fact, let key):
      // Whoever was taken as a whole brought all claims that point there.
      guard !known.contains(.event(key)), !known.contains(.ties(of: key)) else { return }
      for link in claimLinks(at: key) where link.properties.text("fact") == fact {
        push(.claim(link.source))
      }
    }
  }

  @discardableResult
  private mutating func take(node key: String) -> KeyedNode? {
    if let node = nodes[key] { return node }
    guard let node = graph.node(key) else { return nil }
    nodes[key] = node
    return node
  }

  private mutating func take(_ link: KeyedRelationship) { relationships[link.key] = link }

  private func claimLinks(at key: String) -> [KeyedRelationship] {
    graph.relationships(.to, key, types: [Relationship.concerns])
  }

  private mutating func takeClaims(at key: String) {
    for link in claimLinks(at: key) { push(.claim(link.source)) }
  }

  private mutating func takeEvent(_ key: String) {
    guard take(node: key)?.isEvent == true else { return }
    for part in graph.relationships(.to, key, types: [Relationship.tookPartIn]) {
      take(part)
      takeParticipant(part.source)
      if let question = part.properties.text("question") { push(.question(question)) }
    }
    for part in graph.relationships(.to, key, types: [Relationship.attributeOf]) {
      take(node: part.source)
      for link in graph.relationships(.from, part.source, types: [Relationship.attributeOf]) {
        take(link)
      }
    }
    let attributes = [Relationship.locatedIn, Relationship.about]
    for attribute in graph.relationships(.from, key, types: attributes) {
      take(attribute)
      push(.ties(of: attribute.target))
    }
    takeClaims(at: key)
  }

  private mutating func takeParticipant(_ key: String) {
    guard let node = graph.node(key), node.labels.contains(Label.unknown) else {
      return push(.ties(of: key))
    }
    take(node: key)
    if let side = node.properties.text("side") { push(.ties(of: side)) }
  }

  private mutating func takeTies(_ key: String) {
    guard take(node: key)?.isEvent == false else {
      // What an event is about is another event, of which the name is enough.
      known.remove(.ties(of: key))
      return
    }
    for tie in graph.relationships(.from, key, types: GraphVocabulary.tieTypes) {
      take(tie)
      push(.ties(of: tie.target))
      for name in ["agency", "country", "accreditedTo"] {
        if let entity = tie.properties.text(name) { push(.ties(of: entity)) }
      }
    }
    takeClaims(at: key)
  }

  private mutating func takeClaim(_ key: String) {
    guard let claim = take(node: key), claim.labels.contains(Label.claim) else { return }
    let about = claim.properties.text("about")
    var isWhereItSays = about == nil
    for link in graph.relationships(.from, key, types: GraphVocabulary.claimTypes) {
      take(link)
      switch link.type {
      case Relationship.madeBy: push(.ties(of: link.target))
      case Relationship.inSource: take(node: link.target)
      case Relationship.via: push(.claim(link.target))
      case Relationship.concerns where link.properties.text("fact") == about:
        isWhereItSays = true
        if let about { push(.claims(about: about, at: link.target)) }
      default: break
      }
    }
    isConsistent = isConsistent && isWhereItSays
    takeClaims(at: key)
    guard let about, let target = graph.node(about) else { return }
    if target.labels.contains(Label.claim) { push(.claim(about)) }
    if target.labels.contains(Label.question) { push(.question(about)) }
  }

  private mutating func takeQuestion(_ key: String) {
    guard let node = take(node: key), node.labels.contains(Label.question) else { return }
    let named = ["with", "agencies"].flatMap { node.properties[$0]?.stringList ?? [] }
    for entity in named + [node.properties.text("side")].compactMap(\.self) {
      push(.ties(of: entity))
    }
    takeClaims(at: key)
  }
}
