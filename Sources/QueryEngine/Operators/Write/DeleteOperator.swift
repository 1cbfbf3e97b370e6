import GraphModel

/// Deletes nodes, relationships, and what paths and lists hold of them.
///
/// Whether a deleted node still has relationships is known only at the end of the query; see
/// `PropertyGraph.danglingNode`.
///
/// ```
/// for row in all of child:
///   for value in values(row): delete it      (detaching: and the relationships of its nodes)
/// for row in them: emit row
/// ```
final class DeleteOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let values: [any ExpressionEvaluator]
  private let isDetaching: Bool
  private var writes = WriteQueue()

  init(
    _ child: any PhysicalOperator,
    _ values: [any ExpressionEvaluator],
    isDetaching: Bool
  ) {
    self.child = child
    self.values = values
    self.isDetaching = isDetaching
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      var columns: [Column] = []
      for value in values { columns.append(try value.evaluate(chunk, context)) }
      for row in 0..<chunk.count {
        for column in columns { try delete(column.value(at: row), context.graph) }
      }
    }
  }

  private func delete(_ value: Value, _ graph: PropertyGraph) throws(QueryError) {
    switch value {
    case .null: break
    case .node(let node): delete(node, graph)
    case .relationship(let relationship): delete(relationship, graph)
    case .path(let path):
      for relationship in path.relationships { delete(relationship, graph) }
      for node in path.nodes { delete(node, graph) }
    case .list(let values): for value in values { try delete(value, graph) }
    default: throw .wrongType("a node, a relationship or a path", value)
    }
  }

  private func delete(_ relationship: RelationshipID, _ graph: PropertyGraph) {
    guard graph.exists(relationship) else { return }
    graph.deleteRelationship(UInt32(truncatingIfNeeded: relationship.rawValue))
  }

  private func delete(_ node: NodeID, _ graph: PropertyGraph) {
    guard graph.exists(node) else { return }
    let index = UInt32(truncatingIfNeeded: node.rawValue)
    if isDetaching {
      for relationship in graph.relationships(incidentTo: index) {
        graph.deleteRelationship(relationship)
      }
    }
    graph.deleteNode(index)
  }
}
