import CypherSyntax

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

  /// The slot, where the expression is a variable and nothing else.
  var variableSlot: Slot? {
    guard case .variable(let name) = expression.withoutParentheses.kind else { return nil }
    return scope.slots[name]
  }

  /// The number, where a whole number is written.
  var literalCount: Int64? {
    if case .literal(.integer(let number)) = expression.kind { number } else { nil }
  }
}

extension Expression {
  /// The variable and the key, where this is a property of a variable.
  var variableProperty: (variable: String, key: String)? {
    guard case .property(let owner, let key) = withoutParentheses.kind,
      case .variable(let name) = owner.withoutParentheses.kind
    else { return nil }
    return (name, key.name)
  }
}
