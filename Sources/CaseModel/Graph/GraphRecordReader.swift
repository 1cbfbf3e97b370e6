import GraphModel

/// Reads all records of a property graph, each property where it stands.
struct GraphRecordReader<Graph: NumberedGraph> {
  private typealias Relationship = GraphVocabulary.Relationship

  private let graph: Graph
  /// The keys of nodes, which many records share.
  private let keys: [String?]
  /// By set of labels, what it makes of a node.
  private let roles: [NodeRole]
  private let types: [LinkType]
  private var links: ClaimLinks
  private var dates = ReadDates()
  /// What tells what claims are about.
  private var claimKeys: Set<String> = []
  private var questionKeys: Set<String> = []
  private(set) var content: CaseContent

  /// Finds what the records are linked by.
  init(_ graph: Graph, fallbackID: String) {
    self.graph = graph
    keys = (0..<graph.nodeCount).map(graph.key(ofNode:))
    roles = graph.labelSets.map(NodeRole.init)
    types = graph.types.map(LinkType.init)
    links = ClaimLinks(nodeCount: graph.nodeCount)
    content = CaseContent(info: CaseInfo(id: fallbackID, title: fallbackID))
  }

  /// Reads all records, and brings them into natural order.
  mutating func readAll() {
    // What a claim or a further date leads to comes first, and claims come last: what they are about
    // must be known to tell facts, claims and questions.
    for number in 0..<graph.relationshipCount { noteLink(number) }
    addInfo()
    let records = keys.indices.filter { keys[$0] != nil && role($0).record != nil }
    add(.node, records) { $0.addRecord($1, $2) }
    let facts = (0..<graph.relationshipCount).filter(isFact)
    add(.relationship, facts) { $0.addFact($1, $2) }
    let claims = keys.indices.filter { keys[$0] != nil && role($0).isClaim }
    claimKeys = Set(claims.compactMap { keys[$0] })
    questionKeys = Set(content.questions.map(\.id.rawValue))
    add(.node, claims) { $0.addClaim($1, $2) }
    content.sort()
  }

  /// Adds the records that some elements are, parts of them side by side.
  private mutating func add(
    _ kind: ElementColumns<Graph>.Kind,
    _ elements: [Int],
    _ body: @Sendable (inout GraphRecordReader, Int, ElementProperties<Graph>) -> Void
  ) {
    let begun = self
    let parts = SideBySide.map(elements.indices) { part in
      var reader = begun
      reader.content = CaseContent(info: begun.content.info)
      let columns = ElementColumns(begun.graph, kind, Array(elements[part]))
      for (place, element) in columns.elements.enumerated() {
        body(&reader, element, ElementProperties(columns, at: place))
      }
      return reader.content
    }
    for part in parts { content.append(part) }
  }

  private func key(_ node: Int) -> String? {
    node < keys.count ? keys[node] : graph.key(ofNode: node)
  }

  private func role(_ node: Int) -> NodeRole {
    node < keys.count ? roles[graph.labelSet(ofNode: node)] : .none
  }

  /// A damaged index may name types that it does not have.
  private func type(_ link: Int) -> LinkType {
    let number = graph.type(ofRelationship: link)
    return number < types.count ? types[number] : .other
  }

  private mutating func noteLink(_ number: Int) {
    guard case .claimLink(let kind) = type(number) else { return }
    let (source, target) = graph.ends(ofRelationship: number)
    guard source < keys.count, graph.isElement(relationship: number), key(target) != nil
    else { return }
    // Of several the one whose key comes last counts, in whatever order they are numbered.
    if let other = links[kind, source], let key = graph.key(ofRelationship: number),
      let otherKey = graph.key(ofRelationship: other.link), otherKey > key
    {
      return
    }
    links[kind, source] = (number, target)
  }

  /// The key of the node that a node is linked with.
  private func linked(_ kind: ClaimLinks.Kind, _ node: Int) -> String? {
    links[kind, node].flatMap { key($0.target) }
  }

  private func properties(ofNode node: Int) -> ElementProperties<Graph> {
    ElementProperties(ElementColumns(graph, .node, [node]), at: 0)
  }

  // MARK: - Nodes

  private mutating func addRecord(_ node: Int, _ properties: ElementProperties<Graph>) {
    guard let key = keys[node] else { return }
    let role = role(node)
    switch role.record {
    case .source: content.sources.append(source(key, properties))
    case .question: content.questions.append(question(key, properties))
    case .attribute: addDate(key, of: linked(.attributeOf, node), properties)
    case .event:
      guard let type = role.eventType else { return }
      content.events.append(
        Event(
          id: EventID(key),
          type: type,
          title: properties.text("title") ?? key,
          note: properties.text("note")
        )
      )
      addDate(properties.text("dateID") ?? key + "#date", of: key, properties)
    case .entity(let type): content.entities.append(entity(key, type, properties))
    case .claim, nil: break
    }
  }

  private mutating func addInfo() {
    guard let node = keys.firstIndex(of: GraphVocabulary.caseKey) else { return }
    let properties = properties(ofNode: node)
    let id = properties.text("id") ?? content.info.id
    content.info = CaseInfo(
      id: id,
      title: properties.text("title") ?? id,
      summary: properties.text("summary")
    )
  }

  private mutating func addDate(
    _ id: String,
    of event: String?,
    _ properties: ElementProperties<Graph>
  ) {
    guard let event, let date = dates.read(.event, properties) else { return }
    content.attributes.append(
      Attribute(id: FactID(id), event: EventID(event), value: .date(date))
    )
  }

  private func entity(_ key: String, _ type: EntityType, _ properties: ElementProperties<Graph>)
    -> Entity
  {
    let kinds = properties.texts("nameKinds")
    let languages = properties.texts("nameLanguages")
    let names = properties.texts("names").enumerated().map { position, text in
      let language = position < languages.count ? languages[position] : ""
      return Name(
        text: text,
        kind: (position < kinds.count ? NameKind(rawValue: kinds[position]) : nil) ?? .alias,
        language: language.isEmpty ? nil : language
      )
    }
    let identifiers = zip(properties.texts("idSystems"), properties.texts("idValues"))
    return Entity(
      id: EntityID(key),
      type: type,
      name: properties.text("name") ?? key,
      names: names,
      agencyKind: properties.text("kind").flatMap(AgencyKind.init),
      isUnnamed: properties.isTrue("unnamed"),
      note: properties.text("note"),
      identifiers: Dictionary(identifiers.map { ($0, $1) }) { first, _ in first }
    )
  }

  private mutating func source(_ key: String, _ properties: ElementProperties<Graph>) -> Source {
    Source(
      id: SourceID(key),
      title: properties.text("title") ?? key,
      publisher: properties.text("publisher"),
      author: properties.text("author"),
      url: properties.text("url"),
      archivedURL: properties.text("archivedUrl"),
      published: dates.read(.published, properties),
      retrieved: dates.read(.retrieved, properties),
      archivedText: properties.text("archive"),
      sha256: properties.text("sha256"),
      isConfidential: properties.isTrue("confidential"),
      note: properties.text("note")
    )
  }

  private func question(_ key: String, _ properties: ElementProperties<Graph>) -> Question {
    func ids<Record>(_ name: String) -> [Identifier<Record>] {
      properties.texts(name).map { Identifier($0) }
    }
    return Question(
      id: QuestionID(key),
      text: properties.text("text") ?? key,
      pattern: QuestionPattern(
        find: properties.text("find").flatMap(QuestionPattern.Subject.init) ?? .event,
        with: ids("with"),
        events: ids("events"),
        types: properties.texts("types").compactMap(EventType.init),
        side: properties.text("side").map { EntityID($0) },
        agencies: ids("agencies")
      ),
      note: properties.text("note")
    )
  }

  // MARK: - Relationships

  /// Whether a relationship may be a fact.
  private func isFact(_ number: Int) -> Bool {
    switch type(number) {
    case .claimLink, .other: false
    default: graph.isElement(relationship: number)
    }
  }

  private mutating func addFact(_ number: Int, _ properties: ElementProperties<Graph>) {
    let ends = graph.ends(ofRelationship: number)
    guard let key = graph.key(ofRelationship: number), let source = self.key(ends.source),
      let target = self.key(ends.target)
    else { return }
    let (isFromEvent, isToEvent) = (role(ends.source).isEvent, role(ends.target).isEvent)
    switch type(number) {
    case .participation where isToEvent:
      content.participations.append(
        Participation(
          id: FactID(key),
          event: EventID(target),
          participant: participant(ends.source, source),
          role: properties.text("role") ?? "participant",
          question: properties.text("question").map { QuestionID($0) },
          note: properties.text("note")
        )
      )
    case .post: content.posts.append(post(key, of: source, properties))
    case .place where isFromEvent: addAttribute(key, of: source, .place(EntityID(target)))
    case .place: addRelation(key, .locatedIn, source, target, properties)
    case .about where isFromEvent:
      addAttribute(
        key,
        of: source,
        isToEvent ? .subject(EventID(target)) : .topic(EntityID(target))
      )
    case .relation(let kind): addRelation(key, kind, source, target, properties)
    case .participation, .about, .claimLink, .other: break
    }
  }

  private mutating func addAttribute(_ key: String, of event: String, _ value: Attribute.Value) {
    content.attributes.append(
      Attribute(id: FactID(key), event: EventID(event), value: value)
    )
  }

  private mutating func addRelation(
    _ key: String,
    _ kind: Relation.Kind,
    _ subject: String,
    _ object: String,
    _ properties: ElementProperties<Graph>
  ) {
    content.relations.append(
      Relation(
        id: FactID(key),
        kind: kind,
        subject: EntityID(subject),
        object: EntityID(object),
        held: dates.read(.held, properties),
        note: properties.text("note")
      )
    )
  }

  private func participant(_ node: Int, _ key: String) -> Participant {
    guard role(node).isUnknown else { return .entity(EntityID(key)) }
    let properties = properties(ofNode: node)
    return .unknown(
      description: properties.text("description") ?? key,
      side: properties.text("side").map { EntityID($0) }
    )
  }

  private mutating func post(
    _ key: String,
    of holder: String,
    _ properties: ElementProperties<Graph>
  ) -> Post {
    func entity(_ name: String) -> EntityID? { properties.text(name).map { EntityID($0) } }
    return Post(
      id: FactID(key),
      holder: EntityID(holder),
      title: properties.text("title") ?? "",
      agency: entity("agency"),
      country: entity("country"),
      accreditedTo: entity("accreditedTo"),
      held: dates.read(.held, properties),
      note: properties.text("note")
    )
  }

  // MARK: - Claims

  private mutating func addClaim(_ node: Int, _ properties: ElementProperties<Graph>) {
    guard let key = keys[node], let claimant = linked(.madeBy, node),
      let about = properties.text("about"),
      let stance = properties.text("stance").flatMap(Stance.init)
    else { return }
    let target: ClaimTarget =
      claimKeys.contains(about)
      ? .claim(ClaimID(about))
      : questionKeys.contains(about) ? .question(QuestionID(about)) : .fact(FactID(about))
    content.claims.append(
      Claim(
        id: ClaimID(key),
        claimant: EntityID(claimant),
        stance: stance,
        target: target,
        source: linked(.inSource, node).map { SourceID($0) },
        saidOn: dates.read(.saidOn, properties),
        locator: properties.text("locator"),
        quote: properties.text("quote"),
        language: properties.text("language"),
        via: linked(.via, node).map { ClaimID($0) },
        utterance: linked(.saidIn, node).map { EventID($0) },
        isOnRecord: properties["onRecord"].booleanValue,
        isConfidential: properties.isTrue("confidential"),
        note: properties.text("note")
      )
    )
  }
}
