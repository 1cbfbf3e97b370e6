import GraphModel

/// Creates the nodes and relationships of a pattern.
struct ElementCreator {
  /// Holds one element and where its properties come from.
  struct Element {
    let element: LogicalPlan.CreatedElement
    let properties: (any ExpressionEvaluator)?
  }

  /// The elements in the order in which they are made.
  let elements: [Element]

  /// Creates all elements for each row of a chunk and fills their slots.
  func create(_ chunk: inout DataChunk, _ context: ExecutionContext) throws(QueryError) {
    for element in elements {
      let properties = try element.properties?.evaluate(chunk, context)
      switch element.element {
      case .node(let slot, let labels, _):
        let nodes = try createNodes(chunk.count, labels, properties, context.graph)
        chunk.fill(slot, with: .nodes(nodes))
      case .relationship(let slot, let type, let from, let to, _):
        let relationships = try createRelationships(
          type,
          from: chunk.column(from),
          to: chunk.column(to),
          properties,
          context.graph
        )
        chunk.fill(slot, with: .relationships(relationships))
      }
    }
  }

  /// Refuses null as a property of an element: MERGE could never find what it makes.
  func refuseNullProperties(
    _ chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    for case .some(let properties) in elements.map(\.properties) {
      let column = try properties.evaluate(chunk, context)
      for row in 0..<column.count {
        guard case .map(let map) = column.value(at: row) else { continue }
        for (key, value) in map where value == .null {
          throw QueryError(
            .mergeReadOwnWrites,
            .runtime,
            "MERGE cannot use null for the property '\(key)'",
            remedy: "leave the property out, or set it afterwards"
          )
        }
      }
    }
  }

  private func createNodes(
    _ count: Int,
    _ labels: [String],
    _ properties: Column?,
    _ graph: PropertyGraph
  ) throws(QueryError) -> ContiguousArray<UInt32> {
    var nodes: ContiguousArray<UInt32> = []
    nodes.reserveCapacity(count)
    for row in 0..<count {
      let map = try properties?.value(at: row).propertiesToStore(graph) ?? [:]
      nodes.append(graph.createNode(labels: labels, properties: map))
    }
    return nodes
  }

  private func createRelationships(
    _ type: String,
    from: Column,
    to: Column,
    _ properties: Column?,
    _ graph: PropertyGraph
  ) throws(QueryError) -> ContiguousArray<UInt32> {
    var relationships: ContiguousArray<UInt32> = []
    relationships.reserveCapacity(from.count)
    for row in 0..<from.count {
      let map = try properties?.value(at: row).propertiesToStore(graph) ?? [:]
      relationships.append(
        graph.createRelationship(
          type: type,
          from: try end(from.value(at: row), type, graph),
          to: try end(to.value(at: row), type, graph),
          properties: map
        )
      )
    }
    return relationships
  }

  private func end(_ value: Value, _ type: String, _ graph: PropertyGraph) throws(QueryError)
    -> UInt32
  {
    switch value {
    case .node(let node): return try graph.existing(node)
    case .null:
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "a relationship \(type) needs two nodes, and one of them is null",
        remedy: "leave out rows without the node, by MATCH rather than OPTIONAL MATCH"
      )
    default: throw .wrongType("a node", value)
    }
  }
}
