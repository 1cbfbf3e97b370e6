import GraphModel

/// Removes properties and labels.
///
/// ```
/// for row in all of child:
///   for change in changes: remove(row)
/// for row in them: emit row
/// ```
final class RemoveOperator: PhysicalOperator {
  /// Holds one change.
  enum Action {
    case property(of: any ExpressionEvaluator, key: any ExpressionEvaluator)
    case labels(of: Slot, [String])
  }

  private let child: any PhysicalOperator
  private let actions: [Action]
  private var writes = WriteQueue()

  init(_ child: any PhysicalOperator, _ actions: [Action]) {
    self.child = child
    self.actions = actions
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      for action in actions { try apply(action, chunk, context) }
    }
  }

  private func apply(
    _ action: Action,
    _ chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    switch action {
    case .property(let owner, let key):
      let owners = try owner.evaluate(chunk, context)
      let keys = try key.evaluate(chunk, context)
      for row in 0..<chunk.count {
        try PropertyOwner(owners.value(at: row), context.graph)?
          .set(keys.propertyName(at: row), to: .null, context.graph)
      }
    case .labels(let slot, let labels):
      for row in 0..<chunk.count {
        guard let node = try chunk.existingNode(slot, at: row, context.graph) else { continue }
        context.graph.removeLabels(labels, from: node)
      }
    }
  }
}
