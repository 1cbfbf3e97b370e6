import GraphModel

/// Holds the changes of a SET clause.
struct SetActions {
  /// Holds one change.
  enum Action {
    case property(
      of: any ExpressionEvaluator,
      key: any ExpressionEvaluator,
      value: any ExpressionEvaluator
    )
    case replace(of: Slot, value: any ExpressionEvaluator)
    case merge(of: Slot, value: any ExpressionEvaluator)
    case labels(of: Slot, [String])
  }

  /// The changes in order.
  let actions: [Action]

  /// Makes all changes row by row: each sees what was done before it.
  func apply(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) {
    guard !actions.isEmpty else { return }
    for row in 0..<chunk.count {
      let single = chunk.slice(row..<row + 1)
      for action in actions { try apply(action, single, context) }
    }
  }

  private func apply(
    _ action: Action,
    _ row: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let graph = context.graph
    switch action {
    case .property(let owner, let key, let value):
      guard let owner = try PropertyOwner(owner.evaluate(row, context).value(at: 0), graph) else {
        return
      }
      let key = try key.evaluate(row, context).propertyName(at: 0)
      let value = try value.evaluate(row, context).value(at: 0)
      try value.checkStorable(key)
      owner.set(key, to: value, graph)
    case .replace(let slot, let value):
      guard let owner = try PropertyOwner(row.value(slot, at: 0), graph) else { return }
      let value = try value.evaluate(row, context).value(at: 0)
      guard value != .null else { return }
      let properties = try value.propertiesToStore(graph)
      for key in owner.properties(graph).keys where properties[key] == nil {
        owner.set(key, to: .null, graph)
      }
      for (key, value) in properties { owner.set(key, to: value, graph) }
    case .merge(let slot, let value):
      guard let owner = try PropertyOwner(row.value(slot, at: 0), graph) else { return }
      let properties = try value.evaluate(row, context).value(at: 0).propertiesToStore(graph)
      for (key, value) in properties { owner.set(key, to: value, graph) }
    case .labels(let slot, let labels):
      guard let node = try row.existingNode(slot, at: 0, graph) else { return }
      graph.addLabels(labels, to: node)
    }
  }
}

extension Column {
  /// Returns the name of a property that is to be changed.
  func propertyName(at row: Int) throws(QueryError) -> String {
    let name = value(at: row)
    guard case .string(let name) = name else { throw .wrongType("the name of a property", name) }
    return name
  }
}

extension DataChunk {
  /// Returns a node whose labels can be changed; `nil` for null.
  func existingNode(_ slot: Slot, at row: Int, _ graph: PropertyGraph) throws(QueryError)
    -> UInt32?
  {
    let value = value(slot, at: row)
    switch value {
    case .null: return nil
    case .node(let node): return try graph.existing(node)
    default: throw .wrongType("a node", value)
    }
  }
}
