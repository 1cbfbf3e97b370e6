public import GraphModel

/// Says where a fact that is a relationship stands.
enum LinkedFact {
  /// Somebody's part in the event that it enters.
  case participation
  /// A place or topic of the event that it leaves.
  case attribute
  /// A post or relation of the entity that it leaves.
  case tie
}

/// Says what kind of record a node is.
public enum NodeRecord: Hashable, Sendable {
  /// A source.
  case source
  /// A question.
  case question
  /// A claim.
  case claim
  /// A further date of an event.
  case attribute
  /// An event.
  case event
  /// An entity.
  case entity(EntityType)
}

extension NodeRecord {
  /// Says what labels make of a node; `nil` where it is no record.
  public init?(labels: [String]) {
    typealias Label = GraphVocabulary.Label
    let kinds: [(String, NodeRecord)] = [
      (Label.source, .source), (Label.question, .question), (Label.claim, .claim),
      (Label.attribute, .attribute),
    ]
    if let (_, kind) = kinds.first(where: { labels.contains($0.0) }) {
      self = kind
    } else if labels.contains(where: { EventType(rawValue: $0) != nil }) {
      self = .event
    } else if let type = labels.lazy.compactMap(EntityType.init).first {
      self = .entity(type)
    } else {
      return nil
    }
  }
}

extension KeyedNode {
  /// The kind of record that a node is; `nil` where it is none.
  public var record: NodeRecord? { NodeRecord(labels: labels) }

  /// Whether a node has the label of a kind of event.
  var isEvent: Bool { labels.contains { EventType(rawValue: $0) != nil } }
}

extension RecordGraph {
  /// Returns the fact that a node stands for, an event or a further date of one; `nil` where it is
  /// none.
  public func fact(of node: KeyedNode) -> FactID? {
    if isFact(node) { return FactID(node.key) }
    // All records share one space of ids, but what queries make has keys of its own for each kind.
    return relationship(node.key).flatMap(linkedFact).map { _ in FactID(node.key) }
  }

  /// Returns the fact that a relationship stands for; `nil` where it is none.
  public func fact(of relationship: KeyedRelationship) -> FactID? {
    if linkedFact(relationship) != nil { return FactID(relationship.key) }
    return node(relationship.key).flatMap { isFact($0) ? FactID($0.key) : nil }
  }

  private func isFact(_ node: KeyedNode) -> Bool {
    // A claim may be an event as well.
    switch NodeRecord(labels: node.labels.filter { $0 != GraphVocabulary.Label.claim }) {
    case .event: return true
    case .attribute:
      let events = [GraphVocabulary.Relationship.attributeOf]
      return DateProperties.event.isWritten(in: node.properties)
        && !relationships(.from, node.key, types: events).isEmpty
    default: return false
    }
  }

  func linkedFact(_ link: KeyedRelationship) -> LinkedFact? {
    typealias Relationship = GraphVocabulary.Relationship
    switch link.type {
    case Relationship.tookPartIn where node(link.target)?.isEvent == true: return .participation
    case Relationship.holds: return .tie
    case Relationship.locatedIn where node(link.source)?.isEvent == true,
      Relationship.about where node(link.source)?.isEvent == true:
      return .attribute
    default: return Relation.Kind(rawValue: link.type) == nil ? nil : .tie
    }
  }
}
