extension LogicalPlan {
  /// Whether every row of the plan comes from one row of its `argument`, and in the order of these.
  var isStreaming: Bool {
    switch self {
    case .argument: true
    case .allNodesScan(let child, _), .nodeByLabelScan(let child, _, _),
      .nodeIndexSeek(let child, _), .countFromStore(let child, _),
      .relationshipTypeScan(let child, _), .varLengthExpand(let child, _),
      .shortestPath(let child, _), .statefulShortestPath(let child, _),
      .projectPath(let child, _, _),
      .filter(let child, _), .projection(let child, _), .unwind(let child, _, _),
      .collectEvidence(let child, _), .deriveRelationships(let child, _):
      child.isStreaming
    case .expand(let child, let expand): child.isStreaming && !expand.isPruning
    case .apply(let first, let second), .optional(let first, let second, _):
      first.isStreaming && second.isStreaming
    default: false
    }
  }
}
