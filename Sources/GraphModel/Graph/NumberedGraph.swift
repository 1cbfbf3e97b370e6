/// Reads a property graph whose elements are numbered from 0, as a whole and without a copy of it.
///
/// What was deleted, has no key, or has an end without one, is no element, though it has a number.
public protocol NumberedGraph: Sendable {
  /// The numbers of nodes go up to this one.
  var nodeCount: Int { get }
  /// The numbers of relationships go up to this one.
  var relationshipCount: Int { get }
  /// The sets of labels by number, each in ascending order.
  var labelSets: [[String]] { get }
  /// The relationship types by number.
  var types: [String] { get }

  /// Returns the key of a node, or of an end that is no node; `nil` where there is none.
  func key(ofNode node: Int) -> String?

  /// Returns the number of the set of labels of a node.
  func labelSet(ofNode node: Int) -> Int

  /// Returns a property of each of some nodes; null where there is none.
  func values(_ name: String, ofNodes nodes: [Int]) -> [Value]

  /// Returns the key of a relationship; `nil` where it is gone.
  func key(ofRelationship relationship: Int) -> String?

  /// Tells whether a relationship has a key, and is not gone.
  func isElement(relationship: Int) -> Bool

  /// Returns the number of the type of a relationship.
  func type(ofRelationship relationship: Int) -> Int

  /// Returns the numbers of the nodes that a relationship leaves and enters; an end that is no node
  /// has a number beyond all nodes.
  func ends(ofRelationship relationship: Int) -> (source: Int, target: Int)

  /// Returns a property of each of some relationships; null where there is none.
  func values(_ name: String, ofRelationships relationships: [Int]) -> [Value]
}

/// Numbers the elements of a keyed graph in their order; of nodes with one key the first counts as
/// the end of relationships.
public struct NumberedKeyedGraph: NumberedGraph {
  private let graph: KeyedGraph
  private let sets: [Int]
  private let typeNumbers: [Int]
  private let ends: [(source: Int, target: Int)]
  /// The keys of ends that are no nodes.
  private let outside: [String]
  /// The sets of labels by number.
  public let labelSets: [[String]]
  /// The relationship types by number.
  public let types: [String]

  /// Complexity: linear in the size of the graph.
  public init(_ graph: KeyedGraph) {
    self.graph = graph
    var labels = Numbering<[String]>()
    sets = graph.nodes.map { labels.number(of: $0.labels) }
    labelSets = labels.values
    var types = Numbering<String>()
    typeNumbers = graph.relationships.map { types.number(of: $0.type) }
    self.types = types.values
    var nodes = [String: Int](minimumCapacity: graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() where nodes[node.key] == nil {
      nodes[node.key] = number
    }
    var outside: [String] = []
    func number(_ key: String) -> Int {
      if let number = nodes[key] { return number }
      let number = graph.nodes.count + outside.count
      nodes[key] = number
      outside.append(key)
      return number
    }
    ends = graph.relationships.map { (number($0.source), number($0.target)) }
    self.outside = outside
  }

  /// The number of nodes.
  public var nodeCount: Int { graph.nodes.count }

  /// The number of relationships.
  public var relationshipCount: Int { graph.relationships.count }

  /// Returns the key of a node, or of an end that is no node.
  public func key(ofNode node: Int) -> String? {
    node < graph.nodes.count ? graph.nodes[node].key : outside[node - graph.nodes.count]
  }

  /// Returns the number of the set of labels of a node.
  public func labelSet(ofNode node: Int) -> Int { sets[node] }

  /// Returns a property of each of some nodes; null where there is none.
  public func values(_ name: String, ofNodes nodes: [Int]) -> [Value] {
    nodes.map { graph.nodes[$0].properties[name] ?? .null }
  }

  /// Returns the key of a relationship.
  public func key(ofRelationship relationship: Int) -> String? {
    graph.relationships[relationship].key
  }

  /// Tells that a relationship is there.
  public func isElement(relationship: Int) -> Bool { true }

  /// Returns the number of the type of a relationship.
  public func type(ofRelationship relationship: Int) -> Int { typeNumbers[relationship] }

  /// Returns the numbers of the nodes that a relationship leaves and enters.
  public func ends(ofRelationship relationship: Int) -> (source: Int, target: Int) {
    ends[relationship]
  }

  /// Returns a property of each of some relationships; null where there is none.
  public func values(_ name: String, ofRelationships relationships: [Int]) -> [Value] {
    relationships.map { graph.relationships[$0].properties[name] ?? .null }
  }
}

/// Numbers values in the order in which they come first.
private struct Numbering<Number: Hashable> {
  private(set) var values: [Number] = []
  private var numbers: [Number: Int] = [:]

  mutating func number(of value: Number) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
