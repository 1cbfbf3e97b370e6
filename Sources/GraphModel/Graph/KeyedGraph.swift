/// Holds a node that is named by a key of its author's choice, such as `pompeo` or `M1`.
public struct KeyedNode: Hashable, Sendable {
  /// Unique among the nodes of a case.
  public let key: String
  /// Labels in ascending order, without repetition.
  public let labels: [String]
  /// Properties; no value is `null`.
  public let properties: Properties

  /// Makes a node; sorts the labels and drops `null` properties.
  public init(key: String, labels: [String], properties: Properties) {
    self.key = key
    self.labels = labels.count < 2 ? labels : Set(labels).sorted()
    self.properties = properties.withoutNull
  }
}

/// Holds a relationship between two keyed nodes, itself named by a key.
public struct KeyedRelationship: Hashable, Sendable {
  /// Unique among the relationships of a case.
  public let key: String
  /// The relationship type, such as `TOOK_PART_IN`.
  public let type: String
  /// Key of the node that the relationship leaves.
  public let source: String
  /// Key of the node that the relationship enters.
  public let target: String
  /// Properties; no value is `null`.
  public let properties: Properties

  /// Makes a relationship; drops `null` properties.
  public init(
    key: String,
    type: String,
    source: String,
    target: String,
    properties: Properties = [:]
  ) {
    self.key = key
    self.type = type
    self.source = source
    self.target = target
    self.properties = properties.withoutNull
  }
}

/// Holds a labelled property graph whose elements are all named by keys.
///
/// This is the form in which whole cases travel between the domain model and the store.
public struct KeyedGraph: Hashable, Sendable {
  /// Nodes in ascending order of their keys when read from a store.
  public var nodes: [KeyedNode]
  /// Relationships in ascending order of their keys when read from a store.
  public var relationships: [KeyedRelationship]

  /// Makes a graph.
  public init(nodes: [KeyedNode] = [], relationships: [KeyedRelationship] = []) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

extension Properties {
  /// The properties that have a value; most have no other.
  fileprivate var withoutNull: Properties {
    for value in values { if case .null = value { return filter { $0.value != .null } } }
    return self
  }
}
