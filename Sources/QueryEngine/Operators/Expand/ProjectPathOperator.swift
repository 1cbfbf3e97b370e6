import GraphModel

/// Puts paths together.
///
/// ```
/// for row in child:
///   emit row + path(elements(row)), or null where an element is null
/// ```
final class ProjectPathOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let path: LogicalPlan.NamedPath

  init(_ child: any PhysicalOperator, _ path: LogicalPlan.NamedPath) {
    self.child = child
    self.path = path
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    guard var chunk = try child.next(context) else { return nil }
    chunk.project(path, context.graph)
    return chunk
  }
}

extension DataChunk {
  /// Fills a slot with the path of each row.
  mutating func project(_ path: LogicalPlan.NamedPath, _ graph: PropertyGraph) {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(count)
    for row in 0..<count {
      var builder = PathBuilder(graph)
      for element in path.elements { builder.append(element, row: row, of: self) }
      values.append(builder.path)
    }
    fill(path.slot, with: .values(values))
  }
}

/// Walks along relationships and notes the nodes between them.
struct PathBuilder {
  private let graph: PropertyGraph
  private var nodes: [NodeID] = []
  private var relationships: [RelationshipID] = []
  private var isNull = false

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// The path; null where a part was null.
  var path: Value {
    guard !isNull, let path = GraphPath(nodes: nodes, relationships: relationships) else {
      return .null
    }
    return .path(path)
  }

  /// Adds a part.
  mutating func append(_ part: LogicalPlan.PathPart, row: Int, of chunk: DataChunk) {
    switch part {
    case .node(let slot), .relationship(let slot), .relationships(let slot):
      append(chunk.value(slot, at: row))
    case .group(let slots): append(group: slots.map { chunk.value($0, at: row) })
    }
  }

  /// Adds the elements of a group: the first of each list, then the second of each.
  private mutating func append(group: [Value]) {
    let lists = group.map { value -> [Value]? in
      if case .list(let values) = value { values } else { nil }
    }
    for index in 0..<(lists.lazy.map { $0?.count ?? 0 }.max() ?? 0) {
      for case .some(let list) in lists where index < list.count { append(list[index]) }
    }
    if lists.contains(where: { $0 == nil }) { isNull = true }
  }

  /// Adds a node, a relationship or a list of these.
  ///
  /// A node after a relationship is known already.
  private mutating func append(_ value: Value) {
    switch value {
    case .node(let node): if nodes.isEmpty { nodes.append(node) }
    case .relationship(let relationship): step(relationship)
    case .list(let values): for value in values { append(value) }
    default: isNull = true
    }
  }

  private mutating func step(_ relationship: RelationshipID) {
    guard let last = nodes.last else {
      isNull = true
      return
    }
    let end = graph.relationships.otherEnd(
      of: UInt32(truncatingIfNeeded: relationship.rawValue),
      from: UInt32(truncatingIfNeeded: last.rawValue)
    )
    relationships.append(relationship)
    nodes.append(NodeID(rawValue: Int64(end)))
  }
}
