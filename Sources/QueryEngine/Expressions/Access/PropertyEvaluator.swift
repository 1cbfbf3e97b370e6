import GraphModel

/// Reads a property: `n.name`.
struct PropertyEvaluator: ExpressionEvaluator {
  /// A node, a relationship, a map, or a value with parts.
  let subject: any ExpressionEvaluator
  /// The name of the property.
  let key: String

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let subjects = try subject.evaluate(chunk, context)
    switch subjects {
    case .nodes(let nodes): return try ElementAccess.property(key, ofNodes: nodes, context)
    case .relationships(let relationships):
      return try ElementAccess.property(key, ofRelationships: relationships, context)
    default:
      return try subjects.mapped { (subject) throws(QueryError) in
        try ElementAccess.property(key, of: subject, context)
      }
    }
  }
}
