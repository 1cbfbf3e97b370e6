import CypherSyntax

/// Holds rows that are found from each node of a scan by itself, so that they can be found for some of
/// the nodes at a time.
struct PartitionedPlan {
  /// The slot of the node of the scan.
  let node: Slot
  /// The label of the nodes; any where there is none.
  let label: String?
  /// The plan of the rows, with an argument that fills the slot in place of the scan.
  var rows: LogicalPlan

  /// Whether rows of different nodes are in different groups, by one of the keys.
  enum KeyKind: Hashable {
    /// The node is a key.
    case node
    /// A property of the node is a key: groups are apart if its values are.
    case property(String)
  }

  /// How the keys tell nodes apart; `nil` where they do not.
  func kind(of keys: [ScopedExpression]) -> KeyKind? {
    let keys = keys.map { key in key.variableSlot.flatMap(rows.projected) ?? key }
    if keys.contains(where: { $0.variableSlot == node }) { return .node }
    for key in keys {
      guard let property = key.expression.variableProperty,
        key.scope.slots[property.variable] == node
      else { continue }
      return .property(property.key)
    }
    return nil
  }
}

extension LogicalPlan {
  /// The plan taken apart at the scan where it begins; `nil` where another kind of operator than
  /// filters, projections, expands and hash joins is above the scan, or an expression that may not be
  /// evaluated on several threads.
  var partitioned: PartitionedPlan? {
    switch self {
    case .nodeByLabelScan(.argument, let node, let label):
      PartitionedPlan(node: node, label: label, rows: .argument)
    case .allNodesScan(.argument, let node):
      PartitionedPlan(node: node, label: nil, rows: .argument)
    case .filter(let child, let predicates) where predicates.allSatisfy(\.expression.isPlain):
      child.partitioned?.above { .filter($0, predicates) }
    case .projection(let child, let items) where items.allSatisfy(\.value.expression.isPlain):
      child.partitioned?.above { .projection($0, items) }
    case .expand(let child, let expand) where !expand.isPruning:
      child.partitioned?.above { .expand($0, expand) }
    case .nodeHashJoin(let first, let second, let nodes):
      first.partitioned?.above { .nodeHashJoin($0, second, nodes: nodes) }
    default: nil
    }
  }

  /// Whether there is a hash join among its operators.
  var hasJoin: Bool {
    if case .nodeHashJoin = self { true } else { children.contains(where: \.hasJoin) }
  }
}

extension PartitionedPlan {
  fileprivate func above(_ wrap: (LogicalPlan) -> LogicalPlan) -> PartitionedPlan {
    PartitionedPlan(node: node, label: label, rows: wrap(rows))
  }
}

extension LogicalPlan {
  /// What fills a slot, where a projection does above all but filters, projections, expands and hash
  /// joins.
  fileprivate func projected(_ slot: Slot) -> ScopedExpression? {
    switch self {
    case .projection(let child, let items):
      items.first { $0.slot == slot }?.value ?? child.projected(slot)
    case .filter(let child, _), .expand(let child, _), .nodeHashJoin(let child, _, _):
      child.projected(slot)
    default: nil
    }
  }
}

extension Expression {
  /// Whether the expression reads its row, parameters and properties, and nothing else that another
  /// thread may be changing.
  var isPlain: Bool {
    switch kind {
    case .literal, .parameter, .variable: true
    case .parenthesized, .property, .hasLabels, .unary, .binary, .comparison, .isNull:
      children.allSatisfy(\.isPlain)
    default: false
    }
  }
}
