import CypherSyntax
import GraphModel

/// Tells whether nodes have labels, or relationships have types: `n:A|B`.
struct LabelEvaluator: ExpressionEvaluator {
  /// A node or a relationship.
  let subject: any ExpressionEvaluator
  /// The labels.
  let labels: LabelExpression

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let subjects = try subject.evaluate(chunk, context)
    switch subjects {
    case .nodes(let nodes):
      try ElementAccess.checkNodes(nodes, context)
      return .booleans(labels.holds(ofNodes: nodes, in: context.graph))
    case .relationships(let relationships):
      return .booleans(labels.holds(ofRelationships: relationships, in: context.graph))
    default:
      return try subjects.tested { (subject) throws(QueryError) in
        try truth(of: subject, context)
      }
    }
  }

  private func truth(
    of subject: Value,
    _ context: ExecutionContext
  ) throws(QueryError) -> Ternary {
    switch subject {
    case .null: return .unknown
    case .node(let id):
      let node = try context.graph.existing(id)
      return labels.holds(ofNodes: [node], in: context.graph)[0]
    case .relationship(let id):
      let relationship = try context.graph.existing(id)
      return labels.holds(ofRelationships: [relationship], in: context.graph)[0]
    default:
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "only nodes and relationships have labels and types, and this is \(subject.kindWithArticle)",
        kind: .typeError
      )
    }
  }
}

extension LabelExpression {
  /// Tells for which nodes the expression is true; unknown for null.
  func holds(
    ofNodes nodes: ContiguousArray<UInt32>,
    in graph: PropertyGraph
  ) -> ContiguousArray<Ternary> {
    switch self {
    case .label(let label): graph.hasLabel(label.name, nodes)
    case .wildcard:
      ContiguousArray(
        nodes.lazy.map { node in
          node == Column.null ? .unknown : graph.nodes.labelNumbers(of: node).isEmpty ? .no : .yes
        }
      )
    case .negation(let inner):
      ContiguousArray(inner.holds(ofNodes: nodes, in: graph).lazy.map(\.negated))
    case .conjunction(let parts, _):
      Self.joined(parts.map { $0.holds(ofNodes: nodes, in: graph) }, deciding: .no)
    case .disjunction(let parts):
      Self.joined(parts.map { $0.holds(ofNodes: nodes, in: graph) }, deciding: .yes)
    }
  }

  /// Tells for which relationships the expression is true; unknown for null.
  func holds(
    ofRelationships relationships: ContiguousArray<UInt32>,
    in graph: PropertyGraph
  ) -> ContiguousArray<Ternary> {
    let truths = graph.relationships.typeNames.names.map { name in
      holds(ofType: name) ? Ternary.yes : .no
    }
    let types = graph.relationships.types
    return ContiguousArray(
      relationships.lazy.map { $0 == Column.null ? .unknown : truths[Int(types[Int($0)])] }
    )
  }

  /// Tells whether the expression is true of relationships of a type.
  private func holds(ofType type: String) -> Bool {
    switch self {
    case .label(let label): label.name == type
    case .wildcard: true
    case .negation(let inner): !inner.holds(ofType: type)
    case .conjunction(let parts, _): parts.allSatisfy { $0.holds(ofType: type) }
    case .disjunction(let parts): parts.contains { $0.holds(ofType: type) }
    }
  }

  /// Joins truth values; nulls are in the same rows of all parts.
  private static func joined(
    _ parts: [ContiguousArray<Ternary>],
    deciding: Ternary
  ) -> ContiguousArray<Ternary> {
    guard var truths = parts.first else { return [] }
    for part in parts.dropFirst() {
      for row in truths.indices where part[row] == deciding { truths[row] = deciding }
    }
    return truths
  }
}

extension Ternary {
  /// The opposite; unknown stays unknown.
  var negated: Ternary {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
