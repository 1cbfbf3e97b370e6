import GraphModel

/// Adds nodes and relationships in some slots to what each row rests on.
///
/// ```
/// for row in child:
///   row.evidence += elements in slots(row)
///   emit row
/// ```
final class CollectEvidenceOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let slots: [Slot]
  private let evidence: Slot

  init(_ child: any PhysicalOperator, _ slots: [Slot], evidence: Slot) {
    self.child = child
    self.slots = slots
    self.evidence = evidence
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard var chunk = try child.next(context) else { return nil }
    let columns = slots.map(chunk.column)
    let before = chunk.column(evidence)
    var lists: ContiguousArray<Value> = []
    lists.reserveCapacity(chunk.count)
    for row in 0..<chunk.count {
      var elements = EvidenceSet(before.value(at: row))
      for column in columns { elements.add(column.value(at: row)) }
      lists.append(elements.value)
    }
    chunk.fill(evidence, with: .values(lists))
    return chunk
  }
}

/// Holds the nodes and relationships that a row rests on.
struct EvidenceSet {
  private var nodes: [NodeID] = []
  private var relationships: [RelationshipID] = []

  /// Makes a set of what is in a value.
  init(_ value: Value = .null) { add(value) }

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
  var value: Value {
    .list(Self.unique(nodes).map(Value.node) + Self.unique(relationships).map(Value.relationship))
  }

  private static func unique<ID: Comparable>(_ ids: [ID]) -> [ID] {
    var unique: [ID] = []
    for id in ids.sorted() where id != unique.last { unique.append(id) }
    return unique
  }
}
