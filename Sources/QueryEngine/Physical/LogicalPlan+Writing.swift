extension LogicalPlan {
  /// Whether the plan changes the graph.
  var isWriting: Bool {
    switch self {
    case .argument: false
    case .create, .merge, .set, .remove, .delete, .forEach: true
    case .allNodesScan(let child, _), .nodeByLabelScan(let child, _, _),
      .relationshipTypeScan(let child, _), .expand(let child, _), .varLengthExpand(let child, _),
      .repeatedPath(let child, _), .shortestPath(let child, _),
      .statefulShortestPath(let child, _), .projectPath(let child, _, _),
      .filter(let child, _), .projection(let child, _), .aggregation(let child, _, _),
      .distinct(let child, _), .sort(let child, _), .top(let child, _, _), .skip(let child, _),
      .limit(let child, _), .unwind(let child, _, _), .eager(let child),
      .procedureCall(let child, _), .loadCSV(let child, _), .emptyResult(let child),
      .collectEvidence(let child, _):
      child.isWriting
    case .apply(let first, let second), .optional(let first, let second, _),
      .union(let first, let second):
      first.isWriting || second.isWriting
    }
  }
}
