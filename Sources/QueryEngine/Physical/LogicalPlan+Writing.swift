extension LogicalPlan {
  /// Whether the plan changes the graph.
  var isWriting: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .forEach: true
    default: children.contains(where: \.isWriting)
    }
  }
}
