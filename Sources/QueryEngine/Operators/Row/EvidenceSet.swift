import GraphModel

/// Holds the nodes and relationships that a row rests on.
struct EvidenceSet: RowEvidence {
  private var nodes: [NodeID] = []
  private var relationships: [RelationshipID] = []

  /// Makes an empty set.
  init() {}

  /// Makes a set of what is in a value.
  init(_ value: Value) { add(value) }

  mutating func merge(_ value: Value) { add(value) }

  static func adding(_ elements: Value, to value: Value) -> Value {
    var set = EvidenceSet(value)
    set.add(elements)
    return set.value
  }

  /// Adds the elements in a value; lists and paths are looked into.
  mutating func add(_ value: Value) {
    switch value {
    case .node(let node): nodes.append(node)
    case .relationship(let relationship): relationships.append(relationship)
    case .path(let path):
      nodes += path.nodes
      relationships += path.relationships
    case .list(let values): for value in values { add(value) }
    default: break
    }
  }

  /// The elements in ascending order, each once: nodes, then relationships.
  var elements: [Value] {
    Self.unique(nodes).map(Value.node) + Self.unique(relationships).map(Value.relationship)
  }

  /// The elements as one value.
  var value: Value { .list(elements) }

  private static func unique<ID: Comparable>(_ ids: [ID]) -> [ID] {
    var unique: [ID] = []
    for id in ids.sorted() where id != unique.last { unique.append(id) }
    return unique
  }
}
