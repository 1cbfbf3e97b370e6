extension LogicalPlan {
  /// The slots that hold nodes, or null, in the rows of the plan, as far as its operators tell.
  var filledNodes: Set<Slot> {
    var nodes: Set<Slot> = []
    for child in children { nodes.formUnion(child.filledNodes) }
    switch self {
    case .allNodesScan(_, let node), .nodeByLabelScan(_, let node, _): nodes.insert(node)
    case .nodeIndexSeek(_, let seek): nodes.insert(seek.node)
    case .expand(_, let expand): nodes.formUnion([expand.from, expand.to])
    case .varLengthExpand(_, let expand): nodes.formUnion([expand.expand.from, expand.expand.to])
    default: break
    }
    return nodes
  }
}

extension ScopedExpression {
  /// The slots that the expression may read.
  var neededSlots: Set<Slot> {
    Set(MentionedNames.of(expression).compactMap { scope.slots[$0] })
  }
}
