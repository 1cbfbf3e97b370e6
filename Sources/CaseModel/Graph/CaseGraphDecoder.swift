public import GraphModel

/// Reads the records of a case back from its property graph.
///
/// The graph may hold more than the case: elements without the labels, types or properties of a
/// record are passed over, they stay in the store and in queries.
public struct CaseGraphDecoder {
  private typealias Label = GraphVocabulary.Label
  private typealias Relationship = GraphVocabulary.Relationship

  private let graph: KeyedGraph
  private let nodes: [String: KeyedNode]
  private let links: [String: Links]
  private var content: CaseContent

  /// Where a claim, or a further date, leads to.
  private struct Links {
    var madeBy: String?
    var inSource: String?
    var via: String?
    var saidIn: String?
    var attributeOf: String?

    static func path(_ type: String) -> WritableKeyPath<Links, String?>? {
      switch type {
      case Relationship.madeBy: \.madeBy
      case Relationship.inSource: \.inSource
      case Relationship.via: \.via
      case Relationship.saidIn: \.saidIn
      case Relationship.attributeOf: \.attributeOf
      default: nil
      }
    }
  }

  private init(_ graph: KeyedGraph, fallbackID: String) {
    self.graph = graph
    nodes = Dictionary(graph.nodes.map { ($0.key, $0) }) { first, _ in first }
    var links: [String: Links] = [:]
    for relationship in graph.relationships {
      guard let path = Links.path(relationship.type) else { continue }
      links[relationship.source, default: Links()][keyPath: path] = relationship.target
    }
    self.links = links
    let info = nodes[GraphVocabulary.caseKey]?.properties ?? [:]
    let id = info.text("id") ?? fallbackID
    content = CaseContent(
      info: CaseInfo(id: id, title: info.text("title") ?? id, summary: info.text("summary"))
    )
  }

  /// Returns the records in natural order; O(n log n) in the size of the graph.
  ///
  /// - Parameter fallbackID: The id of the case when the graph does not name it.
  public static func content(of graph: KeyedGraph, fallbackID: String = "case") -> CaseContent {
    var decoder = CaseGraphDecoder(graph, fallbackID: fallbackID)
    for node in graph.nodes { decoder.add(node) }
    for relationship in graph.relationships { decoder.add(relationship) }
    decoder.addClaims()
    decoder.content.sort()
    return decoder.content
  }

  // MARK: - Nodes

  private mutating func add(_ node: KeyedNode) {
    let labels = node.labels
    let properties = node.properties
    if labels.contains(Label.source) {
      content.sources.append(source(node))
    } else if labels.contains(Label.question) {
      content.questions.append(question(node))
    } else if labels.contains(Label.attribute) {
      addDate(properties, id: node.key, event: links[node.key]?.attributeOf)
    } else if let type = node.labels.lazy.compactMap(EventType.init).first {
      content.events.append(
        Event(
          id: EventID(node.key),
          type: type,
          title: properties.text("title") ?? node.key,
          note: properties.text("note")
        )
      )
      addDate(properties, id: properties.text("dateID") ?? node.key + "#date", event: node.key)
    } else if let type = node.labels.lazy.compactMap(EntityType.init).first {
      content.entities.append(entity(node, type: type))
    }
  }

  private mutating func addDate(_ properties: Properties, id: String, event: String?) {
    guard let event, let date = DateProperties.event.read(properties) else { return }
    content.attributes.append(
      Attribute(id: FactID(id), event: EventID(event), value: .date(date))
    )
  }

  private func entity(_ node: KeyedNode, type: EntityType) -> Entity {
    let properties = node.properties
    let kinds = properties["nameKinds"]?.stringList ?? []
    let languages = properties["nameLanguages"]?.stringList ?? []
    let names = (properties["names"]?.stringList ?? []).enumerated().map { position, text in
      let language = position < languages.count ? languages[position] : ""
      return Name(
        text: text,
        kind: (position < kinds.count ? NameKind(rawValue: kinds[position]) : nil) ?? .alias,
        language: language.isEmpty ? nil : language
      )
    }
    let identifiers = zip(
      properties["idSystems"]?.stringList ?? [],
      properties["idValues"]?.stringList ?? []
    )
    return Entity(
      id: EntityID(node.key),
      type: type,
      name: properties.text("name") ?? node.key,
      names: names,
      agencyKind: properties.text("kind").flatMap(AgencyKind.init),
      isUnnamed: properties.isTrue("unnamed"),
      note: properties.text("note"),
      identifiers: Dictionary(identifiers.map { ($0, $1) }) { first, _ in first }
    )
  }

  private func source(_ node: KeyedNode) -> Source {
    let properties = node.properties
    return Source(
      id: SourceID(node.key),
      title: properties.text("title") ?? node.key,
      publisher: properties.text("publisher"),
      author: properties.text("author"),
      url: properties.text("url"),
      archivedURL: properties.text("archivedUrl"),
      published: DateProperties("published").read(properties),
      retrieved: DateProperties("retrieved").read(properties),
      archivedText: properties.text("archive"),
      sha256: properties.text("sha256"),
      isConfidential: properties.isTrue("confidential"),
      note: properties.text("note")
    )
  }

  private func question(_ node: KeyedNode) -> Question {
    let properties = node.properties
    func ids<Record>(_ key: String) -> [Identifier<Record>] {
      (properties[key]?.stringList ?? []).map { Identifier($0) }
    }
    return Question(
      id: QuestionID(node.key),
      text: properties.text("text") ?? node.key,
      pattern: QuestionPattern(
        find: properties.text("find").flatMap(QuestionPattern.Subject.init) ?? .event,
        with: ids("with"),
        events: ids("events"),
        types: (properties["types"]?.stringList ?? []).compactMap(EventType.init),
        side: properties.text("side").map { EntityID($0) },
        agencies: ids("agencies")
      ),
      note: properties.text("note")
    )
  }

  // MARK: - Relationships

  private mutating func add(_ relationship: KeyedRelationship) {
    let properties = relationship.properties
    let id = FactID(relationship.key)
    let isFromEvent = isEvent(relationship.source)
    switch relationship.type {
    case Relationship.tookPartIn where isEvent(relationship.target):
      content.participations.append(
        Participation(
          id: id,
          event: EventID(relationship.target),
          participant: participant(relationship.source),
          role: properties.text("role") ?? "participant",
          question: properties.text("question").map { QuestionID($0) },
          note: properties.text("note")
        )
      )
    case Relationship.holds:
      content.posts.append(post(relationship))
    case Relationship.locatedIn where isFromEvent:
      content.attributes.append(
        Attribute(
          id: id,
          event: EventID(relationship.source),
          value: .place(EntityID(relationship.target))
        )
      )
    case Relationship.about where isFromEvent:
      content.attributes.append(
        Attribute(
          id: id,
          event: EventID(relationship.source),
          value: isEvent(relationship.target)
            ? .subject(EventID(relationship.target)) : .topic(EntityID(relationship.target))
        )
      )
    default:
      guard let kind = Relation.Kind(rawValue: relationship.type) else { return }
      content.relations.append(
        Relation(
          id: id,
          kind: kind,
          subject: EntityID(relationship.source),
          object: EntityID(relationship.target),
          held: DateProperties("held").read(properties),
          note: properties.text("note")
        )
      )
    }
  }

  private func isEvent(_ key: String) -> Bool { nodes[key]?.isEvent ?? false }

  private func participant(_ key: String) -> Participant {
    guard let node = nodes[key], node.labels.contains(Label.unknown) else {
      return .entity(EntityID(key))
    }
    return .unknown(
      description: node.properties.text("description") ?? key,
      side: node.properties.text("side").map { EntityID($0) }
    )
  }

  private func post(_ relationship: KeyedRelationship) -> Post {
    let properties = relationship.properties
    func entity(_ key: String) -> EntityID? { properties.text(key).map { EntityID($0) } }
    return Post(
      id: FactID(relationship.key),
      holder: EntityID(relationship.source),
      title: properties.text("title") ?? "",
      agency: entity("agency"),
      country: entity("country"),
      accreditedTo: entity("accreditedTo"),
      held: DateProperties("held").read(properties),
      note: properties.text("note")
    )
  }

  // MARK: - Claims

  /// Claims come last: what they are about must be known to tell facts, claims and questions.
  private mutating func addClaims() {
    let claims = graph.nodes.filter { $0.labels.contains(Label.claim) }
    let claimKeys = Set(claims.map(\.key))
    let questionKeys = Set(content.questions.map(\.id.rawValue))
    for node in claims {
      let properties = node.properties
      let links = links[node.key] ?? Links()
      guard let claimant = links.madeBy, let about = properties.text("about"),
        let stance = properties.text("stance").flatMap(Stance.init)
      else { continue }
      let target: ClaimTarget =
        claimKeys.contains(about)
        ? .claim(ClaimID(about))
        : questionKeys.contains(about) ? .question(QuestionID(about)) : .fact(FactID(about))
      content.claims.append(
        Claim(
          id: ClaimID(node.key),
          claimant: EntityID(claimant),
          stance: stance,
          target: target,
          source: links.inSource.map { SourceID($0) },
          saidOn: DateProperties("saidOn").read(properties),
          locator: properties.text("locator"),
          quote: properties.text("quote"),
          language: properties.text("language"),
          via: links.via.map { ClaimID($0) },
          utterance: links.saidIn.map { EventID($0) },
          isOnRecord: properties["onRecord"]?.booleanValue,
          isConfidential: properties.isTrue("confidential"),
          note: properties.text("note")
        )
      )
    }
  }
}
