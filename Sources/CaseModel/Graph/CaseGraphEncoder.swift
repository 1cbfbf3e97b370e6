public import GraphModel

/// Turns the records of a case into the property graph that the store keeps and queries see.
public enum CaseGraphEncoder {
  private typealias Label = GraphVocabulary.Label
  private typealias Relationship = GraphVocabulary.Relationship

  /// Returns the graph of `content`, whose references must all resolve.
  ///
  /// Of a part of a case, references may lead to records elsewhere: then a date of an event that is
  /// not in `content` becomes a further date of it.
  ///
  /// Complexity: O(n) in the number of records.
  ///
  /// - Parameter home: Returns the node to which a fact belongs that a claim is about and that is
  ///   not in `content`.
  public static func graph(
    of content: CaseContent,
    home: @escaping (FactID) -> String? = { _ in nil }
  ) -> KeyedGraph {
    let homes = FactHomes(content, elsewhere: home)
    var graph = KeyedGraph()
    if !content.info.id.isEmpty { graph.nodes.append(node(content.info)) }
    graph.nodes += content.entities.map(node)
    graph.nodes += content.events.map { node($0, homes) }
    graph.nodes += content.sources.map(node)
    graph.nodes += content.questions.map(node)
    for participation in content.participations { add(participation, to: &graph) }
    for attribute in content.attributes { add(attribute, homes, to: &graph) }
    graph.relationships += content.posts.map(relationship)
    graph.relationships += content.relations.map(relationship)
    for claim in content.claims { add(claim, homes, to: &graph) }
    return graph
  }

  private static func node(_ info: CaseInfo) -> KeyedNode {
    KeyedNode(
      key: GraphVocabulary.caseKey,
      labels: [Label.caseInfo],
      properties: Properties(texts: ["id": info.id, "title": info.title, "summary": info.summary])
    )
  }

  private static func node(_ entity: Entity) -> KeyedNode {
    var properties = Properties(texts: [
      "name": entity.name, "kind": entity.agencyKind?.rawValue, "note": entity.note,
    ])
    if !entity.names.isEmpty {
      properties["names"] = .list(entity.names.map { .string($0.text) })
      properties["nameKinds"] = .list(entity.names.map { .string($0.kind.rawValue) })
      properties["nameLanguages"] = .list(entity.names.map { .string($0.language ?? "") })
    }
    if !entity.identifiers.isEmpty {
      let sorted = entity.identifiers.sorted { $0.key < $1.key }
      properties["idSystems"] = .list(sorted.map { .string($0.key) })
      properties["idValues"] = .list(sorted.map { .string($0.value) })
    }
    if entity.isUnnamed { properties["unnamed"] = .boolean(true) }
    let labels = [Label.entity, entity.type.rawValue] + (entity.isUnnamed ? [Label.unnamed] : [])
    return KeyedNode(key: entity.id.rawValue, labels: labels, properties: properties)
  }

  private static func node(_ event: Event, _ homes: FactHomes) -> KeyedNode {
    var properties = Properties(texts: ["title": event.title, "note": event.note])
    if let (id, date) = homes.firstDate(of: event.id) {
      DateProperties.event.write(date, to: &properties)
      properties["dateID"] = .string(id.rawValue)
    }
    return KeyedNode(
      key: event.id.rawValue,
      labels: [Label.event, event.type.rawValue],
      properties: properties
    )
  }

  private static func node(_ source: Source) -> KeyedNode {
    var properties = Properties(texts: [
      "title": source.title, "publisher": source.publisher, "author": source.author,
      "url": source.url, "archivedUrl": source.archivedURL, "archive": source.archivedText,
      "sha256": source.sha256, "note": source.note,
    ])
    DateProperties.published.write(source.published, to: &properties)
    DateProperties.retrieved.write(source.retrieved, to: &properties)
    if source.isConfidential { properties["confidential"] = .boolean(true) }
    return KeyedNode(key: source.id.rawValue, labels: [Label.source], properties: properties)
  }

  private static func node(_ question: Question) -> KeyedNode {
    let pattern = question.pattern
    var properties = Properties(texts: [
      "text": question.text, "note": question.note, "find": pattern.find.rawValue,
      "side": pattern.side?.rawValue,
    ])
    let lists: [(String, [String])] = [
      ("with", pattern.with.map(\.rawValue)), ("events", pattern.events.map(\.rawValue)),
      ("types", pattern.types.map(\.rawValue)), ("agencies", pattern.agencies.map(\.rawValue)),
    ]
    for (key, values) in lists where !values.isEmpty {
      properties[key] = .list(values.map(Value.string))
    }
    return KeyedNode(key: question.id.rawValue, labels: [Label.question], properties: properties)
  }

  private static func add(_ participation: Participation, to graph: inout KeyedGraph) {
    let source: String
    switch participation.participant {
    case .entity(let entity): source = entity.rawValue
    case .unknown(let description, let side):
      source = GraphVocabulary.slotKey(participation.id)
      graph.nodes.append(
        KeyedNode(
          key: source,
          labels: [Label.unknown],
          properties: Properties(texts: ["description": description, "side": side?.rawValue])
        )
      )
    }
    graph.relationships.append(
      KeyedRelationship(
        key: participation.id.rawValue,
        type: Relationship.tookPartIn,
        source: source,
        target: participation.event.rawValue,
        properties: Properties(texts: [
          "role": participation.role, "question": participation.question?.rawValue,
          "note": participation.note,
        ])
      )
    )
  }

  private static func add(_ attribute: Attribute, _ homes: FactHomes, to graph: inout KeyedGraph) {
    func link(_ type: String, to target: String) {
      graph.relationships.append(
        KeyedRelationship(
          key: attribute.id.rawValue,
          type: type,
          source: attribute.event.rawValue,
          target: target
        )
      )
    }
    switch attribute.value {
    case .place(let place): link(Relationship.locatedIn, to: place.rawValue)
    case .topic(let topic): link(Relationship.about, to: topic.rawValue)
    case .subject(let subject): link(Relationship.about, to: subject.rawValue)
    case .date(let date):
      let isFirst = homes.firstDate(of: attribute.event)?.id == attribute.id
      if isFirst, homes.contains(attribute.event) { return }
      var properties: Properties = [:]
      DateProperties.event.write(date, to: &properties)
      graph.nodes.append(
        KeyedNode(key: attribute.id.rawValue, labels: [Label.attribute], properties: properties)
      )
      graph.relationships.append(
        KeyedRelationship(
          key: GraphVocabulary.key(Relationship.attributeOf, of: attribute.id.rawValue),
          type: Relationship.attributeOf,
          source: attribute.id.rawValue,
          target: attribute.event.rawValue
        )
      )
    }
  }

  private static func relationship(_ post: Post) -> KeyedRelationship {
    var properties = Properties(texts: [
      "title": post.title, "agency": post.agency?.rawValue, "country": post.country?.rawValue,
      "accreditedTo": post.accreditedTo?.rawValue, "note": post.note,
    ])
    DateProperties.held.write(post.held, to: &properties)
    return KeyedRelationship(
      key: post.id.rawValue,
      type: Relationship.holds,
      source: post.holder.rawValue,
      target: (post.agency ?? post.country ?? post.holder).rawValue,
      properties: properties
    )
  }

  private static func relationship(_ relation: Relation) -> KeyedRelationship {
    var properties = Properties(texts: ["note": relation.note])
    DateProperties.held.write(relation.held, to: &properties)
    return KeyedRelationship(
      key: relation.id.rawValue,
      type: relation.kind.rawValue,
      source: relation.subject.rawValue,
      target: relation.object.rawValue,
      properties: properties
    )
  }

  private static func add(_ claim: Claim, _ homes: FactHomes, to graph: inout KeyedGraph) {
    var properties = Properties(texts: [
      "stance": claim.stance.rawValue, "about": claim.target.rawValue,
      "locator": claim.locator, "quote": claim.quote, "language": claim.language,
      "note": claim.note,
    ])
    DateProperties.saidOn.write(claim.saidOn, to: &properties)
    properties["onRecord"] = claim.isOnRecord.map(Value.boolean)
    if claim.isConfidential { properties["confidential"] = .boolean(true) }
    let id = claim.id.rawValue
    graph.nodes.append(KeyedNode(key: id, labels: [Label.claim], properties: properties))
    let links: [(String, String?)] = [
      (Relationship.madeBy, claim.claimant.rawValue),
      (Relationship.inSource, claim.source?.rawValue), (Relationship.via, claim.via?.rawValue),
      (Relationship.saidIn, claim.utterance?.rawValue),
    ]
    for (type, target) in links {
      guard let target else { continue }
      graph.relationships.append(
        KeyedRelationship(
          key: GraphVocabulary.key(type, of: id),
          type: type,
          source: id,
          target: target
        )
      )
    }
    graph.relationships.append(
      KeyedRelationship(
        key: GraphVocabulary.key(Relationship.concerns, of: id),
        type: Relationship.concerns,
        source: id,
        target: homes.node(of: claim.target),
        properties: ["fact": .string(claim.target.rawValue)]
      )
    )
  }
}
