import GraphModel

/// Reads properties of nodes and relationships, one by one or by columns.
///
/// Everything throws for elements that the query has deleted.
enum ElementAccess {
  /// Returns the property of each node.
  static func property(
    _ key: String,
    ofNodes nodes: ContiguousArray<UInt32>,
    _ context: ExecutionContext
  ) throws(QueryError) -> Column {
    try checkNodes(nodes, context)
    return context.graph.nodeProperties.column(key, of: nodes)
  }

  /// Returns the property of each relationship.
  static func property(
    _ key: String,
    ofRelationships relationships: ContiguousArray<UInt32>,
    _ context: ExecutionContext
  ) throws(QueryError) -> Column {
    try checkRelationships(relationships, context)
    return context.graph.relationshipProperties.column(key, of: relationships)
  }

  /// Returns the property of an element, the entry of a map or a part of another value.
  static func property(
    _ key: String,
    of subject: Value,
    _ context: ExecutionContext
  ) throws(QueryError) -> Value {
    switch subject {
    case .node(let id):
      context.graph.nodeProperties.value(key, of: try context.graph.existing(id))
    case .relationship(let id):
      context.graph.relationshipProperties.value(key, of: try context.graph.existing(id))
    default: try Operators.property(key, of: subject, in: context.functions)
    }
  }

  /// Returns all properties of an element, or the entries of a map.
  static func properties(
    of subject: Value,
    _ context: ExecutionContext
  ) throws(QueryError) -> Properties {
    switch subject {
    case .node(let id):
      return context.graph.nodeProperties.properties(of: try context.graph.existing(id))
    case .relationship(let id):
      return context.graph.relationshipProperties.properties(of: try context.graph.existing(id))
    case .map(let entries): return entries
    default:
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "a node, a relationship or a map is needed here, and this is \(subject.kindWithArticle)",
        kind: .typeError
      )
    }
  }

  /// Throws where a node does not exist any more.
  static func checkNodes(
    _ nodes: ContiguousArray<UInt32>,
    _ context: ExecutionContext
  ) throws(QueryError) {
    guard areAll(nodes, in: context.graph.nodes.isDeleted) else { throw deleted("node") }
  }

  /// Throws where a relationship does not exist any more.
  static func checkRelationships(
    _ relationships: ContiguousArray<UInt32>,
    _ context: ExecutionContext
  ) throws(QueryError) {
    guard areAll(relationships, in: context.graph.relationships.isDeleted) else {
      throw deleted("relationship")
    }
  }

  private static func areAll(
    _ elements: ContiguousArray<UInt32>,
    in isDeleted: DeletionMarks
  ) -> Bool {
    let count = UInt32(clamping: isDeleted.count)
    guard isDeleted.isEmpty else {
      return elements.allSatisfy { element in
        element == Column.null || (element < count && !isDeleted[Int(element)])
      }
    }
    return unsafe elements.withUnsafeBufferPointer { elements in
      var areAll = true
      for index in 0..<elements.count {
        let element = unsafe elements[index]
        areAll = areAll && (element < count || element == Column.null)
      }
      return areAll
    }
  }

  private static func deleted(_ what: String) -> QueryError {
    QueryError(
      .deletedEntityAccess,
      .runtime,
      "this \(what) was deleted by the query, and its labels and properties with it",
      remedy: "read what you need before DELETE, in a WITH clause"
    )
  }
}
